//! `repair_at_local_site`: the other half of every pairing, read again afterwards.

use practice_lab::Fault;
use rotation::Outcome;
use rotation::activity::{Activity, StepStatus};
use rotation::event::{Action, StepId};
use support::in_english::InEnglish as _;
use support::stage::{OWN, Stage};

#[tokio::test(flavor = "multi_thread")]
async fn leaves_no_error_on_either_side() {
    let stage = Stage::open().await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    assert_eq!(
        stage.step(&ended.run, StepId::RepairAtLocalSite).status,
        StepStatus::Done
    );
    for peer in stage.peers() {
        assert!(stage.lab.is_clean(OWN, &peer.name), "{}", peer.name);
        assert!(stage.lab.is_clean(&peer.name, OWN), "{}", peer.name);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn keeps_the_thumbprints_of_the_peers_as_they_were() {
    let stage = Stage::open().await;
    stage.run(stage.request(Action::Import)).await.unwrap();
    for peer in stage.peers() {
        let pinned = stage.lab.pin(OWN, &peer.name).unwrap();
        assert_eq!(pinned.to_string(), peer.cloud.thumbprint);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn says_which_half_is_done_and_which_is_not() {
    let stage = Stage::with_faults(&["task-fails@Paris"]).await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    assert_eq!(ended.outcome, Some(Outcome::Attention));
    for peer in stage.view(&ended.run).peers {
        assert_eq!(peer.at_peer.activity, Activity::Done, "{}", peer.name);
        assert_eq!(peer.at_local.activity, Activity::Failed, "{}", peer.name);
        assert_eq!(stage.lab.pin(&peer.name, OWN), Some(stage.presented()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_start_does_only_this_half() {
    let stage = Stage::with_faults(&["task-fails@Paris"]).await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    stage.lab.clear(Fault::TaskFails, OWN);
    let before = stage.repairs().len();
    let resumed = stage
        .resume(&ended.run, stage.again(Action::Import))
        .await
        .unwrap();
    assert_eq!(
        resumed.outcome,
        Some(Outcome::Done),
        "{:?}",
        resumed.problem()
    );
    let again = stage.repairs();
    assert!(
        again.iter().skip(before).all(|(at, _)| at == OWN),
        "{again:?}"
    );
    stage.assert_everybody_trusts_everybody().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_task_that_reports_failure_although_both_ends_are_in_order_is_done_with_a_remark() {
    for site in [OWN, "Berlin"] {
        let stage = Stage::with_faults(&[&format!("task-reports-failure@{site}")]).await;
        let ended = stage.run(stage.request(Action::Import)).await.unwrap();
        assert_eq!(ended.outcome, Some(Outcome::Done), "{:?}", ended.problem());
        let berlin = stage.peer(&ended.run, "Berlin");
        let remark = berlin.problem.unwrap();
        assert_eq!(remark.code, "repair.done_with_a_remark", "{site}");
        assert!(remark.what().contains(site), "{}", remark.what());
        let outcome = stage.view(&ended.run).outcome.unwrap();
        assert!(outcome.contains("remark about Berlin"), "{outcome}");
        stage.assert_everybody_trusts_everybody().await;
        let again = stage.resume(&ended.run, stage.again(Action::Import)).await;
        assert_eq!(again.unwrap_err().code, "run.ended", "{site}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn resuming_a_run_with_such_a_task_ends() {
    let stage = Stage::with_faults(&["task-fails@Paris"]).await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    assert_eq!(ended.outcome, Some(Outcome::Attention));
    let named = stage.view(&ended.run).outcome.unwrap();
    for peer in stage.peers() {
        assert!(named.contains(&peer.name), "{named}");
    }
    stage.lab.clear(Fault::TaskFails, OWN);
    stage.strike(Fault::TaskReportsFailure, OWN).await;
    let again = stage.resume(&ended.run, stage.again(Action::Import)).await;
    let again = again.unwrap();
    assert_eq!(again.outcome, Some(Outcome::Done), "{:?}", again.problem());
    stage.assert_everybody_trusts_everybody().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_said_of_every_peer_where_one_was_left_out() {
    let stage = Stage::with_faults(&["password-expired@Berlin"]).await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    let view = stage.view(&ended.run);
    let says = |step: &rotation::progress::StepView| step.says.clone().unwrap_or_default();
    let told: Vec<String> = view.steps.iter().map(says).collect();
    let told = format!("{} {}", told.join(" "), view.outcome.unwrap());
    for claim in ["Every peer site trusts", "every peer site trust", "all 3"] {
        assert!(!told.contains(claim), "{told}");
    }
    assert!(told.contains("2 of 3 peer sites trust"), "{told}");
    assert!(told.contains("needs attention: Berlin."), "{told}");
}
