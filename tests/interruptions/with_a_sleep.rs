//! A computer that sleeps in the middle of a run: the time of day jumps, connections are dead at the
//! next request, and every session has ended. The run goes on to the same end and keeps it on record.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use ground::{Surroundings, WallClock};
use practice_lab::Pace;
use rotation::event::Action;
use rotation::{Engine, Event, Outcome, Record, Run, prepare};
use support::stage::Stage;
use time::{Duration, OffsetDateTime};
use tokio::sync::broadcast::Receiver;

use crate::in_a_wait::{WAITS, Wait, open, open_all_but};
use crate::twin::{assert_all_is_well, small};

/// How long the computer sleeps: longer than sessions last.
const NIGHT: Duration = Duration::hours(9);

/// The clock of a computer that sleeps when it is told to.
#[derive(Default)]
struct Sleepy(AtomicI64);

impl Sleepy {
    fn sleep(&self) {
        self.0.fetch_add(NIGHT.whole_seconds(), Ordering::SeqCst);
    }
}

impl WallClock for Sleepy {
    fn now(&self) -> OffsetDateTime {
        OffsetDateTime::now_utc() + Duration::seconds(self.0.load(Ordering::SeqCst))
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_goes_on_after_a_night_in_any_wait() {
    for wait in WAITS {
        sleeps_in(&wait).await;
    }
}

async fn sleeps_in(wait: &Wait) {
    let stage = Stage::of(|scenario| {
        small(scenario);
        scenario.pace = Pace::WhenTold;
    })
    .await;
    open_all_but(&stage.lab, wait.gate);
    let clock = Arc::new(Sleepy::default());
    let here = Surroundings::of_this_machine().with_clock(Arc::clone(&clock) as Arc<dyn WallClock>);
    let engine = Engine::new(stage.home(), here.clone());
    let request = stage.request(Action::Import);
    let plan = prepare(&request, &here).await.unwrap();
    let run = engine.start(request, plan).await.unwrap();
    let mut events = run.events();
    while !(wait.is_entered)(&events.recv().await.unwrap().event) {}
    for site in &stage.before.sites {
        for fault in ["connection-reset", "session-expires"] {
            let fault = format!("{fault}@{}*1", site.name).parse().unwrap();
            stage.lab.inject(fault).await.unwrap();
        }
    }
    clock.sleep();
    let says = noticed(&mut events).await;
    assert!(says.contains("9 h 0 min"), "{says}");
    open(&stage.lab, wait.gate);
    assert_eq!(run.finished().await, Outcome::Done, "{}", wait.gate);
    assert_all_is_well(&stage, run.id()).await;
    assert_is_on_record_and_no_measure(&stage, &engine, &run);
}

/// What the run says of the night, before it ends.
async fn noticed(events: &mut Receiver<Record>) -> String {
    loop {
        let event = events.recv().await.unwrap().event;
        if let Event::Slept { says } = event {
            return says;
        }
        assert!(!matches!(event, Event::RunFinished { .. }), "{event:?}");
    }
}

/// The report tells of the night, and the next run's estimate is not made of it.
fn assert_is_on_record_and_no_measure(stage: &Stage, engine: &Engine, run: &Run) {
    let page = engine.report(run.id()).unwrap().html();
    assert_eq!(page.matches("9 h 0 min went by at once").count(), 1);
    let records = rotation::journal::read(&stage.home(), run.id()).unwrap();
    assert_eq!(rotation::progress::measured(&records.records), None);
}
