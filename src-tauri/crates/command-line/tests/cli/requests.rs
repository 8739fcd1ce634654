//! A request goes to an authority, the reply comes back, and both become the file for the appliance.
#![cfg(unix)]

use std::os::unix::fs::PermissionsExt as _;
use std::sync::Arc;

use certificate::{Name, RsaSize};
use ground::Surroundings;
use key_worker::Worker;
use requests::{Requests, RequestsError, Wanted};
use serde_json::Value;
use sites::{Keyring as _, MemoryKeyring};

use super::stage::{Ended, Folder, run};
use super::worker::openssl;

const SECRETS: &str = r#"{"request":"of-the-request","write":"for-the-appliance"}"#;

/// A state folder, and an authority made with openssl.
struct Desk {
    folder: Folder,
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            folder: Folder::new(),
        };
        let (key, root) = (desk.at("ca.key"), desk.at("ca.pem"));
        let new = ["req", "-newkey", "rsa:2048", "-nodes", "-x509"];
        let files = ["-subj", "/CN=Test CA", "-keyout", &key, "-out", &root];
        openssl(&[&new[..], &files].concat());
        desk
    }

    fn at(&self, name: &str) -> String {
        self.folder.at(name).display().to_string()
    }

    async fn run(&self, words: &[&str], secrets: &str) -> Ended {
        let flags = ["--json", "--secrets-stdin", "--state", &self.at("state")];
        run(&[words, &flags].concat(), secrets).await
    }

    async fn requests(&self, name: &str) -> Value {
        let out = self.at(&format!("{name}.csr"));
        let words = [
            "request", "--name", name, "--name", "10.0.0.7", "--out", &out,
        ];
        let ended = self.run(&words, SECRETS).await;
        assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
        ended.last()
    }

    /// What the authority makes of a request: for these names, whatever was asked.
    fn reply(&self, request: &str, names: &str) -> String {
        self.reply_for(request, names, "extendedKeyUsage=serverAuth")
    }

    /// The same with these usages.
    fn reply_for(&self, request: &str, names: &str, usages: &str) -> String {
        let extensions = format!("subjectAltName={names}\n{usages}");
        let extensions = self.folder.file("extensions", extensions.as_bytes());
        let out = self.at(&format!("{request}.pem"));
        let (ca, key) = (self.at("ca.pem"), self.at("ca.key"));
        let request = self.at(&format!("{request}.csr"));
        openssl(&[
            "x509",
            "-req",
            "-in",
            &request,
            "-CA",
            &ca,
            "-CAkey",
            &key,
            "-days",
            "90",
            "-extfile",
            &extensions.display().to_string(),
            "-out",
            &out,
        ]);
        out
    }

    async fn joins(&self, reply: &str, secrets: &str) -> Ended {
        let (out, root) = (self.at("out.p12"), self.at("ca.pem"));
        self.run(&["join", reply, &root, "--write", &out], secrets)
            .await
    }
}

#[tokio::test]
async fn a_reply_is_joined_to_the_key_that_waited_for_it() {
    let desk = Desk::new();
    desk.requests("b.example").await;
    let request = desk.requests("a.example").await;
    openssl(&["req", "-in", &desk.at("a.example.csr"), "-verify", "-noout"]);
    let reply = desk.reply("a.example", "DNS:a.example,IP:10.0.0.7");

    let seen = desk.run(&["doctor", &reply], "{}").await.last();
    assert!(
        seen["reply"].as_str().unwrap().contains("a.example"),
        "{seen}"
    );

    let ended = desk.joins(&reply, SECRETS).await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
    let lines = ended.lines();
    assert_eq!(lines[0]["reply"], request["id"]);
    assert_eq!(lines[1]["certificates"], 2);
    let out = desk.at("out.p12");
    let opening = [
        "pkcs12",
        "-in",
        &out,
        "-passin",
        "pass:for-the-appliance",
        "-nodes",
    ];
    let shown = openssl(&opening);
    assert_eq!(shown.matches("BEGIN PRIVATE KEY").count(), 1);

    let listed = desk.run(&["request", "--list"], "{}").await.lines();
    let is_answered: Vec<bool> = listed
        .iter()
        .map(|request| request["answered"].is_string())
        .collect();
    assert_eq!(listed.len(), 2);
    assert_eq!(
        is_answered,
        [
            listed[0]["id"] == request["id"],
            listed[1]["id"] == request["id"]
        ]
    );
}

