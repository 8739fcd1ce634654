//! What a run's records say about it: the little that must be known before looking at the sites.
//!
//! The appliances are the truth and the journal is the record. Only three things cannot be seen
//! from outside and come from here: that the guarded call may have been sent, which certificate
//! the new one is, and that the new one has been seen, after which the old one is refused.

use std::collections::HashMap;

use certificate::Thumbprint;
use time::OffsetDateTime;

use crate::activity::{Activity, RestartPhase};
use crate::event::{Event, Guarded, Knowledge, Opening, Outcome, Record, Side};
use crate::journal::Guard;
use crate::on_premises::OnPremisesView;
use crate::question::STOP;
use crate::questions::{self, AGAIN, NEW_CERTIFICATE, NO_PEER_READY, REPLACE};

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
    /// How things stood before that replacement was about to be made.
    before: Attempt,
    /// Every operation that was about to be sent.
    operations: Vec<String>,
    /// The replacements of earlier runs at the site whose fate nobody knows.
    pub(crate) earlier: Vec<Earlier>,
    /// When it was about to be made.
    pub(crate) intended: Option<OffsetDateTime>,
    /// The new certificate's thumbprint, where it is known.
    pub(crate) new: Option<String>,
    /// The thumbprint that a person pasted for the new certificate.
    pub(crate) pasted: Option<Thumbprint>,
    /// The new certificate, once it answered in place of the old one. A stranger that merely answered
    /// there binds nobody.
    pub(crate) arrived: Option<String>,
    /// What on-premises sites must do.
    pub(crate) on_premises: Vec<OnPremisesView>,
    /// The halves that were found in order.
    pub(crate) done: HashMap<(String, Side), bool>,
    /// The repairs that were about to be sent and whose end is not on record.
    pub(crate) begun: HashMap<(String, Side), Begun>,
}

/// A repair that was about to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Begun {
    /// The operation's id.
    pub(crate) operation: String,
    /// The task's id at that appliance, where it was told.
    pub(crate) task: Option<String>,
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
        /// Whether it was answered with 401: by a session that had ended, or by the log-out that a
        /// replacement brings.
        is_unauthorised: bool,
    },
    /// Nobody knows, and a person said to send it again.
    Again {
        /// The operation's id.
        operation: String,
    },
    /// Nobody knows, and a person said to leave it.
    Left {
        /// The operation's id.
        operation: String,
    },
    /// The appliance took it.
    Accepted,
    /// The appliance certainly refused it.
    Refused,
}

/// A replacement of an earlier run at the same site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Earlier {
    /// The earlier run.
    pub(crate) run: String,
    /// What its guard says, where that can be read.
    pub(crate) call: Option<Guarded>,
}

impl Memory {
    /// Reads the records of a run and its guard, which has the last word: it is placed after the intent and
    /// before the call.
    pub(crate) fn beside(records: &[Record], guard: &Guard) -> Self {
        let mut memory = Self::recall(records);
        match &memory.replacement {
            Attempt::Open { operation, .. } if guard.excludes(operation) => {
                memory.replacement = std::mem::take(&mut memory.before);
            }
            Attempt::Accepted => return memory,
            Attempt::None
            | Attempt::Open { .. }
            | Attempt::Again { .. }
            | Attempt::Left { .. }
            | Attempt::Refused => {}
        }
        if let Some(operation) = memory.unrecorded(guard) {
            memory.replacement = Attempt::Open {
                operation,
                is_unauthorised: false,
            };
        }
        memory
    }

    /// A call that the guard knows and the records do not: the end of the record was lost.
    fn unrecorded(&self, guard: &Guard) -> Option<String> {
        match guard.calls() {
            [] if *guard == Guard::Absent => None,
            [] => (self.replacement == Attempt::None).then(String::new),
            [.., last] if self.operations.contains(&last.operation) => None,
            [.., last] => Some(last.operation.clone()),
        }
    }

    /// Reads the records of a run.
    pub(crate) fn recall(records: &[Record]) -> Self {
        let mut memory = Self::default();
        for record in records {
            memory.take(&record.event, record.at);
        }
        memory
    }

