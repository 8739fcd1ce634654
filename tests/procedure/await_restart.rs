//! `await_restart`: bare handshakes until the right certificate is on the wire, and no password to
//! anybody before that.

use std::time::Duration;

use practice_lab::Pace;
use rotation::event::{Action, StepId};
use rotation::progress::{RestartPhase, StepStatus};
use rotation::{Event, Outcome};
use support::performance::Ended;
use support::stage::{OWN, Stage};

fn phases(ended: &Ended) -> Vec<RestartPhase> {
    ended.picked(|event| {
        let Event::RestartSeen { phase, .. } = event else {
            return None;
        };
        Some(*phase)
    })
}

/// What the own site was asked after its certificate was replaced.
fn asked_afterwards(stage: &Stage) -> Vec<practice_lab::Request> {
    let calls = stage.calls_since(0, OWN);
    let replaced = calls
        .iter()
        .position(|call| call.path == "/config/certificate" && call.method != "GET")
        .unwrap();
    calls.into_iter().skip(replaced + 1).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn sees_the_old_certificate_then_nothing_then_the_new_one() {
    let stage = Stage::of(|scenario| scenario.pace = Pace::LikeReal { scale: 0.01 }).await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    let expected = [
        RestartPhase::StillOld,
        RestartPhase::Down,
        RestartPhase::UpWithNew,
    ];
    assert_eq!(phases(&ended), expected);
    assert_eq!(ended.outcome, Some(Outcome::Done));
}

#[tokio::test(flavor = "multi_thread")]
async fn waits_for_a_slow_restart_and_for_one_that_shows_the_old_certificate_once_more() {
    for fault in ["slow-restart@Paris", "flapping@Paris"] {
        let stage = Stage::of(|scenario| {
            scenario.faults = vec![fault.parse().unwrap()];
            scenario.pace = Pace::LikeReal { scale: 0.02 };
        })
        .await;
        let ended = stage.run(stage.request(Action::Import)).await.unwrap();
        assert_eq!(
            ended.outcome,
            Some(Outcome::Done),
            "{fault}: {:?}",
            ended.problem()
        );
        stage.assert_everybody_trusts_everybody().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sends_no_password_to_a_certificate_that_belongs_to_nobody_here() {
    let stage = Stage::with_faults(&["restart-into-other@Paris"]).await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    assert_eq!(ended.outcome, Some(Outcome::Attention));
    let problem = stage
        .step(&ended.run, StepId::AwaitRestart)
        .problem
        .unwrap();
    assert_eq!(problem.code, "restart.other_certificate");
    assert!(
        problem.what.contains(&stage.presented().to_string()),
        "{}",
        problem.what
    );
    let asked = asked_afterwards(&stage);
    assert!(asked.iter().all(|call| !call.carried_a_secret), "{asked:?}");
    assert!(stage.repairs().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn says_that_a_site_has_not_come_back_and_goes_on_when_it_has() {
    let mut stage = Stage::with_faults(&["restart-never-ends@Paris"]).await;
    stage.pace.restart_budget = Duration::from_millis(500);
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    assert_eq!(ended.outcome, Some(Outcome::Attention));
    let step = stage.step(&ended.run, StepId::AwaitRestart);
    assert_eq!(step.status, StepStatus::Failed);
    assert_eq!(step.problem.unwrap().code, "restart.not_back");
    stage.lab.clear_all();
    stage.pace = rotation::Pace::compressed(200);
    let again = stage
        .resume(&ended.run, stage.again(Action::Import))
        .await
        .unwrap();
    assert_eq!(again.outcome, Some(Outcome::Done), "{:?}", again.problem());
    stage.assert_replaced_exactly_once();
    stage.assert_everybody_trusts_everybody().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn signs_in_again_only_after_the_readiness_page_answers() {
    let stage = Stage::open().await;
    stage.run(stage.request(Action::Import)).await.unwrap();
    let asked = asked_afterwards(&stage);
    let page = asked
        .iter()
        .position(|call| call.path == "/docs/api-guide.html")
        .unwrap();
    let sign_in = asked
        .iter()
        .position(|call| call.path == "/sessions")
        .unwrap();
    assert!(page < sign_in);
}
