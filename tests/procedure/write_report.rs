//! `write_report`: one HTML file and the same as JSON, without a secret and without a script.

use rotation::activity::StepStatus;
use rotation::event::{Action, StepId};
use serde_json::Value;
use support::stage::{OWN, Stage};

#[tokio::test(flavor = "multi_thread")]
async fn holds_no_secret_whatever_was_done() {
    for action in [Action::Import, Action::Regenerate] {
        let stage = Stage::with_faults(&["task-fails@Berlin"]).await;
        let ended = stage.run(stage.request(action)).await.unwrap();
        assert_eq!(
            stage.step(&ended.run, StepId::WriteReport).status,
            StepStatus::Done
        );
        stage.assert_no_secret_in_the_report(&ended.run);
        stage.assert_no_secret_in_the_state_folder();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn names_every_site_and_both_certificates_and_runs_nothing() {
    let stage = Stage::open().await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    let html = stage.engine().report(&ended.run).unwrap().html();
    for peer in stage.peers() {
        assert!(html.contains(&peer.name), "{}", peer.name);
    }
    for thumbprint in [stage.old(), stage.presented()] {
        assert!(html.contains(&thumbprint.to_string()), "{thumbprint}");
    }
    for forbidden in ["<script", "javascript:", "http://", "src="] {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tells_the_same_as_json() {
    let stage = Stage::open().await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    let json: Value =
        serde_json::from_str(&stage.engine().report(&ended.run).unwrap().json()).unwrap();
    assert_eq!(json["run"]["site"], OWN);
    assert_eq!(json["run"]["status"], "done");
    assert_eq!(json["peers"].as_array().unwrap().len(), stage.peers().len());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_newest_fifty_runs_are_kept_and_older_ones_with_something_left_to_do() {
    let stage = Stage::open().await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    let runs = stage.home().join("runs");
    let journal = std::fs::read_to_string(runs.join(format!("{}.jsonl", ended.run))).unwrap();
    let beginning = journal.lines().next().unwrap();
    // Fifty runs of other days that came to their end, and an older one that did not.
    for day in 10..=60 {
        std::fs::write(
            runs.join(format!("2020-01-01-00{day}-paris.jsonl")),
            &journal,
        )
        .unwrap();
    }
    std::fs::write(
        runs.join("2019-01-01-0000-paris.jsonl"),
        format!("{beginning}\n"),
    )
    .unwrap();
    let mut request = stage.request(Action::Regenerate);
    request.local.pin = stage.presented();
    stage.run(request).await.unwrap();
    let kept = rotation::journal::list(&stage.home()).unwrap();
    assert_eq!(kept.len(), 51);
    let oldest: Vec<&str> = kept.iter().rev().take(2).map(|run| run.as_str()).collect();
    assert_eq!(oldest, ["2019-01-01-0000-paris", "2020-01-01-0013-paris"]);
}
