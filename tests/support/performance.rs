//! One performance on a stage: the engine in a runtime of its own, which can be torn down in the
//! middle of anything, and a person who answers what it asks.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use ground::Surroundings;
use practice_lab::{Lab, Service};
use rotation::question::Question;
use rotation::{
    Engine, Event, Outcome, Problem, Record, Request, Resumption, Run, RunId, journal, prepare,
};
use tokio::sync::broadcast::error::RecvError;

/// Longer than anything on a stage takes, however slow the machine is.
const PATIENCE: Duration = Duration::from_secs(60);

/// How a performance ended.
#[derive(Debug)]
pub struct Ended {
    /// The run's name.
    pub run: RunId,
    /// How the run ended; `None` where it was torn down.
    pub outcome: Option<Outcome>,
    /// The records that were kept meanwhile, in order.
    pub records: Vec<Record>,
}

/// What a performance begins with.
pub(crate) enum Opening {
    /// A run that is new.
    Start(Request),
    /// A run that was cut off.
    Resume(RunId, Resumption),
}

/// Says at which record a performance is torn down.
pub type Curtain<'a> = dyn FnMut(&Record) -> bool + Send + 'a;

/// A person who can read the appliance's console.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) lab: Arc<Lab>,
    pub(crate) site: String,
    pub(crate) stops: bool,
}

/// Performs in a runtime of its own, on a thread of its own. When `curtain` says so, the runtime
/// is torn down: whatever was under way ends where it is, as in a process that ends.
pub(crate) async fn perform(
    home: PathBuf,
    opening: Opening,
    person: Person,
    mut curtain: Box<Curtain<'static>>,
) -> Result<Ended, Problem> {
    let (tell, told) = tokio::sync::oneshot::channel();
    let folder = home.clone();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let work = async {
            let here = Surroundings::of_this_machine();
            let run = open(&Engine::new(home, here), opening).await?;
            Ok(follow(&run, &person, &mut *curtain).await)
        };
        let ended = runtime.block_on(async { tokio::time::timeout(PATIENCE, work).await });
        // Every task ends where it is, and with them the journal's thread, which frees its locks.
        drop(runtime);
        // Whoever waited has given up where the test has failed.
        drop(tell.send(ended));
    });
    let ended = told
        .await
        .expect("the thread of the engine tells how it ended, unless it panicked");
    ended.unwrap_or_else(|_| panic!("the run stands still after {:?}", last_record(&folder)))
}

/// The last record of the newest run.
fn last_record(home: &Path) -> Option<Record> {
    let run = journal::list(home).ok()?.into_iter().next()?;
    journal::read(home, &run).ok()?.records.pop()
}

async fn open(engine: &Engine, opening: Opening) -> Result<Run, Problem> {
    match opening {
        Opening::Start(request) => {
            let plan = prepare(&request, &Surroundings::of_this_machine()).await?;
            engine.start(request, plan).await
        }
        Opening::Resume(run, with) => engine.resume(&run, with).await,
    }
}

async fn follow(run: &Run, person: &Person, curtain: &mut Curtain<'_>) -> Ended {
    let mut events = run.events();
    let mut view = run.watch();
    let mut ended = Ended {
        run: run.id().clone(),
        outcome: None,
        records: Vec::new(),
    };
    loop {
        tokio::select! {
            biased;
            record = events.recv() => match record {
                Ok(record) => {
                    ended.records.push(record.clone());
                    if curtain(&record) {
                        return ended;
                    }
                }
                Err(RecvError::Lagged(missed)) => panic!("{missed} records were missed"),
                Err(RecvError::Closed) => return ended,
            },
            outcome = run.finished() => {
                while let Ok(record) = events.try_recv() {
                    ended.records.push(record);
                }
                ended.outcome = Some(outcome);
                return ended;
            }
            _changed = view.changed() => {
                let question = view.borrow_and_update().question.clone();
                if let Some(question) = question {
                    person.answer(run, &question);
                }
            }
        }
    }
}

impl Person {
    /// Answers from what the console says, which is the lab's own truth.
    fn answer(&self, run: &Run, question: &Question) {
        let (answer, typed) = if self.stops {
            ("stop", None)
        } else if question.paste_thumbprint {
            let on_the_console = self.lab.thumbprint(&self.site, Service::Cloud).unwrap();
            ("paste", Some(on_the_console.to_string()))
        } else if question.id == "no-peer-ready" || question.id.starts_with("earlier-") {
            ("replace", None)
        } else {
            let times = self.lab.replacements(&self.site);
            assert_eq!(times, 0, "asked to send again what had happened already");
            ("again", None)
        };
        // The same question shows in every view until its answer is kept.
        drop(run.answer(&question.id, answer, typed));
    }
}

impl Ended {
    /// The code of the problem that the run ended with; `None` where every step went well.
    pub fn problem(&self) -> Option<String> {
        let codes = self.picked(|event| {
            let Event::StepEnded { problem, .. } = event else {
                return None;
            };
            problem.as_ref().map(|problem| problem.code.clone())
        });
        codes.into_iter().next_back()
    }

    /// What `pick` takes from the events, in order.
    pub fn picked<T>(&self, pick: impl Fn(&Event) -> Option<T>) -> Vec<T> {
        let events = self.records.iter().map(|record| &record.event);
        events.filter_map(pick).collect()
    }

    /// Whether such an event was kept.
    pub fn has(&self, is_it: impl Fn(&Event) -> bool) -> bool {
        self.records.iter().any(|record| is_it(&record.event))
    }
}