#[tokio::test]
async fn a_reply_is_found_beside_older_and_other_certificates() {
    let desk = Desk::new();
    let request = desk.requests("a.example").await;
    let reply = desk.reply("a.example", "DNS:a.example,IP:10.0.0.7");
    let (key, old) = (desk.at("old.key"), desk.at("old.pem"));
    let new = ["req", "-newkey", "rsa:2048", "-nodes", "-x509", "-subj"];
    openssl(&[&new[..], &["/CN=a.example", "-keyout", &key, "-out", &old]].concat());
    let (root, out) = (desk.at("ca.pem"), desk.at("out.p12"));
    let words = ["join", &root, &old, &reply, "--write", &out];
    let ended = desk.run(&words, SECRETS).await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
    assert_eq!(ended.lines()[0]["reply"], request["id"]);
}

#[tokio::test]
async fn of_two_replies_at_once_one_is_chosen() {
    let desk = Desk::new();
    desk.requests("a.example").await;
    desk.requests("b.example").await;
    let one = desk.reply("a.example", "DNS:a.example,IP:10.0.0.7");
    let other = desk.reply("b.example", "DNS:b.example,IP:10.0.0.7");
    let out = desk.at("out.p12");
    let words = ["join", &one, &other, "--write", &out];
    let ended = desk.run(&words, SECRETS).await;
    assert_eq!(
        (ended.code, ended.problem()),
        (Some(2), "bundle.several_entries".to_owned())
    );
    let words = [&words[..], &["--entry", "b.example"]].concat();
    let ended = desk.run(&words, SECRETS).await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
    let given = "pass:for-the-appliance";
    let shown = openssl(&["pkcs12", "-in", &out, "-passin", given, "-nodes"]);
    assert!(
        shown.contains("b.example") && !shown.contains("a.example"),
        "{shown}"
    );
}

