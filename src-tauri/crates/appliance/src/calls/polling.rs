//! When to look at a task again: as seldom as its end allows, and never long after it.
//!
//! No reference tells how long a task takes or how its progress grows. So the pauses follow what is seen: how long
//! like tasks took, how fast this one gets on, and where neither tells, how long it has taken so far.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use ground::{Instant, Surroundings};

use super::{Task, TaskState};

/// A pause grows to this many times the shortest one: a task is never over for long before it is noticed.
const LONGEST: u32 = 5;

/// How patiently tasks of one kind are waited for. Clones share what was learned of their length.
#[derive(Clone, Debug)]
pub struct Polling {
    /// The shortest pause between two looks.
    pub every: Duration,
    /// After this long the task is given up.
    pub limit: Duration,
    learned: Learned,
}

/// The shortest time that a task of this kind took, in milliseconds; the highest number where none has ended.
#[derive(Clone, Debug)]
struct Learned(Arc<AtomicU64>);

impl Polling {
    /// Pauses of at least `every`, until `limit` has passed.
    pub fn new(every: Duration, limit: Duration) -> Self {
        let learned = Learned(Arc::new(AtomicU64::new(u64::MAX)));
        Self {
            every,
            limit,
            learned,
        }
    }

    /// The looks at a task that begins now.
    pub fn looks(&self, surroundings: &Surroundings) -> Looks {
        Looks {
            polling: self.clone(),
            begun: surroundings.instant(),
            surroundings: surroundings.clone(),
            before: None,
            last: None,
        }
    }
}

impl Default for Polling {
    /// Each second at most, for five minutes, as the vendor's own clients do (docs/vcda-api.md §3.4).
    fn default() -> Self {
        Self::new(Duration::from_secs(1), Duration::from_secs(300))
    }
}

impl Learned {
    fn usual(&self) -> Option<Duration> {
        let milliseconds = self.0.load(Ordering::Relaxed);
        (milliseconds != u64::MAX).then(|| Duration::from_millis(milliseconds))
    }

    fn take(&self, took: Duration) {
        let took = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        self.0.fetch_min(took, Ordering::Relaxed);
    }
}

/// The looks at one task.
#[derive(Debug)]
pub struct Looks {
    polling: Polling,
    surroundings: Surroundings,
    begun: Instant,
    /// The last look at a smaller progress than the one seen last, and that one.
    before: Option<Progress>,
    last: Option<Progress>,
}

/// How far a task was, how long after its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Progress {
    after: Duration,
    is: u8,
}

impl Looks {
    /// Waits until it is time to look at this task again. Says no when it has ended, or when time is up.
    pub async fn next(&mut self, task: &Task) -> bool {
        let after = self.surroundings.since(self.begun);
        if task.state == TaskState::Succeeded {
            self.polling.learned.take(took(task).unwrap_or(after));
        }
        if task.is_finished() || after >= self.polling.limit {
            return false;
        }
        self.note(after, task.progress);
        let pause = self.pause(after);
        let left = self.polling.limit - after;
        self.surroundings.sleep(pause.min(left)).await;
        true
    }

    fn note(&mut self, after: Duration, progress: Option<u8>) {
        let Some(is) = progress else { return };
        if self.last.is_some_and(|last| last.is < is) {
            self.before = self.last;
        }
        self.last = Some(Progress { after, is });
    }

    /// The pause after a look that came so long after the beginning.
    fn pause(&self, after: Duration) -> Duration {
        let Polling { every, learned, .. } = &self.polling;
        let usual = learned.usual();
        if let Some(left) = usual.and_then(|usual| usual.checked_sub(after)) {
            // A little later, so that a task as quick as the quickest is met by the first look.
            return left + *every / 4;
        }
        let grown = (after - usual.unwrap_or_default()) / 2;
        let left = self.left().unwrap_or(grown);
        left.min(grown).clamp(*every, *every * LONGEST)
    }

    /// What is left, if the task gets on as fast as it did between the last two steps of its progress.
    fn left(&self) -> Option<Duration> {
        let (before, last) = (self.before?, self.last?);
        let step = u32::from(last.is.checked_sub(before.is)?);
        let left = (last.after - before.after) * u32::from(100_u8.saturating_sub(last.is));
        left.checked_div(step)
    }
}

/// How long a task took by the appliance's own clock.
fn took(task: &Task) -> Option<Duration> {
    (task.ended? - task.started?).try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::{Looks, Polling, Surroundings};
    use std::time::Duration;

    const fn seconds(count: u64) -> Duration {
        Duration::from_secs(count)
    }

    fn looks(learned: Option<u64>) -> Looks {
        let polling = Polling::new(seconds(1), seconds(300));
        if let Some(learned) = learned {
            polling.learned.take(seconds(learned));
        }
        polling.looks(&Surroundings::of_this_machine())
    }

    #[test]
    fn looks_less_often_the_longer_a_task_takes() {
        let looks = looks(None);
        let pauses = [0, 1, 3, 8, 100].map(|after| looks.pause(seconds(after)));
        let expected = [1000, 1000, 1500, 4000, 5000].map(Duration::from_millis);
        assert_eq!(pauses, expected);
    }

    #[test]
    fn waits_first_for_as_long_as_the_quickest_like_task_took() {
        let looks = looks(Some(6));
        assert_eq!(looks.pause(Duration::ZERO), Duration::from_millis(6250));
        assert_eq!(looks.pause(seconds(7)), seconds(1));
        looks.polling.learned.take(seconds(4));
        looks.polling.learned.take(seconds(9));
        assert_eq!(looks.pause(Duration::ZERO), Duration::from_millis(4250));
    }

    #[test]
    fn looks_sooner_where_the_progress_tells_of_a_near_end() {
        let mut looks = looks(None);
        for (after, progress) in [(1, 10), (6, 60), (8, 60), (9, 90)] {
            looks.note(seconds(after), Some(progress));
        }
        // 30 steps in one second: a third of a second is left, and the shortest pause is longer.
        assert_eq!(looks.pause(seconds(9)), seconds(1));
        looks.note(seconds(10), None);
        assert_eq!(looks.pause(seconds(10)), seconds(1));
    }

    #[test]
    fn a_progress_that_stands_still_or_falls_tells_nothing() {
        let mut looks = looks(None);
        for (after, progress) in [(1, 30), (4, 30), (6, 10)] {
            looks.note(seconds(after), Some(progress));
        }
        assert_eq!(looks.pause(seconds(6)), seconds(3));
    }
}
