//! A run that a person pauses, and a second program that wants the same run.

use ground::Surroundings;
use rotation::event::Action;
use rotation::progress::RunStatus;
use rotation::{Event, Outcome, Run, prepare};
use support::stage::Stage;

use crate::twin::{assert_all_is_well, small};

async fn started(stage: &Stage) -> Run {
    let request = stage.request(Action::Import);
    let plan = prepare(&request, &Surroundings::of_this_machine())
        .await
        .unwrap();
    stage.engine().start(request, plan).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paused_run_goes_on_in_the_same_program() {
    let stage = Stage::of(small).await;
    let run = started(&stage).await;
    run.pause();
    assert_eq!(run.finished().await, Outcome::Attention);
    assert_eq!(stage.view(run.id()).status, RunStatus::Paused);
    run.resume(Vec::new()).await.unwrap();
    assert_eq!(run.finished().await, Outcome::Done);
    assert_all_is_well(&stage, run.id()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_is_paused_while_the_site_restarts_watches_on_later() {
    let stage = Stage::of(|scenario| {
        small(scenario);
        scenario.pace = practice_lab::Pace::LikeReal { scale: 0.02 };
    })
    .await;
    let run = started(&stage).await;
    let mut events = run.events();
    while !matches!(
        events.recv().await.unwrap().event,
        Event::RestartSeen { .. }
    ) {}
    run.pause();
    assert_eq!(run.finished().await, Outcome::Attention);
    let resumed = stage
        .resume(run.id(), stage.again(Action::Import))
        .await
        .unwrap();
    assert_eq!(
        resumed.outcome,
        Some(Outcome::Done),
        "{:?}",
        resumed.records.last()
    );
    assert_all_is_well(&stage, run.id()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_is_at_work_is_not_taken_up_a_second_time() {
    let stage = Stage::of(|scenario| {
        small(scenario);
        scenario.pace = practice_lab::Pace::WhenTold;
    })
    .await;
    (0..20).for_each(|_| stage.lab.release("health-task@Paris"));
    let run = started(&stage).await;
    let again = stage
        .resume(run.id(), stage.again(Action::Import))
        .await
        .unwrap_err();
    assert_eq!(again.code, "journal.run_busy", "{again:?}");
    run.pause();
    run.finished().await;
}
