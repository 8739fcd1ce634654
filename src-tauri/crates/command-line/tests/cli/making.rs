//! `doctor --write`: files put together, and the one made that the appliance takes.
#![cfg(unix)]

use std::os::unix::fs::PermissionsExt as _;

use super::stage::{Folder, run};
use super::worker::openssl;

/// A key, its certificate and the authority's, each in a file of its own.
struct Apart {
    folder: Folder,
    files: Vec<String>,
}

impl Apart {
    fn new() -> Self {
        let folder = Folder::new();
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
            "x509", "-req", "-in", &request, "-CA", &ca, "-CAkey", &ca_key, "-out", &leaf,
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
