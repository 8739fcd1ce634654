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
