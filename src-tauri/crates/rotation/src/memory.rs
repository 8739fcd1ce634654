//! What a run's records say about it: the little that must be known before looking at the sites.
//!
//! The appliances are the truth and the journal is the record. Only three things cannot be seen
//! from outside and come from here: that the guarded call may have been sent, which certificate
//! the new one is, and that the new one has been seen, after which the old one is refused.

use std::collections::HashMap;

use time::OffsetDateTime;

use crate::event::{Event, Opening, Outcome, Record, Side};
use crate::on_premises::OnPremisesView;
use crate::progress::{Activity, RestartPhase};
use crate::questions::{NO_PEER_READY, REPLACE, STOP};

/// What the records of one run say.
#[derive(Debug, Clone, Default)]
pub(crate) struct Memory {
    /// What the run is about.
    pub(crate) opening: Option<Box<Opening>>,
    /// Whether readiness was checked and the baseline recorded.
    pub(crate) is_recorded: bool,
    /// Whether a person said that it goes on although no peer site is ready.
    pub(crate) goes_on_alone: bool,
    /// Whether a person said that nothing is to be changed while no peer site is ready.
    pub(crate) is_stopped: bool,
    /// Whether the run ended with everything as it should be.
    pub(crate) is_finished: bool,
    /// The last replacement that was about to be made.
    pub(crate) replacement: Attempt,
    /// When it was about to be made.
    pub(crate) intended: Option<OffsetDateTime>,
    /// The new certificate's thumbprint, where it is known.
    pub(crate) new: Option<String>,
    /// What answered in place of the old certificate, known or only a candidate.
    pub(crate) arrived: Option<String>,
    /// What on-premises sites must do.
    pub(crate) on_premises: Vec<OnPremisesView>,
    /// The halves that were found in order.
    pub(crate) done: HashMap<(String, Side), bool>,
}

/// How far the guarded call went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Attempt {
    /// It was never about to be made.
    #[default]
    None,
    /// It may have been made: nobody knows.
    Open {
        /// The operation's id.
        operation: String,
    },
    /// The appliance took it.
    Accepted,
    /// The appliance certainly refused it.
    Refused,
}

impl Memory {
    /// Reads the records of a run.
    pub(crate) fn recall(records: &[Record]) -> Self {
        let mut memory = Self::default();
        for record in records {
            memory.take(&record.event, record.at);
        }
        memory
    }

    /// The guard file is there: if the record knows of no call, its end was lost, and the call may
    /// have been made.
    pub(crate) fn doubt(&mut self) {
        if self.replacement == Attempt::None {
            self.replacement = Attempt::Open {
                operation: String::new(),
            };
        }
    }

    /// Whether the appliance may have taken the replacement.
    pub(crate) fn may_have_replaced(&self) -> bool {
        matches!(self.replacement, Attempt::Open { .. } | Attempt::Accepted)
            || self.arrived.is_some()
    }

    /// Takes the next event in, and when it was.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "most events only show progress and leave nothing to remember"
    )]
    pub(crate) fn take(&mut self, event: &Event, at: OffsetDateTime) {
        match event {
            Event::RunStarted(opening) => {
                self.new = opening.new.as_ref().map(|card| card.thumbprint.clone());
                self.opening = Some(opening.clone());
            }
            Event::RunFinished { outcome, .. } => self.is_finished = *outcome == Outcome::Done,
            Event::PeerRecorded(_) | Event::SiteRecorded(_) => self.is_recorded = true,
            Event::QuestionAnswered {
                question, answer, ..
            } if question == NO_PEER_READY => {
                self.goes_on_alone = answer == REPLACE;
                self.is_stopped = answer == STOP;
            }
            Event::ReplacementIntended { operation, .. } => {
                self.intended = Some(at);
                self.replacement = Attempt::Open {
                    operation: operation.clone(),
                };
            }
            Event::ReplacementAccepted { .. } => self.replacement = Attempt::Accepted,
            Event::ReplacementRefused { .. } => self.replacement = Attempt::Refused,
            Event::NewCertificateKnown { thumbprint, .. } => self.new = Some(thumbprint.clone()),
            Event::OnPremisesForecast { sites } => self.on_premises.clone_from(sites),
            Event::RestartSeen {
                phase: RestartPhase::UpWithNew,
                thumbprint,
            } => self.arrived.clone_from(thumbprint),
            Event::PeerHalf {
                peer,
                side,
                activity,
                ..
            } => {
                let is_done = *activity == Activity::Done;
                self.done.insert((peer.clone(), *side), is_done);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recall(events: impl IntoIterator<Item = Event>) -> Memory {
        let records: Vec<Record> = events
            .into_iter()
            .map(|event| Record {
                at: OffsetDateTime::UNIX_EPOCH,
                event,
            })
            .collect();
        Memory::recall(&records)
    }

    fn intended() -> Event {
        Event::ReplacementIntended {
            operation: "reseal-1".into(),
            old: "old".into(),
            new: None,
            grade: "E5".into(),
        }
    }

    #[test]
    fn leaves_an_intent_without_an_answer_open() {
        let memory = recall([intended()]);
        assert_eq!(
            memory.replacement,
            Attempt::Open {
                operation: "reseal-1".into()
            }
        );
        assert!(memory.may_have_replaced());
    }

    #[test]
    fn takes_a_refusal_for_nothing_done() {
        let problem = crate::problem::Problem::new("x", "a", "b", "c");
        let refused = Event::ReplacementRefused {
            operation: "reseal-1".into(),
            problem,
        };
        assert!(!recall([intended(), refused]).may_have_replaced());
    }

    #[test]
    fn a_guard_without_a_record_of_the_call_is_doubt() {
        let mut memory = recall([]);
        memory.doubt();
        assert!(memory.may_have_replaced());
    }

    #[test]
    fn remembers_that_the_new_certificate_was_seen() {
        let seen = Event::RestartSeen {
            phase: RestartPhase::UpWithNew,
            thumbprint: Some("new".into()),
        };
        assert_eq!(recall([seen]).arrived.as_deref(), Some("new"));
    }
}
