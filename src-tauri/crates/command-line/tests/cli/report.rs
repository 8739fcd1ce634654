//! The report as a file.

use super::stage::Stage;

#[tokio::test(flavor = "multi_thread")]
async fn the_report_of_a_run_tells_of_every_peer() {
    let stage = Stage::open().await;
    let run = stage.run(&stage.import()).await.last()["run"]
        .as_str()
        .unwrap()
        .to_owned();
    let file = stage.folder.at("report.html");
    let mut words = stage.flags();
    words.extend(["report", &run, "--html"].map(ToOwned::to_owned));
    words.push(file.display().to_string());
    let ended = stage.run(&words).await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
    let html = std::fs::read_to_string(file).unwrap();
    for name in ["Paris", "Berlin", "Madrid", "Oslo", "Nantes Clinic"] {
        assert!(html.contains(name), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_is_not_there_has_no_report() {
    let stage = Stage::open().await;
    for run in ["2026-01-01-0000-nowhere", "../../etc/passwd"] {
        let words = [
            stage.flags(),
            ["report", run, "--html", "x"]
                .map(ToOwned::to_owned)
                .to_vec(),
        ];
        let ended = stage.run(&words.concat()).await;
        assert_eq!(ended.code, Some(2), "{run}");
        assert!(!ended.problem().is_empty(), "{run}");
    }
}
