//! The time of day.

use std::fmt;

use time::OffsetDateTime;
use tokio::time::Instant;

/// Tells the time of day, for records and validity periods. Waits never use it.
pub trait WallClock: Send + Sync {
    /// The moment.
    fn now(&self) -> OffsetDateTime;
}

impl fmt::Debug for dyn WallClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WallClock")
    }
}

/// A clock that stands still.
impl WallClock for OffsetDateTime {
    fn now(&self) -> OffsetDateTime {
        *self
    }
}

/// The clock of this computer.
pub(crate) struct MachineClock;

impl WallClock for MachineClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that asks for it")]
    fn now(&self) -> OffsetDateTime {
        OffsetDateTime::now_utc()
    }
}

/// A clock that starts at a given moment and goes on as the waits do.
pub(crate) struct StartedClock {
    start: OffsetDateTime,
    began: Instant,
}

impl StartedClock {
    pub(crate) fn new(start: OffsetDateTime) -> Self {
        let began = instant();
        Self { start, began }
    }
}

impl WallClock for StartedClock {
    fn now(&self) -> OffsetDateTime {
        self.start + instant().saturating_duration_since(self.began)
    }
}

/// This moment, for waits: it never goes back, and stands still while a simulation computes.
#[expect(clippy::disallowed_methods, reason = "the one place that asks for it")]
pub(crate) fn instant() -> Instant {
    Instant::now()
}
