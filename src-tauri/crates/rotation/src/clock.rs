//! The time of day, as a value.

use time::OffsetDateTime;

/// Tells the time of day, for records and validity periods. Waits never use it.
pub trait WallClock: Send + Sync {
    /// The moment.
    fn now(&self) -> OffsetDateTime;
}

/// The clock of this computer.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl WallClock for SystemClock {
    fn now(&self) -> OffsetDateTime {
        OffsetDateTime::now_utc()
    }
}
