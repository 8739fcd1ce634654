//! One half of re-establishing trust: one site takes the right thumbprint for another.
//!
//! The order is always the same: read the record, make sure that nobody else changed it, let the
//! site itself look at the other (a witness, never the source), write the intent, send the
//! thumbprint that *we* verified, follow the task, read the record again. A task that succeeded is
//! not yet a trust that works (docs/vcda-api.md §3.4), so the errors of the record are read too.

mod error;
mod problem;

use std::sync::Arc;

use appliance::{OperationId, PeerSite, RequestError, Session, Task, TaskState, Verbatim};
use certificate::Thumbprint;

use crate::activity::Activity;
use crate::event::{Event, Side};
use crate::memory::Begun;
use crate::patience::{Patience, TRIES};
use crate::records::SiteRecords;
use crate::records::is_same_url;
use crate::records::stored;
use crate::reporter::Reporter;
use crate::verdict::Verdict;
use message::{Problem, message};

pub(crate) use error::{RepairError, Sight, Way};

/// One repair: where it runs, whose record it mends, and what must be true afterwards.
#[derive(Debug, Clone)]
pub(crate) struct Repair {
    /// The peer site this is about, for the record.
    pub(crate) peer: String,
    /// Which half.
    pub(crate) side: Side,
    /// The name of the site where the repair runs.
    pub(crate) at: String,
    /// The name of the site whose thumbprint is handed over.
    pub(crate) of: String,
    /// The session at the site where the repair runs.
    pub(crate) session: Arc<Session>,
    /// The list of sites there.
    pub(crate) records: SiteRecords,
    /// The thumbprint that we verified ourselves.
    pub(crate) target: Thumbprint,
    /// The thumbprint that was on record before; anything else means that somebody changed it.
    pub(crate) before: Option<String>,
    /// The address on record before, sent back unchanged.
    pub(crate) url: String,
    /// The description on record before, sent back unchanged.
    pub(crate) description: Verbatim,
    /// Whether a record that is in order already needs no repair.
    pub(crate) may_skip: bool,
    /// What an earlier try sent, where the record does not tell how that ended.
    pub(crate) begun: Option<Begun>,
}

/// What came of a repair: the record is as it should be. The reason for a remark is what was not.
pub(crate) type Repaired = Option<Box<RepairError>>;

/// What became of a repair that was sent.
enum Sent {
    Task(Box<Task>, OperationId),
    Taken,
    Unknown,
}

impl Repair {
    /// Runs the repair, or finds that there is nothing to do.
    pub(crate) async fn run(
        &self,
        patience: &Patience,
        reporter: &Reporter,
    ) -> Result<Repaired, RepairError> {
        self.tell(reporter, Verdict::Old, None, self.beginning());
        let record = self.record(patience).await?;
        self.check_unchanged(&record)?;
        if self.may_skip && self.is_in_order(&record) {
            return Ok(None);
        }
        if let Some(task) = self.earlier_task(patience).await {
            match self.follow(task, patience, reporter).await {
                // What was sent before did not help: it is sent anew, as the person who goes on wants.
                Err(RepairError::TaskFailed { .. } | RepairError::NotTaken { .. }) => {}
                other => return other,
            }
        }
        self.let_it_look(patience).await?;
        for _ in 0..TRIES {
            match self.send(patience, reporter).await? {
                Sent::Task(task, operation) => {
                    reporter.mention(self.task_event(&task, &operation));
                    return self.follow(*task, patience, reporter).await;
                }
                Sent::Taken => return self.confirm(patience).await.map(|()| None),
                Sent::Unknown => {}
            }
        }
        Err(RepairError::TaskEndless {
            at: self.at.clone(),
            of: self.of.clone(),
        })
    }

    /// The error that the record still shows after everything was tried, if it shows one.
    pub(crate) async fn confirm(&self, patience: &Patience) -> Result<(), RepairError> {
        let mut tries = 0;
        loop {
            let record = self.record(patience).await?;
            let checked = self.check_taken(&record);
            tries += 1;
            match checked {
                // The appliance may take a moment to look again at what it has on record.
                Err(RepairError::StillBroken { .. }) if tries < TRIES => {
                    patience.pause(tries).await
                }
                other => return other,
            }
        }
    }

    fn beginning(&self) -> String {
        format!("{} is looking at {}", self.at, self.of)
    }

