//! Where a run stands: a pure fold of its records, the same for screen, report and tests.

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::activity::{RestartPhase, StepStatus};
use crate::event::{Event, Moment, Opening, Outcome, Record, StepId};
use message::Problem;

mod damaged;
mod estimate;
mod headline;
mod peers;
mod view;

pub use estimate::measured;
pub use view::{BackupView, Half, RestartView, RunPeer, RunStatus, RunSummary, RunView, StepView};

/// The view after all these records.
pub fn fold(records: &[Record]) -> RunView {
    let mut progress = Progress::default();
    for record in records {
        progress.take(record);
    }
    progress.view
}

/// A fold under way, for whoever takes one record after the other.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    view: RunView,
    /// The steps of the view, at the same places.
    order: Vec<StepId>,
    clock: estimate::Clock,
}

impl Progress {
    /// Takes the next record in. Every record is accepted, in any order.
    pub fn take(&mut self, record: &Record) {
        self.clock.take(record);
        self.apply(&record.event, record.at);
        self.view.headline = headline::of(&self.view, self.current());
        self.view.seconds_left = if self.view.status == RunStatus::Running {
            self.clock.left()
        } else {
            None
        };
    }

    /// The view so far.
    pub fn view(&self) -> &RunView {
        &self.view
    }

    fn apply(&mut self, event: &Event, at: OffsetDateTime) {
        match event {
            Event::RunStarted(opening) => self.open(opening, at),
            Event::StepStarted { step, says } => self.start(*step, says, at),
            Event::StepEnded {
                step,
                status,
                says,
                problem,
            } => {
                self.end(*step, *status, says, problem.as_ref(), at);
            }
            Event::Note { step, says } => self.note(*step, says),
            Event::RunFinished { outcome, says } => self.finish(*outcome, says, at),
            Event::NewCertificateKnown {
                certificate: Some(certificate),
                ..
            } => {
                self.view.new = Some(certificate.clone());
            }
            Event::RestartSeen { phase, .. } => self.see(*phase, at),
            Event::PeerHalf { .. } | Event::PeerRecorded(_) => peers::take(&mut self.view, event),
            Event::RetryRequested { .. } | Event::Resumed { .. } => {
                peers::take(&mut self.view, event);
                self.go_on();
            }
            Event::OnPremisesForecast { sites } => self.view.on_premises.clone_from(sites),
            Event::OnPremisesSeen { name, seen } => {
                let sites = self.view.on_premises.iter_mut();
                sites
                    .filter(|site| site.name == *name)
                    .for_each(|site| site.seen = Some(*seen));
            }
            Event::BackupKept { path, says } => {
                self.view.backup = Some(BackupView {
                    path: path.clone(),
                    says: says.clone(),
                });
            }
            Event::QuestionAsked { .. }
            | Event::QuestionAnswered { .. }
            | Event::PauseRequested
            | Event::Paused
            | Event::Interrupted { .. } => self.turn(event),
            // These are for the report; the steps tell their story on the screen.
            Event::Slept { .. }
            | Event::SignedIn { .. }
            | Event::SignInFailed { .. }
            | Event::SiteRecorded(_)
            | Event::CertificateObserved { .. }
            | Event::ReplacementIntended { .. }
            | Event::ReplacementAccepted { .. }
            | Event::ReplacementRefused { .. }
            | Event::ReplacementAmbiguous { .. }
            | Event::EarlierInDoubt { .. }
            | Event::EarlierSettled { .. }
            | Event::NewCertificateKnown {
                certificate: None, ..
            }
            | Event::RepairIntended { .. }
            | Event::RepairTask { .. }
            | Event::Unknown(_) => {}
        }
    }

    fn open(&mut self, opening: &Opening, at: OffsetDateTime) {
        self.order = opening.steps.iter().map(|title| title.step).collect();
        self.view = RunView {
            run: opening.run.clone(),
            site: opening.local.name.clone(),
            site_address: opening.local.address.clone(),
            action: opening.action,
            started_at: written(at),
            steps: opening
                .steps
                .iter()
                .map(|s| StepView::waiting(s.step, &s.title))
                .collect(),
            peers: peers::of(opening),
            old: Some(opening.old.clone()),
            new: opening.new.clone(),
            operator: opening.operator.clone(),
            ..RunView::default()
        };
    }

    fn start(&mut self, step: StepId, says: &str, at: OffsetDateTime) {
        let view = self.step(step);
        *view = StepView {
            status: StepStatus::Running,
            says: said(says),
            started_at: Some(written(at)),
            ..StepView::waiting(step, &view.title)
        };
    }

