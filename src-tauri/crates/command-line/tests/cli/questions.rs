//! Questions that only a person can answer, without a window.

use practice_lab::Service;
use serde_json::Value;

use super::stage::{Ended, Stage};

/// A regenerate after which Paris does not tell which certificate it made.
async fn asked(stage: &Stage) -> Ended {
    let fault = "regenerate-shows-old@Paris".parse().unwrap();
    stage.lab.inject(fault).await.unwrap();
    let words = stage.rotation(&["--regenerate"], &["Berlin", "Madrid", "Oslo"]);
    stage.run(&words).await
}

async fn resumed_with(stage: &Stage, answer: &str) -> Ended {
    let mut words = stage.flags();
    words.extend(["resume", "--pace", "200", "--answer", answer].map(ToOwned::to_owned));
    stage.run(&words).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_without_an_answer_pauses_the_run() {
    let stage = Stage::open().await;
    let ended = asked(&stage).await;
    assert_eq!(ended.code, Some(1), "{} {}", ended.stdout, ended.stderr);
    let lines = ended.lines();
    let is_asked = |line: &&Value| line["kind"] == "questionAsked";
    assert!(lines.iter().any(|line| is_asked(&line)));
    assert_eq!(ended.last()["outcome"], "attention");
    assert!(!stage.lab.trusts("Berlin", "Paris").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_right_thumbprint_lets_the_run_go_on() {
    let stage = Stage::open().await;
    asked(&stage).await;
    let new = stage.lab.thumbprint("Paris", Service::Cloud).unwrap();
    let ended = resumed_with(&stage, &format!("new-certificate=paste={new}")).await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
    assert!(stage.is_whole().await);
    assert_eq!(stage.lab.replacements("Paris"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_thumbprint_does_not() {
    let stage = Stage::open().await;
    asked(&stage).await;
    let other = &stage.told.authority.bundle_thumbprint;
    let ended = resumed_with(&stage, &format!("new-certificate=paste={other}")).await;
    assert_eq!(ended.code, Some(1), "{} {}", ended.stdout, ended.stderr);
    assert!(!stage.lab.trusts("Berlin", "Paris").await);
}

/// An import with all three peers named and none of them ready.
async fn alone(stage: &Stage) -> Vec<String> {
    for peer in ["Berlin", "Madrid", "Oslo"] {
        let fault = format!("password-expired@{peer}").parse().unwrap();
        stage.lab.inject(fault).await.unwrap();
    }
    stage.import()
}

#[tokio::test(flavor = "multi_thread")]
async fn named_peers_of_which_none_is_ready_pause_the_run_before_the_change() {
    let stage = Stage::open().await;
    let ended = stage.run(&alone(&stage).await).await;
    assert_eq!(ended.code, Some(1), "{} {}", ended.stdout, ended.stderr);
    let lines = ended.lines();
    let asked = lines.iter().find(|line| line["kind"] == "questionAsked");
    assert_eq!(asked.unwrap()["question"]["id"], "no-peer-ready");
    assert_eq!(stage.lab.replacements("Paris"), 0);
    let bundle = stage.bundle();
    let mut words = stage.flags();
    words.extend(["resume", "--pace", "200", "--import", &bundle].map(ToOwned::to_owned));
    words.extend(["--answer", "no-peer-ready=replace"].map(ToOwned::to_owned));
    let ended = stage.run(&words).await;
    assert_eq!(ended.code, Some(1), "{} {}", ended.stdout, ended.stderr);
    assert_eq!(stage.lab.replacements("Paris"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_given_beforehand_replaces_for_nobody_or_stops() {
    for (answer, code, replaced) in [("replace", 1, 1), ("stop", 2, 0)] {
        let stage = Stage::open().await;
        let mut words = alone(&stage).await;
        words.extend(["--answer".to_owned(), format!("no-peer-ready={answer}")]);
        let ended = stage.run(&words).await;
        assert_eq!(ended.code, Some(code), "{} {}", ended.stdout, ended.stderr);
        assert_eq!(stage.lab.replacements("Paris"), replaced, "{answer}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_names_no_peer_is_not_asked() {
    let stage = Stage::open().await;
    let bundle = stage.bundle();
    let ended = stage
        .run(&stage.rotation(&["--import", &bundle], &[]))
        .await;
    assert_eq!(ended.code, Some(1), "{} {}", ended.stdout, ended.stderr);
    assert_eq!(stage.lab.replacements("Paris"), 1);
    let is_asked = |line: &Value| line["kind"] == "questionAsked";
    assert!(!ended.lines().iter().any(is_asked));
}
