//! The child that opens files with private keys: its limits, and what is said when it fails.
#![cfg(unix)]

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Stdio;
use std::time::{Duration, Instant};

use ground::Surroundings;
use key_worker::{ARGUMENT, OfferedFile, Worker, WorkerError};
use zeroize::Zeroizing;

use super::stage::{Folder, run, start};

const PROGRAM: &str = env!("CARGO_BIN_EXE_reseal-cli");

fn offered(bytes: &[u8]) -> OfferedFile {
    OfferedFile {
        name: "a file".to_owned(),
        bytes: Zeroizing::new(bytes.to_vec()),
        passwords: Vec::new(),
    }
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn the_child_limits_itself_before_it_reads() {
    let child = tokio::process::Command::new(PROGRAM)
        .arg(ARGUMENT)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let limits = format!("/proc/{}/limits", child.id().unwrap());
    let most = |name: &str| {
        let text = std::fs::read_to_string(&limits).unwrap();
        let line = text.lines().find(|line| line.starts_with(name)).unwrap();
        line[name.len()..]
            .split_whitespace()
            .next()
            .unwrap()
            .to_owned()
    };
    let began = Instant::now();
    // It waits for its task: nothing has been sent.
    while most("Max data size") != "268435456" {
        assert!(
            began.elapsed() < Duration::from_secs(10),
            "no limit is taken"
        );
        tokio::task::yield_now().await;
    }
    assert_eq!(
        (
            most("Max open files"),
            most("Max core file size"),
            most("Max file size")
        ),
        ("8".to_owned(), "0".to_owned(), "0".to_owned())
    );
}

#[tokio::test]
async fn what_the_child_makes_of_a_file_comes_back() {
    let opened = Worker::of(PROGRAM, Surroundings::of_this_machine())
        .open(&[offered(b"no keystore")], &[])
        .await;
    let opened = opened.unwrap();
    assert!(matches!(opened.files.as_slice(), [Err(error)] if error.answer() == "not-a-keystore"));
    assert!(opened.together.is_none() && opened.problem.is_none());
}

#[tokio::test]
async fn a_child_that_was_started_ahead_answers_once() {
    let folder = Folder::new();
    let (program, starts) = (folder.at("counted"), folder.at("starts"));
    let script = format!(
        "#!/bin/sh\necho >> {}\nexec {PROGRAM} \"$@\"\n",
        starts.display()
    );
    std::fs::write(&program, script).unwrap();
    std::fs::set_permissions(&program, Permissions::from_mode(0o700)).unwrap();
    let worker = Worker::of(program, Surroundings::of_this_machine());
    worker.make_ready();
    worker.make_ready();
    for started in [1, 2] {
        let opened = worker.open(&[offered(b"no keystore")], &[]).await.unwrap();
        assert_eq!(opened.files.len(), 1);
        let lines = std::fs::read_to_string(&starts).unwrap().lines().count();
        assert_eq!(lines, started);
    }
}

#[tokio::test]
async fn a_child_that_does_not_answer_is_told_apart() {
    let ask = async |program: &str| {
        Worker::of(program, Surroundings::of_this_machine())
            .open(&[offered(b"")], &[])
            .await
            .unwrap_err()
    };
    assert!(matches!(
        ask("/nowhere/reseal-cli").await,
        WorkerError::NotStarted(_)
    ));
    assert!(matches!(ask("false").await, WorkerError::Ended { .. }));
    assert!(matches!(ask("true").await, WorkerError::NotUnderstood));
}

/// A keystore of `a.example` whose every derivation asks for 8,388,607 rounds.
fn slow_keystore(folder: &Folder) -> String {
    let file = folder.at("slow.p12");
    let name = file.display().to_string();
    let (key, leaf) = (folder.at("k.pem"), folder.at("c.pem"));
    let (key, leaf) = (key.to_str().unwrap(), leaf.to_str().unwrap());
    let request = [
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-subj",
        "/CN=a.example",
    ];
    openssl(&[&request[..], &["-keyout", key, "-out", leaf]].concat());
    let export = [
        "pkcs12", "-export", "-iter", "70000", "-passout", "pass:abc",
    ];
    openssl(&[&export[..], &["-inkey", key, "-in", leaf, "-out", &name]].concat());
    let mut bytes = std::fs::read(&file).unwrap();
    // 70,000 rounds become 8,388,607 in every place.
    let rounds = [2, 3, 0x01, 0x11, 0x70];
    let found = bytes.windows(rounds.len()).enumerate();
    let places: Vec<usize> = found
        .filter(|(_, bytes)| *bytes == rounds)
        .map(|(at, _)| at)
        .collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at + 2..at + 5].copy_from_slice(&[0x7f, 0xff, 0xff]);
    }
    std::fs::write(&file, bytes).unwrap();
    name
}