#[tokio::test]
async fn the_key_waits_encrypted_and_for_its_owner_alone() {
    let desk = Desk::new();
    let request = desk.requests("a.example").await;
    let file = desk.folder.at("state/requests.json");
    let kept = std::fs::read_to_string(&file).unwrap();
    assert!(kept.contains("BEGIN ENCRYPTED PRIVATE KEY"));
    assert!(!kept.contains("BEGIN PRIVATE KEY") && !kept.contains("of-the-request"));
    assert!(!request.to_string().contains("PRIVATE KEY"), "{request}");
    let mode = std::fs::metadata(file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[tokio::test]
async fn names_that_differ_from_the_request_are_told() {
    let desk = Desk::new();
    desk.requests("a.example").await;
    let reply = desk.reply("a.example", "DNS:a.example,DNS:old.example");
    let ended = desk.joins(&reply, SECRETS).await;
    assert_eq!(ended.code, Some(1), "{} {}", ended.stdout, ended.stderr);
    let changes = ended.lines()[0]["changes"].to_string();
    assert!(
        changes.contains("10.0.0.7") && changes.contains("old.example"),
        "{changes}"
    );
}

#[tokio::test]
async fn usages_that_the_authority_dropped_are_told() {
    let names = "DNS:a.example,IP:10.0.0.7";
    for (usages, lost) in [
        ("", Some("Server Authentication")),
        (
            "extendedKeyUsage=clientAuth\nkeyUsage=keyEncipherment",
            Some("Server Authentication, Digital Signature"),
        ),
        (
            "extendedKeyUsage=serverAuth\nkeyUsage=digitalSignature",
            Some("Key Encipherment"),
        ),
        (
            "extendedKeyUsage=serverAuth,clientAuth\nkeyUsage=digitalSignature,keyEncipherment",
            None,
        ),
    ] {
        let desk = Desk::new();
        desk.requests("a.example").await;
        let reply = desk.reply_for("a.example", names, usages);
        let ended = desk.joins(&reply, SECRETS).await;
        let told: Vec<String> = lost
            .map(|lost| format!("Asked for and not allowed by the certificate: {lost}."))
            .into_iter()
            .collect();
        assert_eq!(
            ended.lines()[0]["changes"],
            serde_json::json!(told),
            "{usages}"
        );
    }
}

#[tokio::test]
async fn a_stray_reply_is_told_which_request_it_is_not_for() {
    let desk = Desk::new();
    desk.requests("a.example").await;
    let elsewhere = desk.at("elsewhere.csr");
    let key = desk.at("elsewhere.key");
    let new = [
        "req",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-subj",
        "/CN=a.example",
    ];
    openssl(&[&new[..], &["-keyout", &key, "-out", &elsewhere]].concat());
    for (names, says) in [
        ("DNS:a.example", "but another key"),
        ("DNS:other.example", "no request that waits here"),
    ] {
        let reply = desk.reply("elsewhere", names);
        let ended = desk.joins(&reply, SECRETS).await;
        assert_eq!(
            (ended.code, ended.problem()),
            (Some(2), "request.stray".to_owned())
        );
        let meaning = ended.last()["problem"]["meaning"].to_string();
        assert!(meaning.contains(says), "{meaning}");
    }
    // With the key that was made elsewhere it joins all the same.
    let reply = desk.reply("elsewhere", "DNS:a.example");
    let out = desk.at("out.p12");
    let ended = desk
        .run(&["join", &reply, &key, "--write", &out], SECRETS)
        .await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
}

#[tokio::test]
async fn without_its_password_a_key_stays_closed_and_is_not_lost() {
    let desk = Desk::new();
    desk.requests("a.example").await;
    let reply = desk.reply("a.example", "DNS:a.example,IP:10.0.0.7");
    for (secrets, code) in [
        (r#"{"write":"for-the-appliance"}"#, "bundle.locked"),
        (
            r#"{"request":"another","write":"for-the-appliance"}"#,
            "bundle.wrong_password",
        ),
    ] {
        let ended = desk.joins(&reply, secrets).await;
        assert_eq!((ended.code, ended.problem()), (Some(2), code.to_owned()));
    }
    assert_eq!(desk.joins(&reply, SECRETS).await.code, Some(0));
}

/// What decrypts a key is drawn anew for each one, waits in the keyring, and goes with the request.
#[tokio::test]
async fn the_keyring_holds_what_decrypts_the_key() {
    let folder = Folder::new();
    let keyring = Arc::new(MemoryKeyring::default());
    let requests = Requests::new(&folder.at("state"), keyring.clone());
    let worker = Worker::of(
        env!("CARGO_BIN_EXE_reseal-cli"),
        Surroundings::of_this_machine(),
    );
    let wanted = Wanted {
        names: vec![Name::from("a.example")],
        size: RsaSize::Bits2048,
        meant_for: None,
    };
    let made = requests
        .make(&worker, wanted, None, &Surroundings::of_this_machine())
        .await
        .unwrap();
    let entry = format!("v1/request/{}", made.id);
    assert!(
        keyring
            .read(&entry)
            .unwrap()
            .is_some_and(|secret| secret.len() >= 22)
    );

    let key = requests.key_of(&made, None).await.unwrap();
    let opened = worker.open(&[key], &[]).await.unwrap();
    assert_eq!(opened.files[0].as_ref().unwrap().keys, ["RSA 2048"]);

    keyring.erase(&entry).unwrap();
    let lost = requests.key_of(&made, None).await.map(drop).unwrap_err();
    assert!(matches!(lost, RequestsError::KeyGone { .. }));
    requests.forget(&made.id).await.unwrap();
    assert!(requests.list().unwrap().is_empty());
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn without_a_keyring_and_a_password_no_key_is_made() {
    let folder = Folder::new();
    let ended = tokio::process::Command::new(env!("CARGO_BIN_EXE_reseal-cli"))
        .args(["request", "--name", "a.example", "--json", "--state"])
        .arg(folder.at("state"))
        .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nobody-answers-here")
        .output()
        .await
        .unwrap();
    let line: Value = serde_json::from_slice(&ended.stdout).unwrap();
    assert_eq!(ended.status.code(), Some(2));
    assert_eq!(line["problem"]["code"], "request.no_keyring");
    assert!(!folder.at("state/requests.json").exists());
}

#[tokio::test]
async fn a_forgotten_request_takes_its_key_with_it() {
    let desk = Desk::new();
    let request = desk.requests("a.example").await;
    let id = request["id"].as_str().unwrap();
    let shown = desk.run(&["request", "--show", id], "{}").await;
    let asked = std::fs::read_to_string(desk.at("a.example.csr")).unwrap();
    assert_eq!(shown.last()["request"], asked);
    assert_eq!(
        desk.run(&["request", "--forget", id], "{}").await.code,
        Some(0)
    );
    let again = desk.run(&["request", "--forget", id], "{}").await;
    assert_eq!(
        (again.code, again.problem()),
        (Some(2), "request.gone".to_owned())
    );
    let reply = desk.reply("a.example", "DNS:a.example");
    assert_eq!(desk.joins(&reply, SECRETS).await.problem(), "request.stray");
}

#[tokio::test]
async fn nothing_is_asked_for_under_a_malformed_name() {
    let desk = Desk::new();
    for name in ["two words", "under_score.example", "*.a.*", ""] {
        let ended = desk.run(&["request", "--name", name], SECRETS).await;
        assert_eq!(
            (ended.code, ended.problem()),
            (Some(2), "request.bad_name".to_owned()),
            "{name}"
        );
    }
    assert!(!desk.folder.at("state/requests.json").exists());
}
