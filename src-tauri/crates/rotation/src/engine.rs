//! The engine: starts runs, takes them up again, and lists what there is.
//!
//! It knows the order of the steps and nothing of what they do. One run works on one site; the
//! journal's locks see to that, also between two programs.

mod draw;
mod drive;
mod earlier;
mod prepare;
mod problem;
mod resume;
mod run;

use std::io;
use std::path::PathBuf;

use ground::Surroundings;

use crate::event::{Event, Expected, Opening, Participant, Record};
use crate::journal::{self, Journal, Owner, RunId};
use crate::live::Peer;
use crate::memory::Memory;
use crate::progress::{self, Progress, RunStatus, RunSummary, RunView};
use crate::questions;
use crate::report::Report;
use crate::reporter::Audience;
use crate::request::{Request, Resumption};
use crate::steps;
use message::Problem;

pub use prepare::{Plan, prepare};
pub(crate) use run::AgainError;
pub use run::{NotAnswered, Run};

/// The version that is written into every run.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// How many runs are kept; older ones go with the next start, unless something is left to do in them.
const RUNS_KEPT: usize = 50;

/// How many earlier runs are looked through for one that tells how long things take.
const RUNS_MEASURED: usize = 10;

/// Starts runs and finds them again. All of its state is in one folder.
#[derive(Clone)]
pub struct Engine {
    home: PathBuf,
    surroundings: Surroundings,
}

impl Engine {
    /// An engine that keeps its state in this folder.
    pub fn new(home: impl Into<PathBuf>, surroundings: Surroundings) -> Self {
        let home = home.into();
        Self { home, surroundings }
    }

    /// Starts a run. Its first record is on the disk when this returns.
    pub async fn start(&self, request: Request, plan: Plan) -> Result<Run, Problem> {
        plan.check_fits(&request)
            .map_err(|error| Problem::from(&error))?;
        let now = self.surroundings.now();
        let owner = Owner::this_process(VERSION, now);
        let address = request.local.address.to_string();
        let site = plan.view().site.clone();
        let journal = Journal::create(&self.home, &site, &address, &owner, now)
            .map_err(|error| Problem::from(&error))?;
        let mut opening = opening(journal.run(), &request, &plan);
        opening.expected = self.measured(&address);
        let (run, wishes) = Run::new(self.home.clone(), journal.run().clone(), &self.surroundings);
        let decided = plan.goes_on_alone.then(questions::goes_on_alone);
        let mut live = plan.into_live(request, wishes, self.surroundings.clone());
        let sites = live.on_premises.clone();
        let opening = Event::RunStarted(Box::new(opening));
        let forecast = Event::OnPremisesForecast { sites };
        let doubts = earlier::doubts(&self.home, &site, &address);
        let first = [opening, forecast].into_iter();
        let first: Vec<Event> = first.chain(decided).chain(doubts).collect();
        first.iter().for_each(|event| live.memory.take(event, now));
        run.begin(journal, Audience::new(&run), live, first).await?;
        self.retire(&owner);
        Ok(run)
    }

    /// Takes up a run that was cut off, paused, or left with something to do.
    pub async fn resume(&self, run: &RunId, with: Resumption) -> Result<Run, Problem> {
        let now = self.surroundings.now();
        let owner = Owner::this_process(VERSION, now);
        let (journal, replay) =
            Journal::open(&self.home, run, &owner).map_err(|error| Problem::from(&error))?;
        let (handle, wishes) = Run::new(self.home.clone(), run.clone(), &self.surroundings);
        let (operator, peers) = (with.operator.clone(), with.peers.clone());
        let memory = Memory::beside(&replay.records, &journal.guard());
        let mut live = resume::live(run, memory, with, wishes, self.surroundings.clone())
            .map_err(|error| Problem::from(&error))?;
        resume::admit(&mut live, peers).await;
        let mut audience = Audience::new(&handle);
        replay
            .records
            .iter()
            .for_each(|record| audience.progress.take(record));
        let resumed = resume::resumed(operator, &live);
        handle.begin(journal, audience, live, resumed).await?;
        Ok(handle)
    }

