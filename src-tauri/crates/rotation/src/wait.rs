//! Watching a restart: bare handshakes only, no request and no credential before the right
//! certificate is on the wire (docs/procedure.md, `await_restart`).

use std::time::Duration;

use appliance::{ApplianceAddress, Sighting};
use certificate::{Certificate, Thumbprint};
use ground::{Instant, Surroundings};

use crate::activity::RestartPhase;
use crate::halt::Halt;
use crate::look::look;
use crate::pace::Pace;
use crate::patience::Patience;

/// Which certificates may be on the wire, and what has been seen so far.
///
/// Monotonic: once the new certificate was seen, the old one is as wrong as any other.
#[derive(Debug, Clone)]
pub(crate) struct Expectation {
    old: Thumbprint,
    new: Option<Thumbprint>,
    has_arrived: bool,
}

impl Expectation {
    /// Expects the old certificate to give way to the new one; `None` where a regenerate told
    /// nothing, and then whatever comes is a candidate that still has to be vouched for. A candidate binds
    /// nobody: the next look may find another one, or the old certificate.
    pub(crate) const fn new(old: Thumbprint, new: Option<Thumbprint>, has_arrived: bool) -> Self {
        Self {
            old,
            new,
            has_arrived,
        }
    }

    /// What the sight of this certificate, or of nothing, means.
    pub(crate) fn judge(&mut self, seen: Option<&Thumbprint>) -> RestartPhase {
        let Some(seen) = seen else {
            return RestartPhase::Down;
        };
        if *seen == self.old {
            return if self.has_arrived {
                RestartPhase::UpWithOther
            } else {
                RestartPhase::StillOld
            };
        }
        match self.new {
            None => RestartPhase::UpWithCandidate,
            Some(new) if new == *seen => {
                self.has_arrived = true;
                RestartPhase::UpWithNew
            }
            Some(_) => RestartPhase::UpWithOther,
        }
    }
}

/// Why a watch ended without the new certificate.
#[derive(Debug)]
pub(crate) enum WatchEnd {
    /// A certificate answers that belongs to nobody here.
    Other(Box<Certificate>),
    /// The budget is spent.
    TooLong {
        /// What was seen last.
        phase: RestartPhase,
        /// Whether nobody answered at some moment in between.
        was_down: bool,
    },
    /// A pause, or the journal cannot be written.
    Halted(Halt),
}

/// What a watch tells as it goes.
pub(crate) trait Spectator {
    /// Another phase began.
    async fn phase(&self, phase: RestartPhase, seen: Option<&Thumbprint>) -> Result<(), Halt>;

    /// The wait has lasted this long, worth a word, and the phase goes on.
    fn still(&self, phase: RestartPhase, waited: Duration);

    /// Whether a person asked to stop watching.
    fn wants_pause(&self) -> bool;
}

/// How long a restart has been waited for, over all its ups and downs.
#[derive(Debug)]
pub(crate) struct Vigil {
    surroundings: Surroundings,
    began: Instant,
    told: u32,
}

impl Vigil {
    /// Begins now.
    pub(crate) fn begin(surroundings: Surroundings) -> Self {
        let began = surroundings.instant();
        Self {
            surroundings,
            began,
            told: 0,
        }
    }

    /// Whether a restart gets no more time than this.
    pub(crate) fn is_over(&self, pace: &Pace) -> bool {
        self.surroundings.since(self.began) >= pace.restart_budget
    }

    /// How long it has lasted, each time that another interval is over.
    fn worth_telling(&mut self, interval: Duration) -> Option<Duration> {
        let waited = self.surroundings.since(self.began);
        let is_due = waited >= interval * (self.told + 1);
        self.told += u32::from(is_due);
        is_due.then_some(waited)
    }
}

