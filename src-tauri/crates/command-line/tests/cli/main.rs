//! The real binary against the practice lab: what it prints, how it ends, what it changes.
#![cfg(test)]

mod check;
mod doctor;
#[cfg(target_os = "linux")]
mod full_disk;
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
mod stage;
mod stranger;
mod worker;
