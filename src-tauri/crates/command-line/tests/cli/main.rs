//! The real binary against the practice lab: what it prints, how it ends, what it changes.
#![expect(clippy::disallowed_methods, reason = "tests read the machine's clock")]
#![cfg(test)]

mod cases;
mod check;
#[cfg(unix)]
mod comparing;
mod doctor;
#[cfg(target_os = "linux")]
mod full_disk;
mod java;
mod making;
mod questions;
mod refusals;
mod report;
mod requests;
#[cfg(unix)]
mod resume;
mod rotate;
mod saved;
mod secrets;
#[cfg(unix)]
mod site;
mod stage;
mod stranger;
mod worker;