    async fn record(&self, patience: &Patience) -> Result<PeerSite, RepairError> {
        let records = self.records.read(&self.session, patience).await;
        records
            .map_err(|source| self.failed(source))?
            .iter()
            .find(|record| record.site == self.of && !record.is_local)
            .cloned()
            .ok_or_else(|| RepairError::RecordGone {
                at: self.at.clone(),
                of: self.of.clone(),
            })
    }

    /// Compare and swap: nobody else may have changed what is about to be written over.
    fn check_unchanged(&self, record: &PeerSite) -> Result<(), RepairError> {
        let (at, of) = (self.at.clone(), self.of.clone());
        if !is_same_url(&record.api_url, &self.url) {
            let (was, is) = (self.url.clone(), record.api_url.clone());
            return Err(RepairError::AddressChanged { at, of, was, is });
        }
        let holds = stored(record);
        let is_ours = holds.as_deref() == Some(&*self.target.to_string());
        if is_ours || holds == self.before {
            return Ok(());
        }
        let holds = holds.unwrap_or_default();
        Err(RepairError::SomebodyElse { at, of, holds })
    }

    fn is_in_order(&self, record: &PeerSite) -> bool {
        self.check_taken(record).is_ok()
    }

    fn check_taken(&self, record: &PeerSite) -> Result<(), RepairError> {
        let (at, of) = (self.at.clone(), self.of.clone());
        let holds = stored(record);
        if holds.as_deref() != Some(&*self.target.to_string()) {
            return Err(RepairError::NotTaken { at, of, holds });
        }
        // The peer hears from the local site again only after the local half, so that side of its
        // record is read then.
        let incoming = match self.side {
            Side::AtPeer => None,
            Side::AtLocal => record.incoming_comm_error.as_ref(),
        };
        let outgoing = record.outgoing_comm_error.as_ref();
        let outgoing = outgoing.map(|error| (Way::Outgoing, error));
        match outgoing.or_else(|| incoming.map(|error| (Way::Incoming, error))) {
            None => Ok(()),
            Some((way, error)) => {
                let reports = Box::new(error.clone());
                Err(RepairError::StillBroken {
                    at,
                    of,
                    way,
                    reports,
                })
            }
        }
    }

    /// Has the site look at the other itself. What it sees is compared and never sent on.
    async fn let_it_look(&self, patience: &Patience) -> Result<(), RepairError> {
        let mut tries = 0;
        loop {
            let seen = patience
                .read(|| self.session.remote_certificate(&self.url, true))
                .await
                .map_err(|source| RepairError::CannotLook {
                    at: self.at.clone(),
                    of: self.of.clone(),
                    source: Box::new(source),
                })?;
            tries += 1;
            if seen.thumbprint == self.target {
                return Ok(());
            }
            let is_old = self.before.as_deref() == Some(&*seen.thumbprint.to_string());
            if !is_old || tries >= TRIES {
                return Err(RepairError::SeesOther {
                    at: self.at.clone(),
                    of: self.of.clone(),
                    sight: Box::new(Sight {
                        url: self.url.clone(),
                        sees: seen.thumbprint,
                        verified: self.target,
                    }),
                });
            }
            // The restart may reach the tunnel a moment after the management address.
            patience.pause(tries).await;
        }
    }

    /// Writes the intent and sends the repair once.
    async fn send(&self, patience: &Patience, reporter: &Reporter) -> Result<Sent, RepairError> {
        let operation = OperationId::draw(&mut patience.surroundings.chance());
        reporter
            .keep(Event::RepairIntended {
                peer: self.peer.clone(),
                side: self.side,
                operation: operation.to_string(),
                thumbprint: self.target.to_string(),
            })
            .await?;
        let sending = self.session.repair_site(
            &self.of,
            &self.description,
            &self.url,
            &self.target,
            &operation,
        );
        match patience.once(sending).await {
            Ok(task) => Ok(Sent::Task(Box::new(task), operation)),
            Err(source) if source.is_definite_refusal() => Err(RepairError::Refused {
                at: self.at.clone(),
                of: self.of.clone(),
                source: Box::new(source),
            }),
            Err(_) => self.find_out(operation, patience).await,
        }
    }

    /// The task of what an earlier try sent, if the site knows of it.
    async fn earlier_task(&self, patience: &Patience) -> Option<Task> {
        let begun = self.begun.as_ref()?;
        if let Some(id) = &begun.task
            && let Ok(task) = patience.read(|| self.session.task(id)).await
        {
            return Some(task);
        }
        let operation = begun.operation.parse().ok()?;
        self.task_of(&operation, patience).await.ok()?
    }