    /// Every run of which anything can be read, newest first.
    pub fn list(&self) -> io::Result<Vec<RunSummary>> {
        let runs = journal::list(&self.home)?;
        Ok(runs
            .iter()
            .filter_map(|run| self.view(run).ok())
            .map(|view| RunSummary::from(&view))
            .collect())
    }

    /// Where a run stands, by what can be read of it.
    pub fn view(&self, run: &RunId) -> Result<RunView, Problem> {
        Ok(self.readable(run)?.1)
    }

    /// The report of a run, by what can be read of it.
    pub fn report(&self, run: &RunId) -> Result<Report, Problem> {
        let (records, view) = self.readable(run)?;
        Ok(Report::of(&records, view, self.surroundings.now()))
    }

    /// The records of a run and where it stands. Of a damaged one that is what is left, and why it is no more.
    fn readable(&self, run: &RunId) -> Result<(Vec<Record>, RunView), Problem> {
        // Asked first: a run that ends between the two is seen at its end, or at work for a last time.
        let is_worked_on = journal::is_worked_on(&self.home, run);
        let error = match journal::read(&self.home, run) {
            Ok(replay) => {
                let view = progress::fold(&replay.records);
                let view = if is_worked_on {
                    view
                } else {
                    view.left_behind()
                };
                return Ok((replay.records, view));
            }
            Err(error) => error,
        };
        let problem = Problem::from(&error);
        let left = journal::salvage(&self.home, run);
        if left.records.is_empty() && left.calls.is_empty() {
            return Err(problem);
        }
        Ok(left.told(run, &problem))
    }

    /// Removes the records of old runs that came to their end. What cannot be removed stays for the
    /// next start.
    fn retire(&self, owner: &Owner) {
        let runs = journal::list(&self.home).unwrap_or_default();
        let is_over = |run: &&RunId| {
            let status = self.view(run).map(|view| view.status);
            matches!(status, Ok(RunStatus::Done | RunStatus::Refused))
        };
        for run in runs.iter().skip(RUNS_KEPT).filter(is_over) {
            drop(journal::remove(&self.home, run, owner));
        }
    }

    /// How long the waits of this site's last run took, for the estimate of the next one.
    fn measured(&self, address: &str) -> Option<Expected> {
        let runs = journal::list(&self.home).ok()?;
        runs.iter().take(RUNS_MEASURED).find_map(|run| {
            let records = self.records(run).ok()?;
            let Some(Event::RunStarted(opening)) = records.first().map(|record| &record.event)
            else {
                return None;
            };
            let is_here = opening.local.address == address;
            is_here.then(|| progress::measured(&records)).flatten()
        })
    }

    fn records(&self, run: &RunId) -> Result<Vec<Record>, Problem> {
        let replay = journal::read(&self.home, run).map_err(|error| Problem::from(&error))?;
        Ok(replay.records)
    }
}

impl Audience {
    /// Nobody has been told anything yet.
    fn new(run: &Run) -> Self {
        Self {
            view: run.view_sender(),
            records: run.record_sender(),
            progress: Progress::default(),
        }
    }
}

/// The first record of a run.
fn opening(run: &RunId, request: &Request, plan: &Plan) -> Opening {
    let view = plan.view();
    let action = request.replacement.action();
    Opening {
        run: run.to_string(),
        app_version: VERSION.to_owned(),
        operator: request.operator.clone(),
        action,
        local: Participant {
            name: view.site.clone(),
            address: request.local.address.to_string(),
            pin: request.local.pin.to_string(),
            grade: request.local.grade.to_string(),
        },
        peers: plan.peers().iter().map(participant).collect(),
        steps: steps::titles(action),
        old: view.old.clone(),
        new: view.new.clone(),
        // The certificate's own thumbprint tells whether a file is the same, in whatever form.
        bundle_sha256: None,
        baseline: plan.baseline(),
        expected: None,
    }
}

fn participant(peer: &Peer) -> Participant {
    let access = peer.access.as_ref();
    Participant {
        name: peer.name.clone(),
        address: peer.address.clone(),
        pin: access
            .map(|access| access.pin.to_string())
            .unwrap_or_default(),
        grade: access
            .map(|access| access.grade.to_string())
            .unwrap_or_default(),
    }
}
