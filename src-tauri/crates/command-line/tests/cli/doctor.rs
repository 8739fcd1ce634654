//! What the doctor says of files.

use std::fs::File;

use serde_json::Value;

use super::stage::{Ended, Folder, Stage, run};

async fn doctor(files: &[&str], secrets: &str) -> Ended {
    let words = [&["doctor"], files, &["--json", "--secrets-stdin"]].concat();
    run(&words, secrets).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_good_bundle_keeps_its_promises() {
    let stage = Stage::open().await;
    let ended = doctor(&[&stage.bundle()], &stage.secrets().to_string()).await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
    let line = ended.last();
    assert_eq!(line["answer"], "opened");
    let above = line["chain"].as_array().unwrap().len();
    assert_eq!(
        (&line["keys"], &line["certificates"]),
        (&1.into(), &(1 + above).into())
    );
    assert!(above > 0);
    assert_eq!(
        line["leaf"]["thumbprint"],
        stage.told.authority.bundle_thumbprint.as_str()
    );
    let promises = line["promises"].as_array().unwrap();
    assert!(
        promises
            .iter()
            .any(|promise| promise["name"] == "key_matches" && promise["kept"] == true)
    );
    // Its root may be known to nobody, but nothing is broken; and each says where its rule comes from.
    for promise in promises {
        assert_eq!(
            promise["kept"] == true,
            promise["severity"].is_null(),
            "{promise}"
        );
        assert!(
            promise["source"]
                .as_str()
                .is_some_and(|source| !source.is_empty())
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_is_not_a_broken_file() {
    let stage = Stage::open().await;
    for (secrets, answer) in [
        (r#"{"bundle":"hunter2"}"#, "wrong-password"),
        ("{}", "locked"),
    ] {
        let ended = doctor(&[&stage.bundle()], secrets).await;
        assert_eq!(ended.code, Some(2));
        assert_eq!(ended.last()["answer"], answer);
        assert!(!ended.stdout.contains("hunter2"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_without_its_key_needs_attention() {
    let stage = Stage::open().await;
    let root = stage.told.authority.root.display().to_string();
    let ended = doctor(&[&root], "{}").await;
    assert_eq!(ended.code, Some(1));
    let line = ended.last();
    assert_eq!(
        (&line["answer"], &line["keys"]),
        (&"opened".into(), &0.into())
    );
    assert!(line["problem"]["todo"].is_string());
}

#[tokio::test]
async fn what_is_no_keystore_is_said_to_be_none() {
    let folder = Folder::new();
    let empty = folder.file("empty.p12", b"");
    let page = folder.file(
        "page.p12",
        b"<!doctype html><html><body>Sign in</body></html>",
    );
    let large = folder.at("large.p12");
    // Two gigabytes that take no room on the disk.
    File::create(&large).unwrap().set_len(2 << 30).unwrap();
    let (missing, none) = (folder.at("missing.p12"), folder.at(""));
    let expected = [
        (missing, "not-read"),
        (none, "not-read"),
        (empty, "not-a-keystore"),
        (page, "not-a-keystore"),
        (large, "not-a-keystore"),
    ];
    for (path, expected) in expected {
        let name = path.display().to_string();
        let ended = doctor(&[&name], "{}").await;
        let line = ended.last();
        assert_eq!(ended.code, Some(2), "{line}");
        assert_eq!(line["answer"], expected, "{line}");
        for part in ["what", "meaning", "todo"] {
            assert!(
                line["problem"][part]
                    .as_str()
                    .is_some_and(|part| !part.is_empty()),
                "{line}"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn several_files_are_a_line_each_and_the_worst_decides() {
    let stage = Stage::open().await;
    let files = [
        stage.bundle(),
        stage.folder.at("missing").display().to_string(),
    ];
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let ended = doctor(&files, &stage.secrets().to_string()).await;
    let answers: Vec<Value> = ended
        .lines()
        .iter()
        .map(|line| line["answer"].clone())
        .collect();
    assert_eq!(answers, ["opened", "not-read"]);
    assert_eq!(ended.code, Some(2));
}

#[tokio::test]
async fn people_read_the_problem_on_standard_error() {
    let folder = Folder::new();
    let empty = folder.file("empty.p12", b"");
    let ended = run(&["doctor".into(), empty.into_os_string()], "").await;
    assert_eq!(ended.code, Some(2));
    assert!(ended.stderr.contains("What to do:"), "{}", ended.stderr);
}

/// Such a name is allowed on most systems, and no text.
#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn a_file_whose_name_is_no_text_has_its_line() {
    use std::ffi::{OsStr, OsString};
    use std::os::unix::ffi::OsStrExt as _;
    let stage = Stage::open().await;
    let name = OsStr::from_bytes(b"caf\xe9.p12");
    let odd = stage.folder.at("odd").with_file_name(name);
    std::fs::copy(stage.bundle(), &odd).unwrap();
    let words = ["doctor", "--json", "--secrets-stdin"].map(OsString::from);
    let words = [&words[..], &[odd.into_os_string()]].concat();
    let ended = run(&words, &stage.secrets().to_string()).await;
    let file = ended.last()["file"].as_str().unwrap().to_owned();
    assert!(file.ends_with("caf\\xE9.p12"), "{file}");
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
}
