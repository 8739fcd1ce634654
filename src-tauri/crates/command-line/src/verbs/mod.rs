//! What can be asked for, one file per verb.

pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod doctor;
pub(crate) mod join;
pub(crate) mod report;
pub(crate) mod request;
pub(crate) mod resume;
pub(crate) mod rotate;
