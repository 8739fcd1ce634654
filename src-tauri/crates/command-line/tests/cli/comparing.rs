//! `compare`: a file and another one, or what is in use at an address.

use super::making::Apart;
use super::stage::{Stage, run};

#[tokio::test(flavor = "multi_thread")]
async fn the_file_is_compared_with_what_is_in_use() {
    let stage = Stage::open().await;
    let paris = &stage.told.sites[0].cloud;
    let secrets = stage.secrets().to_string();
    let words = ["--json", "--secrets-stdin", "compare"].map(str::to_owned);
    let before = [&words[..], &[stage.bundle(), paris.address.clone()]].concat();
    let ended = run(&before, &secrets).await;
    assert_eq!(ended.code, Some(1), "{} {}", ended.stdout, ended.stderr);
    let line = ended.last();
    assert_eq!(
        (&line["one"]["thumbprint"], &line["other"]["thumbprint"]),
        (
            &stage.told.authority.bundle_thumbprint.as_str().into(),
            &paris.thumbprint.as_str().into()
        )
    );
    let mut differences = line["differences"].as_array().unwrap().iter();
    assert!(differences.any(|it| it["what"] == "thumbprint" && it["differs"] == true));
    assert_eq!(stage.lab.failed_logins("Paris"), 0);

    assert_eq!(stage.run(&stage.import()).await.code, Some(0));
    let ended = run(&before, &secrets).await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
    assert_eq!(
        ended.last()["says"],
        "They are one and the same certificate."
    );
}

#[tokio::test]
async fn two_files_are_compared_without_any_network() {
    let apart = Apart::new();
    let [key, leaf, authority] = &apart.files[..] else {
        panic!("there are three");
    };
    let ended = run(&["compare", leaf, authority], "").await;
    assert_eq!(ended.code, Some(1), "{} {}", ended.stdout, ended.stderr);
    assert!(
        ended
            .stdout
            .contains("! Subject: CN=a.example -> CN=Test CA"),
        "{}",
        ended.stdout
    );
    let ended = run(&["--json", "compare", leaf, leaf], "").await;
    assert_eq!(ended.code, Some(0), "{}", ended.stdout);
    // A key is no certificate, and one word is not two.
    for words in [
        &["--json", "compare", leaf, key][..],
        &["--json", "compare", leaf],
    ] {
        let ended = run(words, "").await;
        assert_eq!(ended.code, Some(2), "{}", ended.stdout);
        assert!(
            ended.last()["problem"]["todo"].is_string(),
            "{}",
            ended.stdout
        );
    }
}

#[tokio::test]
async fn a_file_that_is_not_there_and_a_port_where_nobody_listens_are_told_apart() {
    let apart = Apart::new();
    for (other, says) in [
        ("127.0.0.1:1", "is no file here"),
        ("/nowhere/new.p12", "is not there"),
    ] {
        let ended = run(&["--json", "compare", &apart.files[1], other], "").await;
        let what = ended.last()["problem"]["what"].to_string();
        assert_eq!(ended.code, Some(2), "{what}");
        assert!(what.contains(says), "{what}");
    }
}
