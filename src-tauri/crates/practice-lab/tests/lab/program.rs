//! The program `practice-lab`: what it prints, what it refuses, and how it ends.

use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use practice_lab::Fault;
use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader};
use tokio::process::{Child, ChildStdin, Command};

use crate::support::{folder, seen_by_openssl};

/// Longer than any start or end takes, and short enough to fail before the test runner does.
const PATIENCE: Duration = Duration::from_secs(60);

/// A folder that goes with the value.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        Self(folder())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

fn program(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_practice-lab"));
    command.args(words).kill_on_drop(true);
    command
}

/// The program with its line read and its standard input held open.
struct Ready {
    child: Child,
    stdin: ChildStdin,
    line: Value,
    _folder: Folder,
}

async fn ready(words: &[&str]) -> Ready {
    let folder = Folder::new();
    let mut command = program(words);
    command.arg("--state").arg(&folder.0);
    let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = started.unwrap();
    let stdin = child.stdin.take().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    let read = tokio::time::timeout(PATIENCE, out.read_line(&mut line)).await;
    read.expect("it is ready in time").unwrap();
    Ready {
        child,
        stdin,
        line: serde_json::from_str(&line).unwrap(),
        _folder: folder,
    }
}

/// How the program ended, and what it said to standard error.
async fn refused(words: &[&str]) -> (Option<i32>, String) {
    let folder = Folder::new();
    let mut command = program(words);
    command.arg("--state").arg(&folder.0);
    // An open standard input: what is refused does not wait for its end.
    let started = command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = started.unwrap();
    let _stdin = child.stdin.take();
    let mut said = String::new();
    let mut stderr = child.stderr.take().unwrap();
    let ended = async {
        stderr.read_to_string(&mut said).await.unwrap();
        child.wait().await.unwrap().code()
    };
    let code = tokio::time::timeout(PATIENCE, ended).await;
    (code.expect("it ends by itself"), said)
}

/// The text of a field that has to be there.
fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field]
        .as_str()
        .unwrap_or_else(|| panic!("{field} is missing: {value}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_line_says_where_everything_is_and_openssl_finds_it_there() {
    let lab = ready(&["--peers", "2", "--on-premises", "1", "--version", "4.5"]).await;
    let sites = lab.line["sites"].as_array().unwrap();
    assert_eq!(sites.len(), 3);
    for site in sites {
        for door in ["cloud", "manager", "tunnel"] {
            let (address, thumbprint) = (
                text(&site[door], "address"),
                text(&site[door], "thumbprint"),
            );
            let port = address.strip_prefix("127.0.0.1:").unwrap();
            assert!(port.parse::<u16>().is_ok_and(|port| port > 0), "{address}");
            assert!(thumbprint.starts_with("SHA-256:"), "{thumbprint}");
            let seen = seen_by_openssl(address).await;
            assert_eq!(seen.as_deref(), Some(thumbprint), "{door}");
        }
        assert_eq!((text(site, "version"), text(site, "user")), ("4.5", "root"));
        let secrets = [text(site, "password"), text(&site["sso"], "password")];
        assert!(secrets.iter().all(|secret| !secret.is_empty()));
        assert!(text(&site["sso"], "user").contains('@'));
    }
    let authority = &lab.line["authority"];
    for file in ["root", "issuing", "bundle", "bundlePem"] {
        assert!(PathBuf::from(text(authority, file)).is_file(), "{file}");
    }
    assert!(!text(authority, "bundlePassword").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn sites_know_their_peers_by_the_address_of_the_tunnel() {
    let lab = ready(&["--peers", "2", "--on-premises", "1"]).await;
    let sites = lab.line["sites"].as_array().unwrap();
    let (own, peers) = sites.split_first().unwrap();
    let row_of = |at: &Value, of: &Value| {
        let rows = at["peers"].as_array().unwrap();
        rows.iter().find(|row| row["name"] == of["name"]).cloned()
    };
    for peer in peers {
        for (at, of) in [(own, peer), (peer, own)] {
            let row = row_of(at, of).unwrap();
            let known_by = format!("https://{}", text(&of["tunnel"], "address"));
            assert_eq!(text(&row, "address"), known_by);
            assert_eq!(row["thumbprint"], of["tunnel"]["thumbprint"]);
        }
    }
    let tenants = own["onPremises"].as_array().unwrap();
    assert_eq!(tenants.len(), 1);
    assert!(!text(&tenants[0], "name").is_empty() && !text(&tenants[0], "owner").is_empty());
    assert_eq!(own["peers"].as_array().unwrap().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn ends_with_its_standard_input() {
    let mut lab = ready(&["--peers", "0"]).await;
    drop(lab.stdin);
    let ended = tokio::time::timeout(PATIENCE, lab.child.wait()).await;
    assert!(ended.expect("it ends").unwrap().success());
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn ends_by_a_signal_while_its_standard_input_stays_open() {
    for signal in ["-TERM", "-INT"] {
        let mut lab = ready(&["--peers", "0"]).await;
        let id = lab.child.id().unwrap().to_string();
        let sent = Command::new("kill").args([signal, &id]).status().await;
        assert!(sent.unwrap().success());
        let ended = tokio::time::timeout(PATIENCE, lab.child.wait()).await;
        assert!(ended.expect("it ends").unwrap().success(), "{signal}");
        drop(lab.stdin);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn refuses_what_it_does_not_understand_with_a_sentence() {
    let about = [
        (&["--colour", "red"][..], "--colour is not understood."),
        (
            &["--peers", "many"],
            "--peers wants a number, not \"many\".",
        ),
        (&["--peers"], "--peers wants"),
        (&["--version", "3.0"], "Cannot play version \"3.0\""),
        (&["--pace", "brisk"], "Cannot keep the pace \"brisk\""),
        (
            &["--fault", "no-such@Paris"],
            "Cannot read the fault \"no-such\"",
        ),
        (
            &["--fault", "site-down@Atlantis"],
            "Cannot find the site \"Atlantis\"",
        ),
        (
            &["--version-of", "Paris"],
            "--version-of wants SITE=VERSION",
        ),
        (
            &["--version-of", "Atlantis=4.5"],
            "Cannot find the site \"Atlantis\"",
        ),
    ];
    for (words, expected) in about {
        let (code, said) = refused(words).await;
        assert_eq!(code, Some(2), "{words:?}: {said}");
        assert!(said.contains(expected), "{words:?}: {said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn takes_every_fault_that_it_lists() {
    let listed = program(&["--list-faults"]).output().await.unwrap();
    assert!(listed.status.success());
    let listed = String::from_utf8(listed.stdout).unwrap();
    let names: Vec<&str> = listed
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert_eq!(names.len(), Fault::ALL.len());
    // All of them at once, in one lab: what is looked at is that each is taken.
    let faults: Vec<String> = names.iter().map(|name| format!("{name}@Berlin")).collect();
    let mut words = vec!["--peers", "1"];
    for fault in &faults {
        words.extend(["--fault", fault]);
    }
    let lab = ready(&words).await;
    assert_eq!(lab.line["sites"].as_array().unwrap().len(), 2);
}
