//! `doctor --write`: files put together, and the one made that the appliance takes.
#![cfg(unix)]

use std::os::unix::fs::PermissionsExt as _;

use serde_json::Value;

use super::stage::{Ended, Folder, run};
use super::worker::openssl;

/// A key, its certificate and the authority's, each in a file of its own.
pub(super) struct Apart {
    pub(super) folder: Folder,
    pub(super) files: Vec<String>,
}

impl Apart {
    pub(super) fn new() -> Self {
        let folder = Folder::new();
        let extensions = "subjectAltName=DNS:a.example\nextendedKeyUsage=serverAuth";
        let extensions = folder.file("extensions", extensions.as_bytes());
        let extensions = extensions.display().to_string();
        let at = |name: &str| folder.at(name).display().to_string();
        let [key, ca_key, ca, leaf, request] =
            ["leaf.key", "ca.key", "ca.pem", "leaf.pem", "leaf.csr"].map(at);
        let new = ["req", "-newkey", "rsa:2048", "-nodes"];
        openssl(
            &[
                &new[..],
                &[
                    "-x509",
                    "-subj",
                    "/CN=Test CA",
                    "-keyout",
                    &ca_key,
                    "-out",
                    &ca,
                ],
            ]
            .concat(),
        );
        openssl(
            &[
                &new[..],
                &["-subj", "/CN=a.example", "-keyout", &key, "-out", &request],
            ]
            .concat(),
        );
        openssl(&[
            "x509",
            "-req",
            "-in",
            &request,
            "-CA",
            &ca,
            "-CAkey",
            &ca_key,
            "-days",
            "90",
            "-extfile",
            &extensions,
            "-out",
            &leaf,
        ]);
        Self {
            files: vec![key, leaf, ca],
            folder,
        }
    }

    fn out(&self) -> String {
        self.folder.at("out.p12").display().to_string()
    }

    fn words(&self) -> Vec<String> {
        let mut words = vec!["doctor".to_owned()];
        words.extend(self.files.clone());
        let flags = ["--write", &self.out(), "--json", "--secrets-stdin"];
        words.extend(flags.map(str::to_owned));
        words
    }
}