    /// Whether the appliance may have taken the replacement.
    pub(crate) fn may_have_replaced(&self) -> bool {
        match self.replacement {
            Attempt::Open { .. }
            | Attempt::Again { .. }
            | Attempt::Left { .. }
            | Attempt::Accepted => true,
            Attempt::None | Attempt::Refused => self.arrived.is_some(),
        }
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
                question,
                answer,
                typed,
            } => self.hear(question, answer, typed.as_deref()),
            Event::ReplacementIntended { operation, .. } => {
                self.intended = Some(at);
                self.operations.push(operation.clone());
                let open = Attempt::Open {
                    operation: operation.clone(),
                    is_unauthorised: false,
                };
                self.before = std::mem::replace(&mut self.replacement, open);
            }
            Event::ReplacementAmbiguous {
                operation,
                is_unauthorised,
                ..
            } => {
                self.replacement = Attempt::Open {
                    operation: operation.clone(),
                    is_unauthorised: *is_unauthorised,
                };
            }
            Event::EarlierInDoubt { run, call, .. } => self.earlier.push(Earlier {
                run: run.clone(),
                call: call.clone(),
            }),
            Event::EarlierSettled { run, .. } => self.earlier.retain(|it| it.run != *run),
            Event::ReplacementAccepted { .. } => self.replacement = Attempt::Accepted,
            Event::ReplacementRefused { .. } => self.replacement = Attempt::Refused,
            Event::NewCertificateKnown {
                thumbprint, how, ..
            } => {
                self.new = Some(thumbprint.clone());
                // Whoever vouched for it did so for what was on the wire.
                if matches!(how, Knowledge::Notaries | Knowledge::Pasted) {
                    self.arrived = Some(thumbprint.clone());
                }
            }
            Event::OnPremisesForecast { sites } => self.on_premises.clone_from(sites),
            Event::RestartSeen {
                phase: RestartPhase::UpWithNew,
                thumbprint,
            } if self.new == *thumbprint => self.arrived.clone_from(thumbprint),
            Event::PeerHalf { .. } | Event::RepairIntended { .. } | Event::RepairTask { .. } => {
                self.take_repair(event);
            }
            _ => {}
        }
    }

    /// Takes an event about one half of a peer's trust in.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only events about repairs are handed here"
    )]
    fn take_repair(&mut self, event: &Event) {
        match event {
            Event::PeerHalf {
                peer,
                side,
                activity,
                ..
            } => {
                let half = (peer.clone(), *side);
                if matches!(activity, Activity::Done | Activity::Failed) {
                    self.begun.remove(&half);
                }
                self.done.insert(half, *activity == Activity::Done);
            }
            Event::RepairIntended {
                peer,
                side,
                operation,
                ..
            } => {
                let (operation, task) = (operation.clone(), None);
                let half = (peer.clone(), *side);
                self.begun.insert(half, Begun { operation, task });
            }
            Event::RepairTask {
                peer,
                side,
                operation,
                task,
            } => {
                let begun = self.begun.get_mut(&(peer.clone(), *side));
                if let Some(begun) = begun.filter(|begun| begun.operation == *operation) {
                    begun.task = Some(task.clone());
                }
            }
            _ => {}
        }
    }
}

impl Memory {
    /// Takes an answer in. It is obeyed by every later call of the run.
    fn hear(&mut self, question: &str, answer: &str, typed: Option<&str>) {
        match question {
            NO_PEER_READY => {
                self.goes_on_alone = answer == REPLACE;
                self.is_stopped = answer == STOP;
            }
            NEW_CERTIFICATE => self.pasted = typed.and_then(|typed| typed.parse().ok()),
            _ if questions::is_about_earlier(question) => self.is_stopped = answer == STOP,
            _ => self.hear_again(question, answer),
        }
    }

    fn hear_again(&mut self, question: &str, answer: &str) {
        let Attempt::Open { operation, .. } = &self.replacement else {
            return;
        };
        let operation = operation.clone();
        if question == questions::again_id(&operation) {
            self.replacement = if answer == AGAIN {
                Attempt::Again { operation }
            } else {
                Attempt::Left { operation }
            };
        }
    }
}

#[cfg(test)]
mod tests;
