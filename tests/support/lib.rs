//! What every end-to-end test stands on.
#![expect(clippy::disallowed_methods, reason = "tests read the machine's clock")]
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a stage that cannot be set up, or whose assertion fails, ends the test"
)]

pub mod files;
pub mod folder;
pub mod in_english;
pub mod performance;
pub mod stage;
pub mod tools;
pub mod truth;
#[cfg(target_os = "linux")]
pub mod window_driver;
