//! A run that is cut off in the middle of a wait: the lab stands still until it is told to go on,
//! once before the next start and once while the next start is watching.

use std::sync::Arc;

use practice_lab::{Lab, Pace};
use rotation::activity::RestartPhase;
use rotation::event::{Action, Side};
use rotation::{Event, Outcome, Record};
use support::stage::Stage;

use crate::twin::{assert_all_is_well, small};

const RESTART: [&str; 3] = ["still-old@Paris", "down@Paris", "warm-up@Paris"];
const TASKS: [&str; 6] = [
    "pair-task@Paris",
    "pair-task@Berlin",
    "pair-task@Madrid",
    "health-task@Paris",
    "health-task@Berlin",
    "health-task@Madrid",
];

/// A wait: its gate, and by what the engine is known to be in it.
pub(crate) struct Wait {
    pub(crate) gate: &'static str,
    pub(crate) is_entered: fn(&Event) -> bool,
}

pub(crate) const WAITS: [Wait; 5] = [
    Wait {
        gate: "still-old@Paris",
        is_entered: |event| is_phase(event, RestartPhase::StillOld),
    },
    Wait {
        gate: "down@Paris",
        is_entered: |event| is_phase(event, RestartPhase::Down),
    },
    Wait {
        gate: "warm-up@Paris",
        is_entered: |event| is_phase(event, RestartPhase::UpWithNew),
    },
    Wait {
        gate: "pair-task@Berlin",
        is_entered: |event| is_task(event, "Berlin", Side::AtPeer),
    },
    Wait {
        gate: "pair-task@Paris",
        is_entered: |event| is_task(event, "Berlin", Side::AtLocal),
    },
];

fn is_phase(event: &Event, wanted: RestartPhase) -> bool {
    matches!(event, Event::RestartSeen { phase, .. } if *phase == wanted)
}

fn is_task(event: &Event, wanted: &str, at: Side) -> bool {
    matches!(event, Event::RepairTask { peer, side, .. } if peer == wanted && *side == at)
}

/// Opens every gate but one, often enough for two runs.
pub(crate) fn open_all_but(lab: &Lab, closed: &str) {
    let gates = RESTART
        .into_iter()
        .chain(TASKS)
        .filter(|gate| *gate != closed);
    for gate in gates {
        open(lab, gate);
    }
}

pub(crate) fn open(lab: &Lab, gate: &str) {
    (0..20).for_each(|_| lab.release(gate));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_goes_on_after_the_site_went_on_alone() {
    for wait in WAITS {
        cut_off_in(&wait, Action::Import, When::BeforeTheStart).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_goes_on_watching_the_wait_that_it_was_cut_off_in() {
    for wait in WAITS {
        cut_off_in(&wait, Action::Import, When::WhileWatching).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_regenerate_goes_on_after_the_site_went_on_alone() {
    for wait in WAITS {
        cut_off_in(&wait, Action::Regenerate, When::BeforeTheStart).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_regenerate_goes_on_watching_the_wait_that_it_was_cut_off_in() {
    for wait in WAITS {
        cut_off_in(&wait, Action::Regenerate, When::WhileWatching).await;
    }
}

/// When the lab is told to go on.
#[derive(Debug, Clone, Copy, PartialEq)]
enum When {
    BeforeTheStart,
    WhileWatching,
}

async fn cut_off_in(wait: &Wait, action: Action, when: When) {
    let place = format!("{action:?} in {}, {when:?}", wait.gate);
    let stage = Stage::of(|scenario| {
        small(scenario);
        scenario.pace = Pace::WhenTold;
    })
    .await;
    open_all_but(&stage.lab, wait.gate);
    let is_entered = wait.is_entered;
    let request = stage.request(action);
    let cut = move |record: &Record| is_entered(&record.event);
    let ended = stage.run_until(request, cut).await.unwrap();
    assert_eq!(ended.outcome, None, "{place}: the run was not cut off");
    assert_eq!(stage.lab.replacements("Paris"), 1, "{place}");
    if when == When::BeforeTheStart {
        open(&stage.lab, wait.gate);
    }
    let (lab, gate) = (Arc::clone(&stage.lab), wait.gate);
    let mut is_told = when == When::BeforeTheStart;
    let tell = move |record: &Record| {
        // The first record of the second process says where the run stood.
        if !is_told && !matches!(record.event, Event::Resumed { .. }) {
            open(&lab, gate);
            is_told = true;
        }
        false
    };
    let resumed = stage
        .resume_until(&ended.run, stage.again(action), tell)
        .await;
    let resumed = resumed.unwrap_or_else(|problem| panic!("{place}: {problem:?}"));
    assert_eq!(
        resumed.outcome,
        Some(Outcome::Done),
        "{place}: {:?}",
        resumed.records.last()
    );
    assert_all_is_well(&stage, &ended.run).await;
}
