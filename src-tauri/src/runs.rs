//! The runs that are under way in this process, and the record of all others.

use std::{collections::HashMap, path::Path, sync::Mutex, time::Duration};

use ground::Surroundings;
use rotation::{Engine, Problem, Run, RunId, RunSummary, RunView, progress::RunStatus};
use tauri::{AppHandle, Manager as _, Runtime, ipc::Channel};
use tokio::{sync::watch, task::AbortHandle};

use crate::{
    confirmation::{Confirmation, Confirmations},
    error::Refusal,
    probing::leaf_of,
    state::{Shell, lock},
    window,
};

/// Between two views that are sent to the window: more than twenty a second nobody can follow.
const BETWEEN_VIEWS: Duration = Duration::from_millis(50);

/// Between two looks into the record of a run that another process works on.
const BETWEEN_LOOKS: Duration = Duration::from_millis(500);

/// All runs there are: those of real sites, and those of the practice lab, which end with it.
pub(crate) struct Runs {
    surroundings: Surroundings,
    real: Engine,
    practice: Engine,
    here: Mutex<HashMap<String, Run>>,
    watched: Mutex<Option<Watched>>,
}

/// The run that the window looks at.
struct Watched {
    run: String,
    channel: Channel<RunView>,
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
        if !is_working(status) {
            here.finished().await;
        }
        Some(here)
    }

    /// A run of this process, or why it cannot be steered from here.
    pub(crate) fn steered_here(&self, run: &str) -> Result<Run, Refusal> {
        self.here(run).ok_or_else(not_here)
    }

    /// Where a run stands, whoever works on it.
    pub(crate) fn view(&self, run: &str) -> Result<RunView, Refusal> {
        match self.here(run) {
            Some(here) => Ok(here.watch().borrow().clone()),
            None => {
                let run = id(run)?;
                Ok(self.keeper(&run).view(&run)?)
            }
        }
    }

    /// Every run that has a record, newest first.
    pub(crate) fn list(&self) -> Result<Vec<RunSummary>, Refusal> {
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
    pub(crate) fn goes_on_by_itself(&self) -> bool {
        self.moving().is_some()
    }

    /// A run that moves.
    fn moving(&self) -> Option<String> {
        let moves = |run: &&Run| {
            let status = run.watch().borrow().status;
            matches!(status, RunStatus::Running | RunStatus::Pausing)
        };
        let here = lock(&self.here);
        here.values().find(moves).map(|run| run.id().to_string())
    }

    /// Sends the views of a run to the window, in place of the run that was watched before.
    pub(crate) fn watch(&self, run: &str, channel: Channel<RunView>) -> Result<(), Refusal> {
        let views = channel.clone();
        let task = match self.here(run) {
            Some(here) => tauri::async_runtime::spawn(send_views(
                here.watch(),
                views,
                self.surroundings.clone(),
            )),
            None => {
                let id = id(run)?;
                let engine = self.keeper(&id).clone();
                let first = from_outside(engine.view(&id)?);
                tauri::async_runtime::spawn(send_record(
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
            channel,
            sending: task.inner().abort_handle(),
        };
        if let Some(before) = lock(&self.watched).replace(newest) {
            before.sending.abort();
        }
        Ok(())
    }

    /// The run is worked on here from now on. A window that looks at it sees it at work: the record
    /// of a run that had ended is not looked at any more.
    fn take(&self, run: &Run) -> Result<(), Refusal> {
        let id = run.id().to_string();
        lock(&self.here).insert(id.clone(), run.clone());
        let watched = lock(&self.watched);
        let is_it = |watched: &&Watched| watched.run == id;
        let channel = watched.as_ref().filter(is_it);
        let channel = channel.map(|watched| watched.channel.clone());
        drop(watched);
        channel.map_or(Ok(()), |channel| self.watch(&id, channel))
    }
}

impl Shell {
    /// From here on this process answers for the run: it stays until the run stops, follows its
    /// certificate, and opens its window again when somebody is needed.
    pub(crate) fn answer_for<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        run: &Run,
        site: String,
    ) -> Result<(), Refusal> {
        self.runs.take(run)?;
        self.tell_state();
        let (app, views) = (app.clone(), run.watch());
        tauri::async_runtime::spawn(async move { follow(&app, views, &site).await });
        Ok(())
    }

    /// Brings the main window to the front; where it was closed, one opens at the run that goes on without it.
    pub(crate) fn show_window<R: Runtime>(&self, app: &AppHandle<R>) {
        let shown = match app.get_webview_window(window::MAIN) {
            Some(main) => window::bring_to_front(&main),
            None => self.open_window(app),
        };
        // A desktop that keeps windows where they are leaves it in the list of windows.
        drop(shown);
    }

    fn open_window<R: Runtime>(&self, app: &AppHandle<R>) -> tauri::Result<()> {
        let looks = self.settings().looks();
        let opened = match self.runs.moving() {
            Some(run) => window::open_main_at(app, &run, looks),
            None => window::open_main(app, looks),
        };
        opened.map(drop)
    }

    /// Answers a question. Stopping needs nobody's leave; whatever else is answered, a person sees what it is
    /// about in a window of the core's own, and gives there what the answer needs.
    pub(crate) async fn answer<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        run: &str,
        question: &str,
        answer: &str,
    ) -> Result<(), Refusal> {
        let run = self.runs.steered_here(run)?;
        let view = run.watch().borrow().clone();
        let mut typed = None;
        if let Some(asks) = agreement(&view, question, answer) {
            let looks = self.settings().looks();
            let windows = app.state::<Confirmations>();
            let Some(agreed) = windows.ask(app, asks, looks).await? else {
                return Ok(());
            };
            typed = agreed.typed;
        }
        run.answer(question, answer, typed)
            .map_err(|error| Problem::from(&error).into())
    }

    /// The site is known by its new certificate as soon as that has been proven.
    async fn follow_certificate(&self, site: &str, view: &RunView) -> Result<(), Refusal> {
        let Some(proven) = view.proven() else {
            return Ok(());
        };
        if self.saved(site)?.pin == proven {
            return Ok(());
        }
        let followed = self.sites(|sites| {
            sites.update(site, |site| site.follow(&proven, self.surroundings.now()))
        })?;
        self.remember_seen(site, None);
        let leaf = leaf_of(&followed, &self.surroundings).await;
        self.sites(|sites| sites.update(site, |site| site.leaf = leaf))?;
        Ok(())
    }
}

async fn follow<R: Runtime>(app: &AppHandle<R>, mut views: watch::Receiver<RunView>, site: &str) {
    let shell = app.state::<Shell>();
    let mut before = None;
    while views.changed().await.is_ok() {
        let view = views.borrow_and_update().clone();
        // A site that was forgotten meanwhile has no pin to follow.
        drop(shell.follow_certificate(site, &view).await);
        if before != Some(view.status) {
            before = Some(view.status);
            if view.status == RunStatus::Done
                && let Err(refusal) = shell.keep_report(&view.run)
            {
                shell.tell_problem(&refusal);
            }
            shell.tell_state();
            mind_the_window(app, &view);
        }
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

/// With no window left: one opens at the run where somebody is needed, for an answer or because it did
/// not end well; with the last run that ended well the app ends.
fn mind_the_window<R: Runtime>(app: &AppHandle<R>, view: &RunView) {
    if !app.webview_windows().is_empty() {
        return;
    }
    let shell = app.state::<Shell>();
    if needs_somebody(view.status) {
        // Without a window the run waits; its record keeps it.
        let looks = shell.settings().looks();
        drop(window::open_main_at(app, &view.run, looks));
    } else if !shell.runs.goes_on_by_itself() {
        app.exit(0);
    }
}

async fn send_views(
    mut views: watch::Receiver<RunView>,
    channel: Channel<RunView>,
    surroundings: Surroundings,
) {
    loop {
        let view = views.borrow_and_update().clone();
        if channel.send(view).is_err() || views.changed().await.is_err() {
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
    channel: Channel<RunView>,
    surroundings: Surroundings,
) {
    let mut view = first;
    loop {
        let status = view.status;
        if channel.send(view.clone()).is_err() || status.is_final() {
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

const fn needs_somebody(status: RunStatus) -> bool {
    matches!(
        status,
        RunStatus::Question | RunStatus::Attention | RunStatus::Refused
    )
}

/// The name of a run, as the window gave it.
pub(crate) fn id(run: &str) -> Result<RunId, Refusal> {
    run.parse().map_err(|_| {
        Refusal::of_window(
            "run.unknown",
            "There is no such run.",
            "Nothing was changed.",
            "Choose a run from the list of runs.",
        )
    })
}

fn not_here() -> Refusal {
    Refusal::of_window(
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
