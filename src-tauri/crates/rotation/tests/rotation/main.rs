//! The engine against the practice lab: real servers, real handshakes, the lab's ground truth.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed; helpers of tests are not seen as tests"
)]

mod faults;
mod interrupted;
mod stage;
mod undisturbed;
