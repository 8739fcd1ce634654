//! The procedure: plan, steps, engine, journal and report of replacing a certificate.
pub mod card;
pub mod event;
pub mod journal;
pub mod on_premises;
pub mod problem;
pub mod progress;
pub mod report;
#[cfg(test)]
mod sample;
mod visible;
