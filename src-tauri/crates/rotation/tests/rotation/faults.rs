//! Each fault of the lab ends in a named problem, and the peers it does not concern are done.

use rotation::{FindingKind, Outcome, Request, RunView};

use crate::stage::Stage;

/// Runs an import on a lab with these faults; every peer but the named ones must be repaired.
async fn import_with(faults: &[&str], spared: &[&str]) -> (Stage, Outcome, RunView) {
    let stage = Stage::with_faults(faults).await;
    let (run, outcome) = stage.rotate(stage.import()).await;
    let view = run.watch().borrow().clone();
    for peer in stage.peers() {
        if !spared.contains(&&*peer) {
            assert!(stage.is_repaired(&peer).await, "{peer}: {view:#?}");
        }
    }
    (stage, outcome, view)
}

/// The code of a peer's problem.
fn code(view: &RunView, peer: &str) -> String {
    let peer = view.peers.iter().find(|row| row.name == peer).unwrap();
    peer.problem
        .as_ref()
        .map(|problem| problem.code.clone())
        .unwrap_or_default()
}

/// One fault at one peer: its code, and everybody else repaired.
async fn one_peer_fails(fault: &str, expected: &str) {
    let (_, outcome, view) = import_with(&[&format!("{fault}@Berlin")], &["Berlin"]).await;
    assert_eq!(code(&view, "Berlin"), expected, "{view:#?}");
    assert_eq!(outcome, Outcome::Attention);
}

#[tokio::test]
async fn a_peer_that_is_down() {
    one_peer_fails("site-down", "site.closed").await;
}

#[tokio::test]
async fn somebody_between_the_sites() {
    one_peer_fails("interception", "peer.sees_other").await;
}

#[tokio::test]
async fn a_repair_that_stores_another_thumbprint() {
    one_peer_fails("wrong-pin-stored", "repair.not_taken").await;
}

#[tokio::test]
async fn a_task_that_fails() {
    one_peer_fails("task-fails", "repair.task_failed").await;
}

#[tokio::test]
async fn a_peer_that_refuses_the_sign_in() {
    one_peer_fails("admin-restricted", "site.sign_in_refused").await;
}

#[tokio::test]
async fn a_peer_that_may_only_be_read() {
    one_peer_fails("read-only-account", "repair.refused").await;
}

#[tokio::test]
async fn a_peer_whose_password_has_expired() {
    one_peer_fails("password-expired", "peer.password_expired").await;
}

#[tokio::test]
async fn a_peer_that_has_an_old_thumbprint_on_record() {
    one_peer_fails("pins-an-old-one", "peer.pin_unexpected").await;
}

#[tokio::test]
async fn a_peer_of_an_unknown_version() {
    one_peer_fails("unknown-version", "peer.version_unknown").await;
}

#[tokio::test]
async fn a_peer_whose_clock_is_ahead_is_repaired_all_the_same() {
    let (_, outcome, view) = import_with(&["clock-ahead@Berlin"], &[]).await;
    assert_eq!(outcome, Outcome::Done, "{view:#?}");
}

#[tokio::test]
async fn sessions_that_end_are_renewed() {
    let (_, outcome, view) = import_with(&["session-expires@Berlin*1"], &[]).await;
    assert_eq!(outcome, Outcome::Done, "{view:#?}");
}

#[tokio::test]
async fn connections_that_break_now_and_then() {
    let stage = Stage::new().await;
    let request = stage.import();
    let plan = stage.plan(&request).await.unwrap();
    for peer in stage.peers() {
        let fault = format!("connection-reset@{peer}*2").parse().unwrap();
        stage.lab.inject(fault).await.unwrap();
    }
    let run = stage.engine.start(request, plan).await.unwrap();
    let outcome = run.finished().await;
    assert_eq!(outcome, Outcome::Done, "{:#?}", *run.watch().borrow());
    assert!(stage.all_are_repaired().await);
}

#[tokio::test]
async fn an_answer_that_is_lost_is_found_out_and_not_asked_for_again() {
    let (stage, outcome, view) = import_with(&["answer-lost@Paris"], &[]).await;
    assert_eq!(outcome, Outcome::Done, "{view:#?}");
    assert_eq!(stage.lab.replacements("Paris"), 1);
}

#[tokio::test]
async fn a_request_that_is_lost_is_sent_again_only_when_a_person_says_so() {
    let stage = Stage::with_faults(&["request-lost@Paris*1"]).await;
    let run = stage.start(stage.import()).await;
    let mut view = run.watch();
    let asked = view
        .wait_for(|view| view.question.is_some())
        .await
        .unwrap()
        .clone();
    let question = asked.question.unwrap();
    assert!(question.id.starts_with("replace-again-"));
    assert_eq!(stage.lab.replacements("Paris"), 0);
    run.answer(&question.id, "again", None).unwrap();
    assert_eq!(run.finished().await, Outcome::Done);
    assert_eq!(stage.lab.replacements("Paris"), 1);
    assert!(stage.all_are_repaired().await);
}

#[tokio::test]
async fn a_regenerate_that_told_nothing_asks_for_the_thumbprint() {
    let stage = Stage::with_faults(&["regenerate-shows-old@Paris"]).await;
    let run = stage.start(stage.regenerate()).await;
    let mut view = run.watch();
    let asked = view
        .wait_for(|view| view.question.is_some())
        .await
        .unwrap()
        .clone();
    let question = asked.question.unwrap();
    let refused = run.answer(&question.id, "paste", Some("AA:BB".into()));
    assert!(refused.is_err(), "ten digits are no thumbprint");
    run.answer(&question.id, "paste", Some(stage.thumbprint("Paris")))
        .unwrap();
    assert_eq!(run.finished().await, Outcome::Done);
    assert!(stage.all_are_repaired().await);
}

