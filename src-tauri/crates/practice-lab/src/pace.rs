//! How fast the lab lives: at once, like the product, or when it is told.

use std::collections::HashMap;
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use ground::Surroundings;
use tokio::sync::Semaphore;

/// How long things take.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Pace {
    /// No waiting beyond what the work itself takes.
    Instant,
    /// As long as the product takes, times a factor: 1.0 is real time, 0.01 a hundredth of it.
    LikeReal {
        /// The factor.
        scale: f64,
    },
    /// Every wait lasts until somebody opens its gate.
    WhenTold,
}

/// Something in the lab that takes time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wait {
    /// The old certificate still answers after a replacement.
    StillOld,
    /// Nothing answers.
    Down,
    /// A service that starts more than once answers in between. Only faults do that.
    Brief,
    /// The listener is back; the readiness page is not (`docs/vcda-api.md` §2.4).
    WarmUp,
    /// A pairing task runs.
    PairTask,
    /// A health task runs.
    HealthTask,
}

impl Wait {
    /// The gate's name before the `@` of the site.
    pub const fn name(self) -> &'static str {
        match self {
            Self::StillOld => "still-old",
            Self::Down => "down",
            Self::Brief => "brief",
            Self::WarmUp => "warm-up",
            Self::PairTask => "pair-task",
            Self::HealthTask => "health-task",
        }
    }

    /// How long it takes in the product. The vendor's script sleeps 45 s and allows 600 s (§2.4); the
    /// shares of each phase and the tasks' lengths are inferred.
    const fn like_real(self) -> Duration {
        match self {
            Self::StillOld => Duration::from_secs(5),
            Self::Down => Duration::from_secs(45),
            Self::Brief => Duration::from_secs(4),
            Self::WarmUp => Duration::from_secs(15),
            Self::PairTask => Duration::from_secs(6),
            Self::HealthTask => Duration::from_secs(2),
        }
    }
}

impl FromStr for Pace {
    type Err = UnknownPace;

    /// `instant`, `like-real`, `like-real:0.01`, `when-told`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unknown = || UnknownPace {
            found: text.to_owned(),
        };
        match text {
            "instant" => Ok(Self::Instant),
            "like-real" => Ok(Self::LikeReal { scale: 1.0 }),
            "when-told" => Ok(Self::WhenTold),
            _ => {
                let scale = text.strip_prefix("like-real:").ok_or_else(unknown)?;
                let scale: f64 = scale.parse().map_err(|_| unknown())?;
                let is_sane = scale.is_finite() && (0.0..=10.0).contains(&scale);
                if is_sane {
                    Ok(Self::LikeReal { scale })
                } else {
                    Err(unknown())
                }
            }
        }
    }
}

/// A pace that the lab does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("keep the pace {found:?}: say instant, like-real, like-real:FACTOR or when-told")]
pub struct UnknownPace {
    /// What was asked for.
    pub found: String,
}

/// The lab's clockwork: it makes things wait and opens the gates.
#[derive(Debug)]
pub(crate) struct Clockwork {
    pace: Pace,
    surroundings: Surroundings,
    gates: Mutex<HashMap<String, Arc<Semaphore>>>,
}

impl Clockwork {
    pub(crate) fn new(pace: Pace, surroundings: Surroundings) -> Self {
        Self {
            pace,
            surroundings,
            gates: Mutex::default(),
        }
    }

    /// Waits as long as `wait` takes at `site`, `times` as long as usual.
    pub(crate) async fn wait(&self, wait: Wait, site: &str, times: f64) {
        match self.pace {
            Pace::Instant => tokio::task::yield_now().await,
            Pace::LikeReal { scale } => {
                let wait = wait.like_real().mul_f64(scale * times);
                self.surroundings.sleep(wait).await;
            }
            Pace::WhenTold => {
                let gate = self.gate(&format!("{}@{site}", wait.name()));
                if let Ok(permit) = gate.acquire().await {
                    permit.forget();
                }
            }
        }
    }

    /// Lets one waiter through `gate`, now or when it comes.
    pub(crate) fn open(&self, gate: &str) {
        self.gate(gate).add_permits(1);
    }

    fn gate(&self, name: &str) -> Arc<Semaphore> {
        let mut gates = self.gates.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(
            gates
                .entry(name.to_owned())
                .or_insert_with(|| Arc::new(Semaphore::new(0))),
        )
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests read the machine's clock")]
mod tests {
    use super::*;

    #[test]
    fn reads_the_words_of_the_command_line() {
        assert_eq!("instant".parse(), Ok(Pace::Instant));
        assert_eq!("like-real:0.5".parse(), Ok(Pace::LikeReal { scale: 0.5 }));
        assert!("like-real:-1".parse::<Pace>().is_err());
        assert!("fast".parse::<Pace>().is_err());
    }

    #[tokio::test]
    async fn a_gate_opened_early_lets_the_next_one_through() {
        let clockwork = Clockwork::new(Pace::WhenTold, Surroundings::of_this_machine());
        clockwork.open("down@Paris");
        clockwork.wait(Wait::Down, "Paris", 1.0).await;
        let closed = tokio::time::timeout(
            Duration::from_millis(20),
            clockwork.wait(Wait::Down, "Paris", 1.0),
        );
        assert!(closed.await.is_err());
    }
}
