//! `survey_site`: what the own site is and whom it is paired with.

use rotation::activity::StepStatus;
use rotation::event::{Action, StepId};
use support::in_english::InEnglish as _;
use support::stage::Stage;

#[tokio::test(flavor = "multi_thread")]
async fn names_every_peer_of_the_site() {
    let stage = Stage::open().await;
    let plan = stage.plan(&stage.request(Action::Import)).await.unwrap();
    let planned: Vec<&str> = plan.peers.iter().map(|peer| &*peer.name).collect();
    let paired: Vec<&str> = stage.own().peers.iter().map(|peer| &*peer.name).collect();
    assert_eq!(planned, paired);
    stage.assert_nothing_was_changed();
}

#[tokio::test(flavor = "multi_thread")]
async fn says_which_version_runs_there() {
    let stage = Stage::open().await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    let step = stage.step(&ended.run, StepId::SurveySite);
    assert_eq!(step.status, StepStatus::Done);
    assert!(step.says.unwrap().contains("4.7"));
}

#[tokio::test(flavor = "multi_thread")]
async fn leaves_a_peer_that_nobody_may_sign_in_to_for_its_own_administrator() {
    let stage = Stage::open().await;
    let mut request = stage.request(Action::Import);
    request.peers.remove(0);
    let plan = stage.plan(&request).await.unwrap();
    let berlin = plan
        .peers
        .iter()
        .find(|peer| peer.name == "Berlin")
        .unwrap();
    assert!(!berlin.ready);
    assert_eq!(berlin.problem.as_ref().unwrap().code, "peer.no_access");
    stage.run(request).await.unwrap();
    assert_eq!(stage.calls_since(0, "Berlin"), []);
    stage.assert_trusted_by(&["Madrid", "Oslo"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn says_beforehand_that_a_version_is_not_known() {
    let stage = Stage::with_faults(&["unknown-version@Paris"]).await;
    let plan = stage.plan(&stage.request(Action::Import)).await.unwrap();
    let mut problems = plan.findings.iter().map(|finding| &finding.problem);
    let unknown = problems.find(|problem| problem.code == "plan.version_unknown");
    assert!(
        unknown.unwrap().what().contains("9.9.0"),
        "{:?}",
        plan.findings
    );
}
