//! `regenerate_certificate`: the appliance makes itself a certificate, and it is known which one
//! before anybody signs in over it.

use ground::Surroundings;
use practice_lab::Fault;
use rotation::activity::{RestartPhase, StepStatus};
use rotation::event::{Action, Knowledge, StepId};
use rotation::{Event, Outcome, Resumption, RunId, prepare};
use support::stage::{OWN, Stage};

use crate::exchange::{Exchange, direct, told_when, until};

#[tokio::test(flavor = "multi_thread")]
async fn learns_the_new_certificate_over_the_connection_that_the_old_one_proved() {
    let stage = Stage::open().await;
    let ended = stage.run(stage.request(Action::Regenerate)).await.unwrap();
    assert_eq!(ended.outcome, Some(Outcome::Done));
    let presented = stage.presented().to_string();
    let is_it = |event: &Event| {
        matches!(event, Event::NewCertificateKnown { thumbprint, how, .. }
            if *thumbprint == presented && *how == Knowledge::OldConnection)
    };
    assert!(ended.has(is_it));
    stage.assert_replaced_exactly_once();
    stage.assert_everybody_trusts_everybody().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn asks_a_person_where_the_site_told_nothing() {
    let stage = Stage::with_faults(&["regenerate-shows-old@Paris"]).await;
    let ended = stage.run(stage.request(Action::Regenerate)).await.unwrap();
    assert!(ended.has(|event| matches!(event, Event::QuestionAsked { .. })));
    assert_eq!(ended.outcome, Some(Outcome::Done));
    stage.assert_everybody_trusts_everybody().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn takes_nothing_but_a_whole_thumbprint_for_an_answer() {
    let stage = Stage::with_faults(&["regenerate-shows-old@Paris"]).await;
    let request = stage.request(Action::Regenerate);
    let plan = prepare(&request, &Surroundings::of_this_machine())
        .await
        .unwrap();
    let run = stage.engine().start(request, plan).await.unwrap();
    let mut view = run.watch();
    let asked = view.wait_for(|view| view.question.is_some()).await;
    let question = asked.unwrap().question.clone().unwrap();
    let refused = run.answer(&question.id, "paste", Some("AA:BB".to_owned()));
    assert!(refused.is_err(), "four digits are no thumbprint");
    let shown = stage.presented().to_string();
    run.answer(&question.id, "paste", Some(shown)).unwrap();
    assert_eq!(run.finished().await, Outcome::Done);
    stage.assert_everybody_trusts_everybody().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sends_no_password_over_a_certificate_that_nobody_vouched_for() {
    let mut stage = Stage::with_faults(&["regenerate-shows-old@Paris"]).await;
    stage.stops_at_questions = true;
    let ended = stage.run(stage.request(Action::Regenerate)).await.unwrap();
    assert_eq!(ended.outcome, Some(Outcome::Attention));
    let calls = stage.calls_since(0, OWN);
    let replaced = calls.iter().position(|call| call.method == "PUT").unwrap();
    let later: Vec<_> = calls
        .iter()
        .skip(replaced)
        .filter(|call| call.path == "/sessions")
        .collect();
    assert!(later.is_empty(), "{later:?}");
    assert!(stage.repairs().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_has_no_such_step() {
    let stage = Stage::open().await;
    let ended = stage.run(stage.request(Action::Regenerate)).await.unwrap();
    assert_eq!(
        stage.step(&ended.run, StepId::RegenerateCertificate).status,
        StepStatus::Done
    );
    let slug = StepId::ImportCertificate.slug();
    assert!(
        stage
            .view(&ended.run)
            .steps
            .iter()
            .all(|step| step.id != slug)
    );
}

/// A regenerate that told nothing, during whose restart a stranger answered once; nobody vouched for it.
async fn after_one_glimpse_of_a_stranger() -> (Stage, Exchange, RunId) {
    let mut stage = told_when(&["still-old"]).await;
    stage.stops_at_questions = true;
    stage.strike(Fault::RegenerateShowsOld, OWN).await;
    let exchange = Exchange::before(&stage.own().cloud.address).await;
    let mut request = stage.request(Action::Regenerate);
    request.local.address = exchange.address.parse().unwrap();
    let stranger = stage.peers()[0].cloud.address.clone();
    let ended = direct(&stage, request, async |mut phases| {
        until(&mut phases, RestartPhase::Down).await;
        exchange.to.send_replace(Some(stranger));
    })
    .await;
    assert_eq!(ended.outcome, Some(Outcome::Attention));
    assert_eq!(ended.problem().as_deref(), Some("restart.not_vouched"));
    let own = stage.own().cloud.address.clone();
    exchange.to.send_replace(Some(own));
    stage.lab.release("down@Paris");
    stage.lab.release("warm-up@Paris");
    stage.stops_at_questions = false;
    (stage, exchange, ended.run)
}

fn through(stage: &Stage, exchange: &Exchange) -> Resumption {
    let mut again = stage.again(Action::Regenerate);
    again.local.address = exchange.address.parse().unwrap();
    again
}

#[tokio::test(flavor = "multi_thread")]
async fn one_glimpse_of_a_stranger_binds_nobody_and_the_pasted_certificate_is_taken() {
    let (stage, exchange, run) = after_one_glimpse_of_a_stranger().await;
    let resumed = stage
        .resume(&run, through(&stage, &exchange))
        .await
        .unwrap();
    assert!(resumed.has(|event| matches!(event, Event::QuestionAsked { .. })));
    assert_eq!(
        resumed.outcome,
        Some(Outcome::Done),
        "{:?}",
        resumed.problem()
    );
    stage.assert_replaced_exactly_once();
    stage.assert_everybody_trusts_everybody().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thumbprint_that_comes_with_the_resumption_vouches_for_the_certificate_it_names_alone() {
    let (mut stage, exchange, run) = after_one_glimpse_of_a_stranger().await;
    stage.stops_at_questions = true;
    let mut strangers = through(&stage, &exchange);
    strangers.local.pin = stage.peers()[0].cloud.thumbprint.parse().unwrap();
    let asked = stage.resume(&run, strangers).await.unwrap();
    assert_eq!(asked.problem().as_deref(), Some("restart.not_vouched"));
    let mut pasted = through(&stage, &exchange);
    pasted.local.pin = stage.presented();
    let resumed = stage.resume(&run, pasted).await.unwrap();
    assert!(!resumed.has(|event| matches!(event, Event::QuestionAsked { .. })));
    assert_eq!(
        resumed.outcome,
        Some(Outcome::Done),
        "{:?}",
        resumed.problem()
    );
    stage.assert_replaced_exactly_once();
    stage.assert_everybody_trusts_everybody().await;
}
