//! `import_certificate`: the new certificate is handed over once, after its intent was written.

use rotation::activity::StepStatus;
use rotation::event::{Action, StepId};
use rotation::{Event, Outcome};
use support::stage::{OWN, Stage};

#[tokio::test(flavor = "multi_thread")]
async fn the_site_presents_the_bundle_and_every_peer_trusts_it() {
    let stage = Stage::open().await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    assert_eq!(ended.outcome, Some(Outcome::Done));
    assert_eq!(
        stage.presented().to_string(),
        stage.before.authority.bundle_thumbprint
    );
    stage.assert_replaced_exactly_once();
    stage.assert_everybody_trusts_everybody().await;
    stage.assert_no_secret_in_the_state_folder();
}

#[tokio::test(flavor = "multi_thread")]
async fn tells_of_the_backup_that_the_site_really_keeps() {
    let stage = Stage::open().await;
    let config = stage.own().state.join("cloud/config");
    let before = std::fs::read(config.join("keystore.p12")).unwrap();
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    assert_eq!(
        std::fs::read(config.join("keystore.p12.bak")).unwrap(),
        before
    );
    let backup = stage.view(&ended.run).backup.unwrap();
    assert!(
        backup.path.ends_with("cloud/config/keystore.p12.bak"),
        "{}",
        backup.path
    );
    let report = stage.engine().report(&ended.run).unwrap();
    assert!(report.html().contains("keystore.p12.bak"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_operation_in_the_record_is_the_one_that_reached_the_site() {
    let stage = Stage::open().await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    let uploads: Vec<_> = stage
        .changing_calls()
        .into_iter()
        .filter(|call| call.path == "/config/certificate")
        .collect();
    assert_eq!(uploads.len(), 1);
    let sent = uploads
        .first()
        .and_then(|call| call.operation.clone())
        .unwrap();
    let is_it = |event: &Event| matches!(event, Event::ReplacementIntended { operation, .. } if *operation == sent);
    assert!(ended.has(is_it));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_changes_nothing_and_repairs_nothing() {
    let stage = Stage::with_faults(&["import-refused@Paris"]).await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    assert_eq!(ended.outcome, Some(Outcome::Refused));
    let step = stage.step(&ended.run, StepId::ImportCertificate);
    assert_eq!(step.status, StepStatus::Failed);
    assert!(
        step.problem
            .unwrap()
            .quote
            .unwrap()
            .contains("cannot be imported")
    );
    assert_eq!(
        (stage.lab.replacements(OWN), stage.presented()),
        (0, stage.old())
    );
    assert!(stage.repairs().is_empty());
}
