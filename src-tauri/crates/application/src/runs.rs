//! The runs that are under way in this process, and the record of all others.

use std::{
    collections::HashMap,
    path::Path,
    sync::{Arc, Mutex},
    time::Duration,
};

use ground::Surroundings;
use rotation::{Engine, Problem, Run, RunId, RunSummary, RunView, progress::RunStatus};
use tokio::{sync::watch, task::AbortHandle};

use crate::{
    error::{Answer, Refusal},
    face::{Confirmation, Face},
    locks::lock,
};

/// Between two views that are sent to the window: more than twenty a second nobody can follow.
const BETWEEN_VIEWS: Duration = Duration::from_millis(50);

/// Between two looks into the record of a run that another process works on.
const BETWEEN_LOOKS: Duration = Duration::from_millis(500);

/// All runs there are: those of real sites, and those of the practice lab, which end with it.
pub struct Runs {
    real: Engine,
    practice: Engine,
    here: Mutex<HashMap<String, Run>>,
    watched: Mutex<Option<Watched>>,
    surroundings: Surroundings,
}

/// Takes every view of a run that is looked at; false once nobody looks any more.
pub type Onlooker = Arc<dyn Fn(RunView) -> bool + Send + Sync>;

/// The run that is looked at.
struct Watched {
    run: String,
    onlooker: Onlooker,
    sending: AbortHandle,
}

impl Runs {
    /// The runs that are recorded in these folders.
    pub(crate) fn new(home: &Path, practice: &Path, surroundings: &Surroundings) -> Self {
        Self {
            real: Engine::new(home, surroundings.clone()),
            practice: Engine::new(practice, surroundings.clone()),
            surroundings: surroundings.clone(),
            here: Mutex::default(),
            watched: Mutex::default(),
        }
    }

    /// What starts runs of practice sites, or of real ones.
    pub(crate) const fn engine(&self, practice: bool) -> &Engine {
        if practice { &self.practice } else { &self.real }
    }

    /// What holds the record of this run.
    pub(crate) fn keeper(&self, run: &RunId) -> &Engine {
        self.engine(self.practice.view(run).is_ok())
    }

    /// A run that was started or taken up by this process.
    pub(crate) fn here(&self, run: &str) -> Option<Run> {
        lock(&self.here).get(run).cloned()
    }

    /// The same, to go on with. Its view tells of its end a moment before all of it has come to rest.
    pub(crate) async fn at_rest(&self, run: &str) -> Option<Run> {
        let here = self.here(run)?;
        let status = here.watch().borrow().status;
        if !is_working(status) || self.is_over(run) {
            here.finished().await;
        }
        Some(here)
    }

    /// Whether the record tells that nobody works on it: it is written before everybody else is told.
    fn is_over(&self, run: &str) -> bool {
        let recorded = id(run).ok().and_then(|id| self.keeper(&id).view(&id).ok());
        recorded.is_some_and(|view| !is_working(view.status))
    }

    /// A run of this process, or why it cannot be steered from here.
    fn steered_here(&self, run: &str) -> Answer<Run> {
        self.here(run).ok_or_else(not_here)
    }

    /// Where a run stands, whoever works on it.
    pub fn view(&self, run: &str) -> Answer<RunView> {
        match self.here(run) {
            Some(here) => Ok(here.watch().borrow().clone()),
            None => {
                let run = id(run)?;
                Ok(self.keeper(&run).view(&run)?)
            }
        }
    }

    /// Every run that has a record, newest first.
    pub fn list(&self) -> Answer<Vec<RunSummary>> {
        let mut all = self.real.list().map_err(|error| no_record(&error))?;
        all.extend(self.practice.list().map_err(|error| no_record(&error))?);
        all.sort_by(|one, other| other.started_at.cmp(&one.started_at));
        Ok(all)
    }

    /// Runs that have not ended. A record that cannot be read is told about by the list of runs.
    pub(crate) fn open(&self) -> Vec<RunSummary> {
        let all = self.list().unwrap_or_default();
        all.into_iter()
            .filter(|run| !run.status.is_final())
            .collect()
    }

    /// Whether this process works on a run that needs nobody: it stays for that without a window. A run that
    /// waits for an answer is left to its record, and taken up again from there.
    #[must_use]
    pub fn goes_on_by_itself(&self) -> bool {
        self.moving().is_some()
    }

    /// A run that moves.
    #[must_use]
    pub fn moving(&self) -> Option<String> {
        let moves = |run: &&Run| {
            let status = run.watch().borrow().status;
            matches!(status, RunStatus::Running | RunStatus::Pausing)
        };
        let here = lock(&self.here);
        here.values().find(moves).map(|run| run.id().to_string())
    }