#[tokio::test]
async fn a_file_that_would_take_long_is_refused_by_what_it_asks_for() {
    let folder = Folder::new();
    let name = slow_keystore(&folder);
    let began = Instant::now();
    let words = ["doctor", &name, "--json", "--secrets-stdin"];
    let ended = run(&words, r#"{"bundle":"abc"}"#).await;
    assert_eq!(ended.code, Some(2));
    assert_eq!(
        ended.last()["problem"]["code"],
        "bundle.too_slow",
        "{}",
        ended.stdout
    );
    assert!(
        ended.last()["problem"]["what"]
            .as_str()
            .unwrap()
            .contains("about ")
    );
    assert!(
        began.elapsed() < Duration::from_secs(5),
        "{:?}",
        began.elapsed()
    );
}

/// The clock that ends it is its parent's: without one, its own time ends it.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_child_whose_parent_was_killed_has_a_time_of_its_own() {
    use rustix::process::{Pid, Signal, kill_process};
    let folder = Folder::new();
    let name = slow_keystore(&folder);
    let words = [
        "doctor",
        &name,
        "--json",
        "--secrets-stdin",
        "--open-anyway",
    ];
    let mut parent = start(&words, r#"{"bundle":"abc"}"#).await;
    let id = parent.id().unwrap();
    let children = format!("/proc/{id}/task/{id}/children");
    let limited = || {
        let child: i32 = std::fs::read_to_string(&children)
            .ok()?
            .trim()
            .parse()
            .ok()?;
        let limits = std::fs::read_to_string(format!("/proc/{child}/limits")).ok()?;
        let line = limits.lines().find(|it| it.starts_with("Max cpu time"))?;
        let seconds: u64 = line.split_whitespace().nth(3)?.parse().ok()?;
        Some((child, seconds))
    };
    let began = Instant::now();
    let (child, seconds) = loop {
        if let Some(limited) = limited() {
            break limited;
        }
        assert!(
            began.elapsed() < Duration::from_secs(10),
            "no limit is taken"
        );
        tokio::task::yield_now().await;
    };
    // No shorter than what was agreed to: ten seconds, and what the work is estimated at.
    assert!(seconds > 10, "{seconds}");
    parent.kill().await.unwrap();
    // The system ends it when its time is over; nobody waits for that here.
    let _ = kill_process(Pid::from_raw(child).unwrap(), Signal::KILL);
}

#[tokio::test]
async fn what_is_nested_without_end_does_no_harm() {
    let folder = Folder::new();
    let nested = folder.file("nested.p12", &[0x30, 0x80].repeat(100_000));
    let name = nested.display().to_string();
    let ended = run(&["doctor", &name, "--json"], "").await;
    assert_eq!(ended.code, Some(2));
    let answer = ended.last()["answer"].clone();
    assert!(
        answer == "damaged" || answer == "not-a-keystore",
        "{answer}"
    );
}

pub(crate) fn openssl(words: &[&str]) -> String {
    let output = std::process::Command::new("openssl")
        .args(words)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "openssl {words:?}: {said}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}