#[tokio::test]
async fn a_key_a_leaf_and_a_chain_become_one_file_that_openssl_reads() {
    let apart = Apart::new();
    for (form, legacy) in [(None, None), (Some("--older"), Some("-legacy"))] {
        let mut words = apart.words();
        words.extend(form.map(str::to_owned));
        let ended = run(&words, r#"{"write":"for-the-appliance"}"#).await;
        let made = ended.last();
        assert_eq!(made["certificates"], 2, "{} {}", ended.stdout, ended.stderr);
        assert_eq!(ended.code, Some(0), "{made}");
        let promises = made["promises"].as_array().unwrap();
        let is_broken = |promise: &&Value| promise["severity"] == "broken";
        assert!(promises.len() > 10, "{made}");
        assert_eq!(promises.iter().find(is_broken), None);
        let out = apart.out();
        let mode = std::fs::metadata(&out).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let read = [
            "pkcs12",
            "-in",
            &out,
            "-passin",
            "pass:for-the-appliance",
            "-nodes",
        ];
        let shown = openssl(&[&read[..], legacy.as_slice()].concat());
        assert_eq!(shown.matches("BEGIN CERTIFICATE").count(), 2);
        assert_eq!(shown.matches("BEGIN PRIVATE KEY").count(), 1);
        std::fs::remove_file(out).unwrap();
    }
}

/// What is said of a keystore that openssl made of the leaf.
async fn told_of(apart: &Apart, how: &[&str], words: &[&str]) -> Ended {
    let odd = apart.folder.at("odd.p12").display().to_string();
    let [key, leaf, _] = apart.files.as_slice() else {
        panic!("there are three files");
    };
    let given = ["-inkey", key, "-in", leaf, "-passout", "pass:changeit"];
    openssl(&[&["pkcs12", "-export", "-out", &odd], &given[..], how].concat());
    let flags = ["--json", "--secrets-stdin"];
    let secrets = r#"{"bundle":"changeit","write":"for-the-appliance"}"#;
    run(&[&["doctor", &odd], words, &flags].concat(), secrets).await
}

fn promise(line: &Value, name: &str) -> Value {
    let promises = line["promises"].as_array().unwrap();
    let found = promises.iter().find(|promise| promise["name"] == name);
    found.unwrap_or_else(|| panic!("{name}: {line}")).clone()
}

#[tokio::test]
async fn a_keystore_that_java_does_not_open_is_told_and_mended() {
    let apart = Apart::new();
    let plain = ["-keypbe", "NONE", "-certpbe", "NONE", "-nomac"];
    let aes192 = ["-keypbe", "AES-192-CBC", "-certpbe", "AES-192-CBC"];
    for how in [&plain[..], &aes192] {
        let ended = told_of(&apart, how, &[]).await;
        let told = promise(&ended.last(), "java_opens_it");
        assert_eq!(told["severity"], "broken", "{told}");
        assert!(
            told["source"].as_str().unwrap().contains("keystores.md"),
            "{told}"
        );
        let out = apart.out();
        let ended = told_of(&apart, how, &["--write", &out]).await;
        assert!(
            ended.last()["written"].is_string(),
            "{} {}",
            ended.stdout,
            ended.stderr
        );
        std::fs::remove_file(out).unwrap();
    }
    let ended = told_of(&apart, &[], &[]).await;
    assert_eq!(promise(&ended.last(), "java_opens_it")["kept"], true);
    assert_eq!(promise(&ended.last(), "password_is_ascii")["kept"], true);
}

#[tokio::test]
async fn no_file_is_overwritten() {
    let apart = Apart::new();
    std::fs::write(apart.out(), "precious").unwrap();
    let ended = run(&apart.words(), r#"{"write":"for-the-appliance"}"#).await;
    assert_eq!(
        (ended.code, ended.problem()),
        (Some(2), "write.exists".to_owned())
    );
    assert_eq!(std::fs::read(apart.out()).unwrap(), b"precious");
}

#[tokio::test]
async fn no_password_is_made_up_where_nobody_can_be_asked() {
    let apart = Apart::new();
    let ended = run(&apart.words(), "{}").await;
    assert_eq!(
        (ended.code, ended.problem()),
        (Some(2), "write.no_password".to_owned())
    );
    assert!(!apart.folder.at("out.p12").exists());
}

#[tokio::test]
async fn without_the_key_no_file_is_made() {
    let mut apart = Apart::new();
    apart.files.remove(0);
    let ended = run(&apart.words(), r#"{"write":"for-the-appliance"}"#).await;
    assert_eq!(
        (ended.code, ended.problem()),
        (Some(2), "bundle.no_key".to_owned())
    );
    assert!(!apart.folder.at("out.p12").exists());
}

#[tokio::test]
async fn files_are_judged_together_and_what_one_lacks_is_in_another() {
    let apart = Apart::new();
    let words = [
        &["doctor".to_owned(), "--json".to_owned()],
        &apart.files[..],
    ]
    .concat();
    let ended = run(&words, "").await;
    let lines = ended.lines();
    assert_eq!(lines.len(), 4, "{}", ended.stdout);
    let files: Vec<_> = lines[..3].iter().map(|line| line["file"].clone()).collect();
    let whole = &lines[3];
    assert_eq!(whole["together"], Value::from(files));
    assert_eq!(whole["chain"].as_array().map(Vec::len), Some(1), "{whole}");
    let kept = |name: &str| {
        let mut promises = whole["promises"].as_array().unwrap().iter();
        promises.any(|promise| promise["name"] == name && promise["kept"] == true)
    };
    assert!(kept("key_matches") && kept("chain_is_complete"), "{whole}");
    // By itself the key has no certificate, and the certificate no key.
    assert_eq!(ended.code, Some(0), "{}", ended.stdout);
}

#[tokio::test]
async fn files_that_make_nothing_together_end_as_the_worst_of_them() {
    let mut apart = Apart::new();
    apart.files.remove(1);
    let words = [
        &["doctor".to_owned(), "--json".to_owned()],
        &apart.files[..],
    ]
    .concat();
    let ended = run(&words, "").await;
    assert_eq!(ended.code, Some(1), "{}", ended.stdout);
    assert!(ended.last()["problem"]["todo"].is_string());
}

/// The authority's certificate is where this computer keeps those it trusts, and in no file.
#[tokio::test]
async fn a_missing_issuer_comes_from_this_computer() {
    let mut apart = Apart::new();
    let authority = apart.files.pop().unwrap();
    let trusting = async |words: &[String], store: &str| {
        let ended = tokio::process::Command::new(env!("CARGO_BIN_EXE_reseal-cli"))
            .args(words)
            .env("SSL_CERT_FILE", store)
            .stdin(std::process::Stdio::null())
            .output()
            .await
            .unwrap();
        let lines = String::from_utf8(ended.stdout).unwrap();
        let last: Value = serde_json::from_str(lines.lines().last().unwrap()).unwrap();
        (ended.status.code(), lines, last)
    };
    let words = [
        &[
            "doctor".to_owned(),
            "--json".to_owned(),
            "--complete".to_owned(),
        ],
        &apart.files[..],
    ]
    .concat();
    let (code, lines, whole) = trusting(&words, &authority).await;
    assert_eq!(code, Some(0), "{lines}");
    assert_eq!(whole["added"][0]["subject"], "CN=Test CA", "{lines}");
    assert_eq!(whole["chain"], whole["added"], "{lines}");
    let (code, lines, _) = trusting(&words, "/dev/null").await;
    assert_eq!(code, Some(1), "{lines}");
    assert!(lines.contains("chain.issuer_not_found"), "{lines}");
}

#[tokio::test]
async fn no_address_is_visited_but_the_one_in_the_certificate_and_only_when_asked() {
    let mut apart = Apart::new();
    apart.files.pop();
    let words = [
        &["doctor".to_owned(), "--json".to_owned()],
        &apart.files[..],
    ]
    .concat();
    let unasked = run(&words, "").await;
    assert_eq!(unasked.lines().len(), 3, "{}", unasked.stdout);
    let asked = [&words[..], &["--fetch-issuers".to_owned()]].concat();
    let ended = run(&asked, "").await;
    assert_eq!(ended.code, Some(1), "{}", ended.stdout);
    assert_eq!(ended.lines()[2]["problem"]["code"], "chain.no_address");
}
