//! The procedure, step by step, against the practice lab; then every version, every fault and bad
//! input, and what other people's tools say of the keystores.
#![cfg(test)]

mod check_readiness;
mod faults;
mod import_certificate;
mod record_before;
mod regenerate_certificate;
mod sign_in;
mod survey_site;
mod versions;
