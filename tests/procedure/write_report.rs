//! `write_report`: one HTML file and the same as JSON, without a secret and without a script.

use rotation::event::{Action, StepId};
use rotation::progress::StepStatus;
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
