//! The encoding under certificates and keystores: read as people find it (BER), and written (DER).

pub(crate) mod ber;
pub(crate) mod der;
