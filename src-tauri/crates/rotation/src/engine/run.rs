//! A run in this process: whoever holds it can watch it, pause it, answer it and try again.

use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use certificate::Thumbprint;
use ground::Surroundings;
use tokio::sync::{broadcast, mpsc, watch};
use tokio::task::JoinHandle;

use super::{VERSION, drive};
use crate::event::{Event, Outcome, Record};
use crate::journal::{Journal, Owner, RunId};
use crate::live::{Answer, Live, Wishes};
use crate::memory::Memory;
use crate::progress::{Progress, RunView};
use crate::question::Question;
use crate::reporter::{Audience, Reporter, WeakReporter};
use crate::request::SiteAccess;
use crate::slumber;
use message::Problem;

/// How many records a slow listener may be behind.
const RECORDS_MAX: usize = 2048;

/// A run in this process. Clones are the same run; it goes on when all of them are dropped.
#[derive(Clone)]
pub struct Run {
    shared: Arc<Shared>,
}

struct Shared {
    id: RunId,
    home: PathBuf,
    surroundings: Surroundings,
    view: watch::Sender<RunView>,
    records: broadcast::Sender<Record>,
    /// The listener that missed nothing, for the first one who asks.
    first: Mutex<Option<broadcast::Receiver<Record>>>,
    pause: watch::Sender<bool>,
    answers: mpsc::UnboundedSender<Answer>,
    outcome: watch::Sender<Option<Outcome>>,
    reporter: Mutex<Option<WeakReporter>>,
    /// The sites and sessions of a run that has stopped, for whoever goes on with it.
    parked: Mutex<Option<(Live, Progress)>>,
}

/// Why an answer was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAnswered {
    /// No such question waits.
    #[error("the question {question} does not wait for an answer")]
    NoSuchQuestion {
        /// The question's id.
        question: String,
    },
    /// The question has no such answer.
    #[error("the question has no answer {answer}")]
    NoSuchAnswer {
        /// The answer's id.
        answer: String,
    },
    /// What has to be typed was not typed.
    #[error("the answer needs {wanted:?} typed")]
    NotTyped {
        /// What has to be typed.
        wanted: String,
    },
    /// What was pasted is no thumbprint.
    #[error("what was pasted is no thumbprint")]
    NoThumbprint(#[source] certificate::ParseThumbprintError),
}

/// Why a run does not go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum AgainError {
    /// It has not stopped.
    #[error("the run has not stopped")]
    StillRunning,
}

impl Run {
    /// A run that has not begun, and the end of its wishes that the work listens to.
    pub(super) fn new(home: PathBuf, id: RunId, surroundings: &Surroundings) -> (Self, Wishes) {
        let (records, first) = broadcast::channel(RECORDS_MAX);
        let (pause, wants_pause) = watch::channel(false);
        let (answers, given) = mpsc::unbounded_channel();
        let shared = Shared {
            id,
            home,
            surroundings: surroundings.clone(),
            view: watch::Sender::new(RunView::default()),
            records,
            first: Mutex::new(Some(first)),
            pause,
            answers,
            outcome: watch::Sender::new(None),
            reporter: Mutex::new(None),
            parked: Mutex::new(None),
        };
        let wishes = Wishes {
            pause: wants_pause,
            answers: given,
        };
        let shared = Arc::new(shared);
        (Self { shared }, wishes)
    }

    /// The run's name.
    pub fn id(&self) -> &RunId {
        &self.shared.id
    }

    /// The run as it stands, whole, and again after every change.
    pub fn watch(&self) -> watch::Receiver<RunView> {
        self.shared.view.subscribe()
    }

    /// The records as they are kept. The first one who asks misses none of this process.
    pub fn events(&self) -> broadcast::Receiver<Record> {
        let first = lock(&self.shared.first).take();
        first.unwrap_or_else(|| self.shared.records.subscribe())
    }

    /// Asks the run to pause: what is under way at a peer ends first.
    pub fn pause(&self) {
        let was_asked = self.shared.pause.send_replace(true);
        let reporter = lock(&self.shared.reporter)
            .as_ref()
            .and_then(WeakReporter::upgrade);
        if let (false, Some(reporter)) = (was_asked, reporter) {
            reporter.mention(Event::PauseRequested);
        }
    }

    /// Answers the question that waits.
    pub fn answer(
        &self,
        question: &str,
        answer: &str,
        typed: Option<String>,
    ) -> Result<(), NotAnswered> {
        let view = self.shared.view.borrow().clone();
        let waiting = view.question.filter(|waiting| waiting.id == question);
        let Some(waiting) = waiting else {
            let question = question.to_owned();
            return Err(NotAnswered::NoSuchQuestion { question });
        };
        check_answer(&waiting, answer, typed.as_deref())?;
        let answer = Answer {
            question: question.to_owned(),
            answer: answer.to_owned(),
            typed,
        };
        // The run ended at this very moment: nothing waits for the answer any more.
        drop(self.shared.answers.send(answer));
        Ok(())
    }

