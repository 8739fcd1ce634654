//! Bad input: refused in words, with nothing done.

use std::fs::File;

use serde_json::json;

use super::stage::{Stage, run};

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_is_tried_once() {
    let stage = Stage::open().await;
    let mut secrets = stage.secrets();
    secrets["sites"][&stage.told.sites[0].cloud.address]["password"] = json!("not it");
    let ended = run(&stage.import(), &secrets.to_string()).await;
    assert_eq!(ended.code, Some(2), "{} {}", ended.stdout, ended.stderr);
    let last = ended.last();
    assert_eq!(last["outcome"], "refused");
    for part in ["what", "meaning", "todo"] {
        assert!(
            last["problem"][part]
                .as_str()
                .is_some_and(|part| part.len() > 5),
            "{last}"
        );
    }
    assert_eq!(stage.lab.failed_logins("Paris"), 1);
    assert_eq!(stage.lab.replacements("Paris"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bundle_that_does_not_open_stops_before_any_site_is_asked() {
    let stage = Stage::open().await;
    let page = stage.folder.file("page.p12", b"<html>Sign in</html>");
    let empty = stage.folder.file("empty.p12", b"");
    let large = stage.folder.at("large.p12");
    // Two gigabytes that take no room on the disk.
    File::create(&large).unwrap().set_len(2 << 30).unwrap();
    let (missing, folder) = (stage.folder.at("missing"), stage.folder.at(""));
    for file in [page, empty, large, missing, folder] {
        let file = file.display().to_string();
        let ended = stage
            .run(&stage.rotation(&["--import", &file], &["Berlin"]))
            .await;
        assert_eq!(ended.code, Some(2), "{}", ended.stdout);
        assert!(ended.problem().starts_with("bundle."), "{}", ended.stdout);
    }
    assert!(stage.lab.requests().is_empty());
}

/// The PEM blocks of the lab's bundle: its private key, and its certificates with the leaf first.
fn blocks(stage: &Stage) -> (String, Vec<String>) {
    let text = std::fs::read_to_string(&stage.told.authority.bundle_pem).unwrap();
    let blocks = text.split_inclusive("-----\n").collect::<Vec<_>>();
    let blocks = blocks.chunks(2).map(<[&str]>::concat);
    let (keys, certificates): (Vec<_>, Vec<_>) =
        blocks.partition(|block| block.contains("PRIVATE KEY"));
    (keys.concat(), certificates)
}

#[tokio::test(flavor = "multi_thread")]
async fn files_that_make_no_bundle_have_a_name_and_reach_no_site() {
    let stage = Stage::open().await;
    let (key, certificates) = blocks(&stage);
    let leaf = certificates.first().unwrap();
    let other = rcgen::generate_simple_self_signed(["other.example".to_owned()]).unwrap();
    let (other_leaf, other_key) = (other.cert.pem(), other.signing_key.serialize_pem());
    let rows = [
        (
            "foreign.pem",
            format!("{leaf}{other_key}"),
            "bundle.key_does_not_match",
        ),
        ("leaf.pem", leaf.clone(), "bundle.no_key"),
        ("key.pem", key.clone(), "bundle.no_certificate"),
        (
            "two.pem",
            format!("{key}{leaf}{other_key}{other_leaf}"),
            "bundle.several_entries",
        ),
    ];
    for (name, content, code) in rows {
        let file = stage.folder.file(name, content.as_bytes());
        let file = file.display().to_string();
        let words = stage.rotation(&["--import", &file], &["Berlin"]);
        let ended = stage.run(&words).await;
        assert_eq!(
            (ended.code, &*ended.problem()),
            (Some(2), code),
            "{name}: {}",
            ended.stdout
        );
    }
    assert!(stage.lab.requests().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_leaf_without_its_chain_is_warned_of_in_the_plan() {
    let stage = Stage::open().await;
    let (key, certificates) = blocks(&stage);
    let alone = format!("{key}{}", certificates.first().unwrap());
    let file = stage.folder.file("alone.pem", alone.as_bytes());
    let file = file.display().to_string();
    let mut words = stage.rotation(&["--import", &file], &["Berlin", "Madrid", "Oslo"]);
    words.insert(0, "--plan-only".to_owned());
    let last = stage.run(&words).await.last();
    let findings = last["plan"]["findings"].as_array().unwrap();
    let mut missing = findings.iter();
    let missing = missing.find(|it| it["problem"]["code"] == "bundle.chain_is_complete");
    assert_eq!(missing.unwrap()["kind"], "warning", "{last}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_manager_is_not_taken_for_the_cloud_service() {
    let stage = Stage::open().await;
    let paris = &stage.told.sites[0];
    let mut words = stage.flags();
    words.extend(
        [
            "rotate",
            &paris.manager.address,
            "--regenerate",
            "--pace",
            "200",
        ]
        .map(ToOwned::to_owned),
    );
    words.extend(["--thumbprint".to_owned(), paris.manager.thumbprint.clone()]);
    let secrets = json!({"sites": {&paris.manager.address: {"password": paris.password}}});
    let ended = run(&words, &secrets.to_string()).await;
    assert_eq!(ended.code, Some(2), "{} {}", ended.stdout, ended.stderr);
    assert_eq!(stage.lab.replacements("Paris"), 0);
}

#[tokio::test]
async fn an_address_with_a_path_is_refused_in_words() {
    let pin = format!("SHA-256:{}", ["AB"; 32].join(":"));
    for address in [
        "https://paris.example/ui/login",
        "http://paris.example",
        "paris.example:99999",
        "",
    ] {
        let ended = run(&["--json", "check", &format!("{address}={pin}")], "").await;
        assert_eq!(ended.code, Some(2), "{address}");
        assert!(ended.last()["problem"]["todo"].is_string(), "{address}");
    }
}

#[tokio::test]
async fn words_that_are_not_understood_are_answered_with_the_way_to_help() {
    for words in [&["fly"][..], &[], &["rotate", "a", "--password", "x"]] {
        let ended = run(words, "").await;
        assert_eq!(ended.code, Some(2), "{words:?}");
        assert!(
            ended.stderr.contains("reseal-cli --help"),
            "{}",
            ended.stderr
        );
    }
    let ended = run(&["--help"], "").await;
    assert_eq!(ended.code, Some(0));
    assert!(ended.stdout.contains("rotate ADDRESS --thumbprint"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_port_where_nobody_listens_is_refused_in_words() {
    let stage = Stage::open().await;
    let print = &stage.told.sites[0].cloud.thumbprint;
    let words = [
        stage.flags(),
        vec!["check".to_owned(), format!("127.0.0.1:1={print}")],
    ]
    .concat();
    let ended = run(&words, r#"{"sites":{"127.0.0.1:1":{"password":"x"}}}"#).await;
    assert_eq!(ended.code, Some(2), "{}", ended.stdout);
    assert!(ended.last()["problem"]["what"].is_string());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_peer_does_not_stop_the_others() {
    let stage = Stage::open().await;
    stage
        .lab
        .inject("task-fails@Madrid".parse().unwrap())
        .await
        .unwrap();
    let ended = stage.run(&stage.import()).await;
    assert_eq!(ended.code, Some(1), "{} {}", ended.stdout, ended.stderr);
    assert!(stage.lab.trusts("Berlin", "Paris").await && stage.lab.trusts("Oslo", "Paris").await);
    assert!(!stage.lab.trusts("Madrid", "Paris").await);
}
