//! The answer to the guarded call is lost: what became of it is found out, and it is sent again
//! only when a person says so.

use rotation::event::Action;
use rotation::progress::RunStatus;
use rotation::{Event, Outcome, Record};
use support::stage::{OWN, Stage};

use crate::twin::{assert_all_is_well, small};

async fn stage_with(fault: &str) -> Stage {
    let fault = fault.parse().unwrap();
    Stage::of(|scenario| {
        small(scenario);
        scenario.faults = vec![fault];
    })
    .await
}

fn was_asked(records: &[Record]) -> bool {
    records
        .iter()
        .any(|record| matches!(record.event, Event::QuestionAsked { .. }))
}

#[tokio::test(flavor = "multi_thread")]
async fn finds_out_that_it_was_replaced_when_only_the_answer_was_lost() {
    for action in [Action::Import, Action::Regenerate] {
        let stage = stage_with("answer-lost@Paris*1").await;
        let ended = stage.run(stage.request(action)).await.unwrap();
        assert_eq!(
            ended.outcome,
            Some(Outcome::Done),
            "{action:?}: {:?}",
            ended.records.last()
        );
        assert_all_is_well(&stage, &ended.run).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn asks_before_it_sends_again_what_never_arrived() {
    for action in [Action::Import, Action::Regenerate] {
        let stage = stage_with("request-lost@Paris*1").await;
        let ended = stage.run(stage.request(action)).await.unwrap();
        assert!(
            was_asked(&ended.records),
            "{action:?} was sent again unasked"
        );
        assert_eq!(
            ended.outcome,
            Some(Outcome::Done),
            "{action:?}: {:?}",
            ended.records.last()
        );
        assert_all_is_well(&stage, &ended.run).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sends_nothing_again_when_the_person_stops() {
    let mut stage = stage_with("request-lost@Paris*1").await;
    stage.stops_at_questions = true;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    assert!(was_asked(&ended.records));
    assert_ne!(ended.outcome, Some(Outcome::Done));
    assert_eq!(stage.lab.replacements(OWN), 0);
    assert_eq!(stage.presented(), stage.old());
    assert!(stage.trusts_both_ways("Berlin").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn remembers_in_the_next_start_that_the_answer_was_lost() {
    for action in [Action::Import, Action::Regenerate] {
        let stage = stage_with("answer-lost@Paris*1").await;
        let is_lost = |record: &Record| matches!(record.event, Event::ReplacementAmbiguous { .. });
        let cut = stage
            .run_until(stage.request(action), is_lost)
            .await
            .unwrap();
        assert_eq!(stage.view(&cut.run).status, RunStatus::Interrupted);
        let resumed = stage.resume(&cut.run, stage.again(action)).await.unwrap();
        assert_eq!(
            resumed.outcome,
            Some(Outcome::Done),
            "{:?}",
            resumed.records.last()
        );
        assert_all_is_well(&stage, &cut.run).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn asks_in_the_next_start_too_before_it_sends_again() {
    let stage = stage_with("request-lost@Paris*1").await;
    let is_lost = |record: &Record| matches!(record.event, Event::ReplacementAmbiguous { .. });
    let cut = stage
        .run_until(stage.request(Action::Import), is_lost)
        .await
        .unwrap();
    let resumed = stage
        .resume(&cut.run, stage.again(Action::Import))
        .await
        .unwrap();
    assert!(was_asked(&resumed.records));
    assert_eq!(
        resumed.outcome,
        Some(Outcome::Done),
        "{:?}",
        resumed.records.last()
    );
    assert_all_is_well(&stage, &cut.run).await;
}
