//! The engine against the practice lab: real servers, real handshakes, the lab's ground truth.

mod faults;
mod interrupted;
mod stage;
mod undisturbed;
