//! How long a run still takes, from how long the two long waits are expected to take.

use time::{Duration, OffsetDateTime};

use crate::activity::RestartPhase;
use crate::event::{Event, Expected, Record, StepId};

/// The moments that an estimate hangs on.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Clock {
    expected: Option<Expected>,
    last: Option<OffsetDateTime>,
    replaced: Option<OffsetDateTime>,
    up: Option<OffsetDateTime>,
    repaired: Option<OffsetDateTime>,
    stood_still: bool,
}

impl Clock {
    /// Takes the next record in.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "an estimate hangs on these events alone"
    )]
    pub(super) fn take(&mut self, record: &Record) {
        self.last = Some(record.at);
        match &record.event {
            Event::RunStarted(opening) => self.expected = opening.expected,
            Event::ReplacementAccepted { .. } | Event::ReplacementAmbiguous { .. } => {
                self.replaced = self.replaced.or(Some(record.at));
            }
            Event::RestartSeen {
                phase: RestartPhase::UpWithNew,
                ..
            } => {
                self.up = self.up.or(Some(record.at));
            }
            Event::StepEnded {
                step: StepId::RepairAtLocalSite,
                ..
            } => {
                self.repaired = Some(record.at);
            }
            Event::RetryRequested { .. } => self.expected = None,
            Event::Slept { .. } | Event::Paused | Event::Resumed { .. } => {
                self.stood_still |= self.replaced.is_some() && self.repaired.is_none();
            }
            _ => {}
        }
    }

    /// Seconds left at the last record; none where nobody can tell, or where it takes longer
    /// than it should.
    pub(super) fn left(&self) -> Option<u32> {
        let Expected {
            restart_ms,
            repairs_ms,
        } = self.expected?;
        let (restart, repairs) = (milliseconds(restart_ms), milliseconds(repairs_ms));
        let left = match (self.replaced, self.up) {
            (_, Some(up)) => repairs - (self.last? - up),
            (Some(replaced), None) => restart - (self.last? - replaced) + repairs,
            (None, None) => restart + repairs,
        };
        let is_over = self.repaired.is_some() || left < Duration::ZERO;
        if is_over {
            None
        } else {
            u32::try_from(left.whole_seconds()).ok()
        }
    }
}

/// How long the two long waits took in a run that got through both without standing still on the way,
/// for the next estimate.
pub fn measured(records: &[Record]) -> Option<Expected> {
    let mut clock = Clock::default();
    records.iter().for_each(|record| clock.take(record));
    if clock.stood_still {
        return None;
    }
    let restart = clock.up? - clock.replaced?;
    let repairs = clock.repaired? - clock.up?;
    let whole = |duration: Duration| u64::try_from(duration.whole_milliseconds()).ok();
    Some(Expected {
        restart_ms: whole(restart)?,
        repairs_ms: whole(repairs)?,
    })
}

fn milliseconds(count: u64) -> Duration {
    Duration::milliseconds(i64::try_from(count).unwrap_or(i64::MAX))
}