    fn end(
        &mut self,
        step: StepId,
        status: StepStatus,
        says: &str,
        problem: Option<&Problem>,
        at: OffsetDateTime,
    ) {
        let view = self.step(step);
        let started = view.started_at.as_deref().and_then(read);
        view.took_ms = started.map(|started| milliseconds(at - started));
        view.status = status;
        view.says = said(says);
        view.problem = problem.cloned();
    }

    fn note(&mut self, step: Option<StepId>, says: &str) {
        if let Some(step) = step {
            self.step(step).says = said(says);
        }
    }

    fn finish(&mut self, outcome: Outcome, says: &str, at: OffsetDateTime) {
        self.view.status = match outcome {
            Outcome::Done => RunStatus::Done,
            Outcome::Attention => RunStatus::Attention,
            Outcome::Refused => RunStatus::Refused,
        };
        self.view.outcome = Some(says.to_owned());
        self.view.finished_at = Some(written(at));
        self.view.question = None;
    }

    fn see(&mut self, phase: RestartPhase, at: OffsetDateTime) {
        let is_other = self
            .view
            .restart
            .as_ref()
            .is_none_or(|seen| seen.phase != phase);
        if is_other {
            self.view.restart = Some(RestartView {
                phase,
                since: written(at),
            });
        }
        if phase == RestartPhase::UpWithNew {
            peers::outdate(&mut self.view);
        }
    }

    /// Stops, waits and goes on.
    fn turn(&mut self, event: &Event) {
        if let Event::QuestionAsked { question } = event {
            self.view.status = RunStatus::Question;
            self.view.question = Some(question.clone());
        } else if matches!(event, Event::PauseRequested) {
            self.view.status = RunStatus::Pausing;
        } else if matches!(event, Event::Paused) {
            self.view.status = RunStatus::Paused;
        } else if matches!(event, Event::Interrupted { .. }) {
            self.view.rest(RunStatus::Interrupted);
        } else {
            self.go_on();
        }
    }

    fn go_on(&mut self) {
        self.view.status = RunStatus::Running;
        self.view.question = None;
        self.view.outcome = None;
        self.view.finished_at = None;
        for step in &mut self.view.steps {
            if step.status == StepStatus::Failed {
                // It is run again; why it failed before is in the record.
                step.status = StepStatus::Waiting;
                step.problem = None;
            }
        }
    }

    /// The step's view; a step that was not announced is added at the end.
    fn step(&mut self, step: StepId) -> &mut StepView {
        let place = self
            .order
            .iter()
            .position(|known| *known == step)
            .unwrap_or_else(|| {
                self.order.push(step);
                self.view.steps.push(StepView::waiting(step, step.slug()));
                self.order.len() - 1
            });
        self.view
            .steps
            .get_mut(place)
            .expect("the order and the steps have the same length")
    }

    /// The first step that is under way.
    fn current(&self) -> Option<StepId> {
        let place = self
            .view
            .steps
            .iter()
            .position(|step| step.status == StepStatus::Running)?;
        self.order.get(place).copied()
    }
}

impl StepView {
    fn waiting(step: StepId, title: &str) -> Self {
        Self {
            id: step.slug().to_owned(),
            title: title.to_owned(),
            status: StepStatus::Waiting,
            says: None,
            started_at: None,
            took_ms: None,
            problem: None,
        }
    }
}

impl RunView {
    /// The view of a run that nobody works on: what has not ended was interrupted.
    pub fn left_behind(mut self) -> Self {
        if !self.status.is_final() && self.status != RunStatus::Paused {
            self.rest(RunStatus::Interrupted);
            self.headline = headline::of(&self, None);
        }
        self
    }

    /// Nothing is under way any longer.
    fn rest(&mut self, status: RunStatus) {
        self.status = status;
        self.seconds_left = None;
        self.question = None;
        let running = self
            .steps
            .iter_mut()
            .filter(|step| step.status == StepStatus::Running);
        running.for_each(|step| step.status = StepStatus::Waiting);
        peers::rest(self);
    }
}

/// A moment, as the views carry it.
fn written(at: OffsetDateTime) -> String {
    at.format(&Rfc3339).unwrap_or_default()
}

/// A moment, from a view.
fn read(text: &str) -> Option<OffsetDateTime> {
    OffsetDateTime::parse(text, &Rfc3339).ok()
}

/// A duration in whole milliseconds; one that runs backwards, because the clock was set, is none.
fn milliseconds(duration: time::Duration) -> u32 {
    u32::try_from(duration.whole_milliseconds().max(0)).unwrap_or(u32::MAX)
}

/// A sentence, if there is one.
fn said(says: &str) -> Option<String> {
    (!says.is_empty()).then(|| says.to_owned())
}

/// Whether a reading was taken after the change.
fn is_after(moment: Moment) -> bool {
    moment == Moment::After
}

#[cfg(test)]
mod tests;