#[tokio::test]
async fn a_refused_import_changes_nothing() {
    let stage = Stage::with_faults(&["import-refused@Paris"]).await;
    let before = stage.thumbprint("Paris");
    let (run, outcome) = stage.rotate(stage.import()).await;
    let view = run.watch().borrow().clone();
    assert_eq!(outcome, Outcome::Refused, "{view:#?}");
    assert_eq!(step_code(&view, "import_certificate"), "replace.refused");
    assert_eq!(stage.thumbprint("Paris"), before);
}

fn step_code(view: &RunView, slug: &str) -> String {
    let step = view.steps.iter().find(|step| step.id == slug).unwrap();
    step.problem
        .as_ref()
        .map(|problem| problem.code.clone())
        .unwrap_or_default()
}

/// A restart that goes wrong ends in this problem, and no peer was given anything.
async fn restart_fails(fault: &str, expected: &str) {
    let mut stage = Stage::with_faults(&[&format!("{fault}@Paris")]).await;
    stage.pace.restart_budget = std::time::Duration::from_secs(3);
    let (run, outcome) = stage.rotate(stage.import()).await;
    let view = run.watch().borrow().clone();
    assert_eq!(step_code(&view, "await_restart"), expected, "{view:#?}");
    assert_eq!(outcome, Outcome::Attention);
    let repairs = stage
        .lab
        .requests()
        .into_iter()
        .filter(|request| request.method == "PUT");
    assert_eq!(repairs.count(), 0);
}

#[tokio::test]
async fn a_restart_that_never_ends() {
    restart_fails("restart-never-ends", "restart.not_back").await;
}

#[tokio::test]
async fn a_restart_into_the_old_certificate() {
    restart_fails("restart-into-old", "restart.still_old").await;
}

#[tokio::test]
async fn a_restart_into_a_certificate_that_nobody_knows() {
    restart_fails("restart-into-other", "restart.other_certificate").await;
}

#[tokio::test]
async fn retries_only_the_peer_that_failed() {
    let (stage, _, _) = import_with(&["task-fails@Berlin"], &["Berlin"]).await;
    let runs = stage.engine.list().unwrap();
    assert_eq!(runs.len(), 1);
    stage.lab.clear_all();
    let stage = Stage::with_faults(&["task-fails@Berlin"]).await;
    let (run, _) = stage.rotate(stage.import()).await;
    stage.lab.clear_all();
    let before = repairs_at(&stage, "Madrid");
    run.retry_failed().await.unwrap();
    assert_eq!(run.finished().await, Outcome::Done);
    assert!(stage.all_are_repaired().await);
    assert_eq!(repairs_at(&stage, "Madrid"), before);
    assert_eq!(stage.lab.replacements("Paris"), 1);
}

fn repairs_at(stage: &Stage, site: &str) -> usize {
    let requests = stage.lab.requests().into_iter();
    requests
        .filter(|request| request.site == site && request.method == "PUT")
        .count()
}

#[tokio::test]
async fn a_pause_before_the_change_is_gone_on_with() {
    let stage = Stage::new().await;
    let run = stage.start(stage.import()).await;
    run.pause();
    assert_eq!(run.finished().await, Outcome::Attention);
    assert_eq!(
        run.watch().borrow().status,
        rotation::progress::RunStatus::Paused
    );
    run.resume().await.unwrap();
    assert_eq!(run.finished().await, Outcome::Done);
    assert!(stage.all_are_repaired().await);
}

/// What stands in the way at the local site keeps the run from starting.
async fn may_not_start(stage: &Stage, request: &Request, expected: &str) {
    let stops: Vec<String> = match stage.plan(request).await {
        Err(problem) => vec![problem.code],
        Ok(plan) => {
            let findings = plan.view().findings.iter();
            let stops = findings.filter(|finding| finding.kind == FindingKind::Stop);
            assert!(!plan.view().can_start);
            stops.map(|finding| finding.problem.code.clone()).collect()
        }
    };
    assert!(stops.iter().any(|code| code == expected), "{stops:?}");
}

#[tokio::test]
async fn a_manager_in_place_of_the_cloud_service() {
    let stage = Stage::new().await;
    let mut request = stage.import();
    let manager = stage.lab.description().sites[0].manager.clone();
    request.local.address = manager.address.parse().unwrap();
    request.local.pin = manager.thumbprint.parse().unwrap();
    may_not_start(&stage, &request, "site.another_service").await;
}

#[tokio::test]
async fn a_certificate_that_is_in_use_already() {
    let stage = Stage::new().await;
    stage.rotate(stage.import()).await;
    may_not_start(&stage, &stage.import(), "bundle.is_not_in_use").await;
}

#[tokio::test]
async fn a_private_key_for_a_site_that_nobody_verified() {
    let stage = Stage::new().await;
    let mut request = stage.import();
    request.local.grade = rotation::Grade::E0;
    may_not_start(&stage, &request, "plan.unverified").await;
}

#[tokio::test]
async fn a_wrong_password_is_tried_once() {
    let stage = Stage::new().await;
    let mut request = stage.import();
    request.local.credential = appliance::Credential::Appliance {
        password: "wrong".into(),
    };
    may_not_start(&stage, &request, "site.sign_in_refused").await;
    assert_eq!(stage.lab.failed_logins("Paris"), 1);
}