    /// Shows the views of a run to this onlooker, in place of the run that was watched before.
    pub fn watch(&self, run: &str, onlooker: Onlooker) -> Answer<()> {
        let views = Arc::clone(&onlooker);
        let task = match self.here(run) {
            Some(here) => tokio::spawn(send_views(here.watch(), views, self.surroundings.clone())),
            None => {
                let id = id(run)?;
                let engine = self.keeper(&id).clone();
                let first = from_outside(engine.view(&id)?);
                tokio::spawn(send_record(
                    engine,
                    id,
                    first,
                    views,
                    self.surroundings.clone(),
                ))
            }
        };
        let newest = Watched {
            run: run.to_owned(),
            onlooker,
            sending: task.abort_handle(),
        };
        if let Some(before) = lock(&self.watched).replace(newest) {
            before.sending.abort();
        }
        Ok(())
    }

    /// The run is worked on here from now on. A window that looks at it sees it at work: the record
    /// of a run that had ended is not looked at any more.
    pub(crate) fn take(&self, run: &Run) -> Answer<()> {
        let id = run.id().to_string();
        lock(&self.here).insert(id.clone(), run.clone());
        let watched = lock(&self.watched);
        let is_it = |watched: &&Watched| watched.run == id;
        let onlooker = watched.as_ref().filter(is_it);
        let onlooker = onlooker.map(|watched| Arc::clone(&watched.onlooker));
        drop(watched);
        onlooker.map_or(Ok(()), |onlooker| self.watch(&id, onlooker))
    }

    /// Pauses a run of this process after what is under way.
    pub fn pause(&self, run: &str) -> Answer<()> {
        self.steered_here(run)?.pause();
        Ok(())
    }

    /// Answers a question. Stopping needs nobody's leave; whatever else is answered, a person sees what it is
    /// about and agrees to it first, and gives there what the answer needs.
    pub async fn answer(
        &self,
        face: &dyn Face,
        run: &str,
        question: &str,
        answer: &str,
    ) -> Answer<()> {
        let run = self.steered_here(run)?;
        let view = run.watch().borrow().clone();
        let mut typed = None;
        if let Some(asks) = agreement(&view, question, answer) {
            let Some(agreed) = face.agreement(asks).await? else {
                return Ok(());
            };
            typed = agreed.typed;
        }
        run.answer(question, answer, typed)
            .map_err(|error| Problem::from(&error).into())
    }
}

/// What a person agrees to with this answer. One that stops the run, and one that does not exist, needs no
/// window; the engine refuses the latter.
fn agreement(view: &RunView, question: &str, answer: &str) -> Option<Confirmation> {
    let asked = view.question.as_ref().filter(|it| it.id == question)?;
    let chosen = asked.answers.iter().find(|it| it.id == answer)?;
    let (site, address) = (&view.site, &view.site_address);
    (!chosen.stops())
        .then(|| Confirmation::of_answer(site, address, view.old.as_ref(), asked, chosen))
}

async fn send_views(
    mut views: watch::Receiver<RunView>,
    onlooker: Onlooker,
    surroundings: Surroundings,
) {
    loop {
        let view = views.borrow_and_update().clone();
        if !onlooker(view) || views.changed().await.is_err() {
            return;
        }
        surroundings.sleep(BETWEEN_VIEWS).await;
    }
}

/// Another process may be working on the run: its record is read again until it ends.
async fn send_record(
    engine: Engine,
    id: RunId,
    first: RunView,
    onlooker: Onlooker,
    surroundings: Surroundings,
) {
    let mut view = first;
    loop {
        let status = view.status;
        if !onlooker(view.clone()) || status.is_final() {
            return;
        }
        loop {
            surroundings.sleep(BETWEEN_LOOKS).await;
            match engine.view(&id).map(from_outside) {
                Ok(newer) if newer != view => {
                    view = newer;
                    break;
                }
                Ok(_) => {}
                Err(_) => return,
            }
        }
    }
}

/// A run that another process works on, as it is seen from here: a question is answered where it is asked.
fn from_outside(mut view: RunView) -> RunView {
    if let Some(question) = view.question.take() {
        view.headline = format!(
            "Another Reseal works on this run and asks there: {}",
            question.what
        );
    }
    view
}

fn is_working(status: RunStatus) -> bool {
    matches!(
        status,
        RunStatus::Running | RunStatus::Pausing | RunStatus::Question
    )
}

/// The name of a run, as the window gave it.
pub(crate) fn id(run: &str) -> Answer<RunId> {
    run.parse().map_err(|_| {
        Refusal::new(
            "run.unknown",
            "There is no such run.",
            "Nothing was changed.",
            "Choose a run from the list of runs.",
        )
    })
}

fn not_here() -> Refusal {
    Refusal::new(
        "run.not_here",
        "This window does not work on that run.",
        "The run is interrupted, has ended, or another Reseal works on it. Nothing was changed.",
        "Resume it here if it is interrupted. Otherwise go on in the other window.",
    )
}

fn no_record(error: &std::io::Error) -> Refusal {
    let problem = Problem::new(
        "run.records",
        "The records of the runs could not be read.",
        "No site is affected. Runs that are under way go on.",
        "Check that the state folder exists, belongs to you and may be read, then try again.",
    );
    Refusal::from(problem.quoting(&error.to_string()))
}