    /// Tries the failed peers again, and only those, with the ways to sign in that are there now.
    pub async fn retry_failed(&self, peers: Vec<SiteAccess>) -> Result<(), Problem> {
        let retried = |live: &mut Live| {
            let peers = live.forget_failures();
            vec![Event::RetryRequested { peers }]
        };
        self.again(peers, retried).await
    }

    /// Goes on, with the sessions and the file that are still at hand, and the ways to sign in at peers that
    /// are there now.
    pub async fn resume(&self, peers: Vec<SiteAccess>) -> Result<(), Problem> {
        let resumed = |live: &mut Live| {
            live.forget_failures();
            super::resume::resumed(String::new(), live)
        };
        self.again(peers, resumed).await
    }

    /// Waits until the work stops. A run that was paused answers that something is left to do.
    pub async fn finished(&self) -> Outcome {
        let mut outcome = self.shared.outcome.subscribe();
        let ended = outcome.wait_for(Option::is_some).await;
        ended
            .ok()
            .and_then(|ended| *ended)
            .unwrap_or(Outcome::Attention)
    }

    /// The sender of whole views, for the writing thread.
    pub(super) fn view_sender(&self) -> watch::Sender<RunView> {
        self.shared.view.clone()
    }

    /// The sender of records, for the writing thread.
    pub(super) fn record_sender(&self) -> broadcast::Sender<Record> {
        self.shared.records.clone()
    }

    /// Keeps the first events and starts the work.
    pub(super) async fn begin(
        &self,
        journal: Journal,
        audience: Audience,
        live: Live,
        events: Vec<Event>,
    ) -> Result<(), Problem> {
        let surroundings = self.shared.surroundings.clone();
        let (reporter, writer) = Reporter::start(journal, audience, surroundings);
        *lock(&self.shared.reporter) = Some(reporter.downgrade());
        self.shared.pause.send_replace(false);
        self.shared.outcome.send_replace(None);
        let kept = reporter.keep_all(events).await;
        kept.map_err(|not_kept| not_kept.0)?;
        let run = self.clone();
        tokio::spawn(async move { run.work(live, reporter, writer).await });
        Ok(())
    }

    async fn work(&self, mut live: Live, reporter: Reporter, writer: JoinHandle<Option<Audience>>) {
        let (surroundings, pace) = (self.shared.surroundings.clone(), live.patience.pace);
        let outcome = tokio::select! {
            biased;
            outcome = drive::drive(&mut live, &reporter) => outcome,
            never = slumber::watch(&surroundings, &pace, &reporter) => match never {},
        };
        live.repairs.shutdown().await;
        drop(reporter);
        // The journal's locks are free before anybody hears that the work has stopped.
        let written = writer.await;
        if let (Ok(Some(audience)), false) = (written, outcome == Outcome::Done) {
            *lock(&self.shared.parked) = Some((live, audience.progress));
        }
        self.shared.outcome.send_replace(Some(outcome));
    }

    /// Goes on with what is parked.
    async fn again(
        &self,
        peers: Vec<SiteAccess>,
        first: impl FnOnce(&mut Live) -> Vec<Event>,
    ) -> Result<(), Problem> {
        let parked = lock(&self.shared.parked).take();
        let Some((mut live, progress)) = parked else {
            return Err(Problem::from(&AgainError::StillRunning));
        };
        if let Err(error) = super::resume::admits_going_on(&live.memory) {
            *lock(&self.shared.parked) = Some((live, progress));
            return Err(Problem::from(&error));
        }
        let now = self.shared.surroundings.now();
        let owner = Owner::this_process(VERSION, now);
        let opened = Journal::open(&self.shared.home, &self.shared.id, &owner);
        let (journal, replay) = match opened {
            Ok(opened) => opened,
            Err(error) => {
                *lock(&self.shared.parked) = Some((live, progress));
                return Err(Problem::from(&error));
            }
        };
        // The guard knows whether an intent was followed by its call.
        live.memory = Memory::beside(&replay.records, &journal.guard());
        super::resume::admit(&mut live, peers).await;
        let events = first(&mut live);
        let audience = Audience {
            view: self.view_sender(),
            records: self.record_sender(),
            progress,
        };
        self.begin(journal, audience, live, events).await
    }
}

impl fmt::Debug for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Run({})", self.shared.id)
    }
}

/// Whether the answer is one of the question's, with what it needs.
fn check_answer(question: &Question, answer: &str, typed: Option<&str>) -> Result<(), NotAnswered> {
    let chosen = question.answers.iter().find(|choice| choice.id == answer);
    let Some(chosen) = chosen else {
        let answer = answer.to_owned();
        return Err(NotAnswered::NoSuchAnswer { answer });
    };
    if chosen.id == crate::question::PASTE {
        let pasted = typed.unwrap_or_default().parse::<Thumbprint>();
        return pasted.map(drop).map_err(NotAnswered::NoThumbprint);
    }
    match &chosen.needs_typed {
        Some(wanted) if typed != Some(wanted) => {
            let wanted = wanted.clone();
            Err(NotAnswered::NotTyped { wanted })
        }
        _ => Ok(()),
    }
}

/// A lock that a panic elsewhere cannot take away: what it guards is whole at every moment.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
