//! The application without a window and without a terminal.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot be set up has failed"
)]

mod offers;
mod stage;
