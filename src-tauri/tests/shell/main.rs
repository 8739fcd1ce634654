//! The shell under a runtime without a screen: its commands, its permissions, its types.
#![expect(
    clippy::unwrap_used,
    clippy::unwrap_in_result,
    reason = "a test that cannot be set up has failed"
)]

mod bad_input;
mod calls;
mod corroboration;
mod decisions;
mod doctor;
mod permissions;
mod practice;
mod requests;
mod sealing;
mod several_files;
mod sign_ins;
mod stage;
mod taking_up;
mod types;