    /// The task of an operation, if the site knows one.
    async fn task_of(
        &self,
        operation: &OperationId,
        patience: &Patience,
    ) -> Result<Option<Task>, RequestError> {
        let tasks = patience.read(|| self.session.tasks_of(operation)).await?;
        // A version that ignores the filter answers with tasks about others too.
        let is_ours = |task: &Task| {
            let resource = task.resource.as_ref();
            resource.is_none_or(|resource| *resource == self.of)
        };
        Ok(tasks.into_iter().find(is_ours))
    }

    /// What became of a repair whose answer was lost: the record first, then the task.
    async fn find_out(
        &self,
        operation: OperationId,
        patience: &Patience,
    ) -> Result<Sent, RepairError> {
        patience.pause(1).await;
        let record = self.record(patience).await?;
        if self.is_in_order(&record) {
            return Ok(Sent::Taken);
        }
        let task = self.task_of(&operation, patience).await;
        let task = task.map_err(|source| self.failed(source))?;
        Ok(task.map_or(Sent::Unknown, |task| Sent::Task(Box::new(task), operation)))
    }

    /// Reads the task until it ends. States that are not known count as not ended
    /// (docs/vcda-api.md §3.4).
    async fn follow(
        &self,
        mut task: Task,
        patience: &Patience,
        reporter: &Reporter,
    ) -> Result<Repaired, RepairError> {
        let mut looks = patience.repairs.looks(&patience.surroundings);
        let mut shown = None;
        loop {
            if shown != task.progress && !task.is_finished() {
                shown = task.progress;
                self.tell(reporter, Verdict::Old, shown, String::new());
            }
            if !looks.next(&task).await {
                break;
            }
            task = match patience.read(|| self.session.task(&task.id)).await {
                Ok(next) => next,
                Err(source) => return self.settle(self.failed(source), patience).await,
            };
        }
        match task.state {
            TaskState::Succeeded => self.confirm_result(&task, patience).await.map(|()| None),
            TaskState::Failed => self.settle(self.task_failed(&task), patience).await,
            TaskState::Queued | TaskState::Running | TaskState::Other(_) => {
                let (at, of) = (self.at.clone(), self.of.clone());
                self.settle(RepairError::TaskEndless { at, of }, patience)
                    .await
            }
        }
    }

    /// A task that succeeded brings the record along; where it does not, or shows an error, the
    /// record is read again.
    async fn confirm_result(&self, task: &Task, patience: &Patience) -> Result<(), RepairError> {
        let result = task.result_site.as_ref();
        if result.is_some_and(|record| self.is_in_order(record)) {
            return Ok(());
        }
        self.confirm(patience).await
    }

    /// Whatever a task says of itself, the record tells whether the site trusts the other. Where it does, what
    /// the task said is a remark.
    async fn settle(
        &self,
        said: RepairError,
        patience: &Patience,
    ) -> Result<Repaired, RepairError> {
        let record = self.record(patience).await?;
        if self.is_in_order(&record) {
            return Ok(Some(Box::new(said)));
        }
        Err(said)
    }

    /// What a task said although the record is in order.
    pub(crate) fn remark(&self, said: &RepairError) -> Problem {
        let (at, of) = (&self.at, &self.of);
        let said = Problem::from(said);
        let message = message!(
            "repair.done_with_a_remark",
            at = at,
            of = of,
            remark = said.message
        );
        Problem {
            quote: said.quote,
            ..message.into()
        }
    }

    fn task_failed(&self, task: &Task) -> RepairError {
        let (code, msg) = match &task.error {
            Some(error) => (error.code.clone(), error.msg.clone()),
            None => Default::default(),
        };
        let (at, of) = (self.at.clone(), self.of.clone());
        RepairError::TaskFailed { at, of, code, msg }
    }

    fn task_event(&self, task: &Task, operation: &OperationId) -> Event {
        Event::RepairTask {
            peer: self.peer.clone(),
            side: self.side,
            operation: operation.to_string(),
            task: task.id.clone(),
        }
    }

    fn failed(&self, source: RequestError) -> RepairError {
        let (at, source) = (self.at.clone(), Box::new(source));
        RepairError::Request { at, source }
    }

    fn tell(&self, reporter: &Reporter, verdict: Verdict, progress: Option<u8>, says: String) {
        reporter.mention(Event::PeerHalf {
            peer: self.peer.clone(),
            side: self.side,
            verdict,
            activity: Activity::Working,
            progress,
            says,
            problem: None,
        });
    }
}
