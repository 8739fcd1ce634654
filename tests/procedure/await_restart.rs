//! `await_restart`: bare handshakes until the right certificate is on the wire, and no password to
//! anybody before that.

use std::time::Duration;

use ground::Surroundings;
use practice_lab::{Lab, Pace, Scenario};
use rotation::activity::{RestartPhase, StepStatus};
use rotation::event::{Action, StepId};
use rotation::{Event, Outcome, Request};
use support::in_english::InEnglish as _;
use support::performance::Ended;
use support::stage::{OWN, Stage};

use crate::exchange::{Exchange, direct, told_when, until};

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
    let stage = told_when(&[]).await;
    let request = stage.request(Action::Import);
    let ended = direct(&stage, request, async |mut phases| {
        for (phase, gate) in [
            (RestartPhase::StillOld, "still-old@Paris"),
            (RestartPhase::Down, "down@Paris"),
            (RestartPhase::UpWithNew, "warm-up@Paris"),
        ] {
            until(&mut phases, phase).await;
            stage.lab.release(gate);
        }
    })
    .await;
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
        let stage = Stage::with_faults(&[fault]).await;
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
        problem.what().contains(&stage.presented().to_string()),
        "{}",
        problem.what()
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

#[tokio::test(flavor = "multi_thread")]
async fn tells_of_a_wait_that_lasts_what_is_seen_meanwhile() {
    let mut stage = Stage::of(|scenario| scenario.pace = Pace::LikeReal { scale: 0.02 }).await;
    stage.pace.tell = Duration::from_millis(200);
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    let told = notes(&ended);
    assert!((2..=8).contains(&told.len()), "{told:?}");
    let of_down = told
        .iter()
        .filter(|says| says.contains("is not back after"));
    assert!(of_down.count() >= 1, "{told:?}");
    assert_eq!(ended.outcome, Some(Outcome::Done));
}

fn notes(ended: &Ended) -> Vec<String> {
    ended.picked(|event| {
        let Event::Note { step, says } = event else {
            return None;
        };
        (*step == Some(StepId::AwaitRestart)).then(|| says.clone())
    })
}

/// An import at the own site as it is reached through an exchange.
fn through(stage: &Stage, exchange: &Exchange) -> Request {
    let mut request = stage.request(Action::Import);
    request.local.address = exchange.address.parse().unwrap();
    request
}

#[tokio::test(flavor = "multi_thread")]
async fn goes_back_to_waiting_when_the_site_restarts_once_more_after_the_new_certificate_was_seen()
{
    let stage = told_when(&["still-old", "down"]).await;
    let exchange = Exchange::before(&stage.own().cloud.address).await;
    let ended = direct(&stage, through(&stage, &exchange), async |mut phases| {
        until(&mut phases, RestartPhase::UpWithNew).await;
        exchange.to.send_replace(None);
        until(&mut phases, RestartPhase::Down).await;
        exchange
            .to
            .send_replace(Some(stage.own().cloud.address.clone()));
        stage.lab.release("warm-up@Paris");
    })
    .await;
    assert_eq!(ended.outcome, Some(Outcome::Done), "{:?}", ended.problem());
    let seen = phases(&ended);
    let last: Vec<_> = seen.iter().rev().take(3).rev().collect();
    let expected = [
        &RestartPhase::UpWithNew,
        &RestartPhase::Down,
        &RestartPhase::UpWithNew,
    ];
    assert_eq!(last, expected, "{seen:?}");
    let told = notes(&ended).concat();
    assert!(told.contains("went away again"), "{told}");
    stage.assert_replaced_exactly_once();
    stage.assert_everybody_trusts_everybody().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_old_certificate_after_the_new_one_was_seen_is_a_stop_and_gets_no_password() {
    let stage = told_when(&["still-old", "down"]).await;
    // The same seed at the same moment makes the same sites: a second node that was left behind.
    let folder = stage.folder().join("twin");
    let then = Surroundings::of_this_machine().starting_at(stage.opened);
    let twin = Lab::start(Scenario::new(folder), &then).await.unwrap();
    let left_behind = twin.description().sites.first().unwrap().cloud.clone();
    assert_eq!(left_behind.thumbprint, stage.own().cloud.thumbprint);
    let exchange = Exchange::before(&stage.own().cloud.address).await;
    let ended = direct(&stage, through(&stage, &exchange), async |mut phases| {
        until(&mut phases, RestartPhase::UpWithNew).await;
        exchange.to.send_replace(Some(left_behind.address));
    })
    .await;
    assert_eq!(ended.outcome, Some(Outcome::Attention));
    assert_eq!(ended.problem().as_deref(), Some("restart.old_again"));
    assert_eq!(twin.requests(), [], "nothing was asked of whoever answered");
    assert!(stage.repairs().is_empty());
}
