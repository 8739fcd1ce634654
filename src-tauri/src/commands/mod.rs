//! What the windows can ask for, one file per screen; `list.in` says who may ask for what.

pub mod add_site;
pub mod app;
pub mod certificates;
pub mod confirm;
pub(crate) mod handler;
pub mod lab;
pub mod replace;
pub mod requests;
pub mod run;
pub mod secret;
pub mod site;
pub mod sites;