/// Looks again and again until the new certificate answers. One sight of it is enough to go on to what
/// proves more (docs/decisions/restart.md).
pub(crate) async fn watch(
    address: &ApplianceAddress,
    expectation: &mut Expectation,
    vigil: &mut Vigil,
    patience: &Patience,
    spectator: &impl Spectator,
) -> Result<Sighting, WatchEnd> {
    let (pace, surroundings) = (&patience.pace, &patience.surroundings);
    let mut last = None;
    let mut relapse = Relapse::default();
    loop {
        let sighting = look(address, patience).await;
        let seen = sighting.as_ref().map(|sighting| sighting.leaf.thumbprint());
        let phase = expectation.judge(seen.as_ref());
        if last != Some(phase) {
            let told = spectator.phase(phase, seen.as_ref()).await;
            told.map_err(WatchEnd::Halted)?;
            last = Some(phase);
        }
        match sighting {
            Some(sighting)
                if matches!(
                    phase,
                    RestartPhase::UpWithNew | RestartPhase::UpWithCandidate
                ) =>
            {
                return Ok(sighting);
            }
            Some(sighting) if phase == RestartPhase::UpWithOther => {
                return Err(WatchEnd::Other(Box::new(sighting.leaf)));
            }
            Some(_) | None => {}
        }
        if spectator.wants_pause() {
            return Err(WatchEnd::Halted(Halt::Paused));
        }
        if let Some(waited) = vigil.worth_telling(pace.tell) {
            spectator.still(phase, waited);
        }
        let relapsed = relapse.lasts(phase, surroundings);
        if vigil.is_over(pace) || relapsed >= pace.settle_budget {
            let was_down = relapse.was_down;
            return Err(WatchEnd::TooLong { phase, was_down });
        }
        surroundings.sleep(pace.handshake).await;
    }
}

/// How long the old certificate has answered again after nobody did: the service was restarted, and
/// not into the new one.
#[derive(Debug, Default)]
struct Relapse {
    was_down: bool,
    since: Option<Instant>,
}

impl Relapse {
    fn lasts(&mut self, phase: RestartPhase, surroundings: &Surroundings) -> Duration {
        self.was_down |= phase == RestartPhase::Down;
        if phase == RestartPhase::StillOld && self.was_down {
            let since = self.since.get_or_insert_with(|| surroundings.instant());
            return surroundings.since(*since);
        }
        self.since = None;
        Duration::ZERO
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thumbprint(byte: u8) -> Thumbprint {
        Thumbprint::of(&[byte])
    }

    #[test]
    fn takes_an_import_through_its_phases() {
        let mut expected = Expectation::new(thumbprint(1), Some(thumbprint(2)), false);
        assert_eq!(expected.judge(Some(&thumbprint(1))), RestartPhase::StillOld);
        assert_eq!(expected.judge(None), RestartPhase::Down);
        assert_eq!(
            expected.judge(Some(&thumbprint(2))),
            RestartPhase::UpWithNew
        );
    }

    #[test]
    fn refuses_the_old_certificate_once_the_new_one_was_seen() {
        let mut expected = Expectation::new(thumbprint(1), Some(thumbprint(2)), false);
        expected.judge(Some(&thumbprint(2)));
        assert_eq!(
            expected.judge(Some(&thumbprint(1))),
            RestartPhase::UpWithOther
        );
    }

    #[test]
    fn refuses_a_third_certificate_when_the_new_one_is_known() {
        let mut expected = Expectation::new(thumbprint(1), Some(thumbprint(2)), false);
        assert_eq!(
            expected.judge(Some(&thumbprint(3))),
            RestartPhase::UpWithOther
        );
    }

    #[test]
    fn a_candidate_binds_nobody_when_nothing_was_learned() {
        let mut expected = Expectation::new(thumbprint(1), None, false);
        for candidate in [3, 4, 3] {
            let phase = expected.judge(Some(&thumbprint(candidate)));
            assert_eq!(phase, RestartPhase::UpWithCandidate);
        }
        assert_eq!(expected.judge(Some(&thumbprint(1))), RestartPhase::StillOld);
    }

    #[test]
    fn a_long_wait_is_worth_a_word_once_in_each_interval() {
        let mut vigil = Vigil::begin(Surroundings::of_this_machine());
        assert_eq!(vigil.worth_telling(Duration::from_secs(300)), None);
        vigil.began -= Duration::from_secs(301);
        let waited = vigil.worth_telling(Duration::from_secs(300)).unwrap();
        assert!(waited >= Duration::from_secs(301), "{waited:?}");
        assert_eq!(vigil.worth_telling(Duration::from_secs(300)), None);
        vigil.began -= Duration::from_secs(300);
        assert!(vigil.worth_telling(Duration::from_secs(300)).is_some());
        assert!(!vigil.is_over(&Pace::polite()));
        vigil.began -= Duration::from_secs(600);
        assert!(vigil.is_over(&Pace::polite()), "20 minutes are all it gets");
    }
}
