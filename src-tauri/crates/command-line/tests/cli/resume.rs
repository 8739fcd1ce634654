//! Runs that are cut off or interrupted, and go on.

use practice_lab::{Fault, Pace, Service};
use rotation::event::Action;
use rotation::steps::order;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdout};

use super::stage::{Ended, Stage, start};

/// Slow enough that a signal meets the run in the middle of something.
pub(super) const PACE: Pace = Pace::LikeReal { scale: 0.02 };

pub(super) struct Heard {
    pub(super) child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Heard {
    pub(super) async fn start(stage: &Stage, words: &[String]) -> Self {
        let mut child = start(words, &stage.secrets().to_string()).await;
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, lines }
    }

    /// Reads on until an event of this kind.
    pub(super) async fn until(&mut self, kind: &str) -> Value {
        self.until_one(|line| line["kind"] == kind).await
    }

    async fn until_one(&mut self, is_it: impl Fn(&Value) -> bool) -> Value {
        while let Some(line) = self.lines.next_line().await.unwrap() {
            let line: Value = serde_json::from_str(&line).unwrap();
            if is_it(&line) {
                return line;
            }
        }
        panic!("it did not come");
    }

    fn send(&self, signal: Signal) {
        let pid = i32::try_from(self.child.id().unwrap()).unwrap();
        kill_process(Pid::from_raw(pid).unwrap(), signal).unwrap();
    }

    pub(super) async fn last(&mut self) -> Value {
        let mut last = Value::Null;
        while let Some(line) = self.lines.next_line().await.unwrap() {
            last = serde_json::from_str(&line).unwrap();
        }
        last
    }
}

/// What `rotate` is told, by what it does.
fn rotation(stage: &Stage, action: Action) -> Vec<String> {
    match action {
        Action::Import => stage.import(),
        Action::Regenerate => stage.rotation(&["--regenerate"], &["Berlin", "Madrid", "Oslo"]),
    }
}

/// Takes the run up, and again with the answer to each question that it asks.
pub(super) async fn resume(stage: &Stage, action: Action) -> Ended {
    let mut words = stage.flags();
    words.extend(["resume", "--pace", "200"].map(ToOwned::to_owned));
    if action == Action::Import {
        words.extend(["--import".to_owned(), stage.bundle()]);
    }
    loop {
        let ended = stage.run(&words).await;
        let lines = ended.lines();
        let Some(asked) = lines.iter().find(|line| line["kind"] == "questionAsked") else {
            return ended;
        };
        let answer = answer(stage, asked["question"]["id"].as_str().unwrap());
        if words.contains(&answer) {
            return ended;
        }
        words.extend(["--answer".to_owned(), answer]);
    }
}

/// What a person says who reads the appliance's console: which certificate is the new one, and that the
/// replacement may be sent again, once the appliance has kept its old certificate long enough.
fn answer(stage: &Stage, question: &str) -> String {
    if question != "new-certificate" {
        return format!("{question}=again");
    }
    let new = stage.lab.thumbprint("Paris", Service::Cloud).unwrap();
    format!("{question}=paste={new}")
}

async fn survives_a_kill_after(kind: &str) {
    for action in [Action::Import, Action::Regenerate] {
        let stage = Stage::open_at(PACE).await;
        let is_it = |line: &Value| line["kind"] == kind;
        let about = format!("{action:?}, after {kind}");
        comes_through_a_kill(&stage, action, is_it, &about).await;
    }
}

/// Kills the run at the first such line. What takes it up comes to the end that was meant, with one
/// replacement.
async fn comes_through_a_kill(
    stage: &Stage,
    action: Action,
    is_it: impl Fn(&Value) -> bool,
    about: &str,
) {
    let mut run = Heard::start(stage, &rotation(stage, action)).await;
    run.until_one(is_it).await;
    run.send(Signal::KILL);
    run.child.wait().await.unwrap();
    let ended = resume(stage, action).await;
    // The last step may have ended the run before the signal came.
    let was_over = ended.problem() == "run.none_unfinished";
    let told = format!("{about}: {} {}", ended.stdout, ended.stderr);
    assert!(ended.code == Some(0) || was_over, "{told}");
    assert!(stage.is_whole().await, "{told}");
    assert_eq!(stage.lab.replacements("Paris"), 1, "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn survives_a_kill_before_the_replacement() {
    survives_a_kill_after("runStarted").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn survives_a_kill_at_the_replacement() {
    survives_a_kill_after("replacementIntended").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn survives_a_kill_after_the_replacement() {
    survives_a_kill_after("replacementAccepted").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn survives_a_kill_during_the_restart() {
    survives_a_kill_after("restartSeen").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn survives_a_kill_during_a_repair() {
    survives_a_kill_after("repairTask").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ctrl_c_pauses_and_resume_goes_on() {
    let stage = Stage::open_at(PACE).await;
    let mut run = Heard::start(&stage, &stage.import()).await;
    run.until("replacementAccepted").await;
    run.send(Signal::INT);
    run.until("pauseRequested").await;
    let last = run.last().await;
    assert_eq!(last["outcome"], "attention", "{last}");
    assert_eq!(run.child.wait().await.unwrap().code(), Some(1));
    let ended = resume(&stage, Action::Import).await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
    assert_eq!(ended.last()["run"], last["run"]);
    assert!(stage.is_whole().await);
    assert_eq!(stage.lab.replacements("Paris"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_while_a_run_is_open_is_refused() {
    let stage = Stage::open_at(PACE).await;
    let mut run = Heard::start(&stage, &stage.import()).await;
    run.until("replacementIntended").await;
    let second = stage.run(&stage.import()).await;
    assert_eq!(second.code, Some(2), "{}", second.stdout);
    assert!(!second.problem().is_empty(), "{}", second.stdout);
    assert_eq!(run.last().await["outcome"], "done");
    assert_eq!(stage.lab.replacements("Paris"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn resume_repairs_what_the_last_run_left_to_do() {
    let stage = Stage::open().await;
    let fault = "task-fails@Berlin".parse().unwrap();
    stage.lab.inject(fault).await.unwrap();
    let rotated = stage.run(&stage.import()).await;
    assert_eq!(rotated.code, Some(1), "{}", rotated.stdout);
    stage.lab.clear(Fault::TaskFails, "Berlin");
    let ended = resume(&stage, Action::Import).await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
    assert_eq!(ended.last()["run"], rotated.last()["run"]);
    assert!(stage.is_whole().await);
    assert_eq!(stage.lab.replacements("Paris"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn resume_repairs_a_peer_that_is_named_only_then() {
    let stage = Stage::open().await;
    let words = stage.rotation(&["--import", &stage.bundle()], &["Madrid", "Oslo"]);
    let rotated = stage.run(&words).await;
    assert_eq!(rotated.code, Some(1), "{}", rotated.stdout);
    let mut words = stage.flags();
    let berlin = stage.named("Berlin");
    words.extend(["resume", "--pace", "200", "--peer", &berlin].map(ToOwned::to_owned));
    let ended = stage.run(&words).await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
    assert!(stage.is_whole().await);
    assert_eq!(stage.lab.replacements("Paris"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn resume_without_anything_unfinished_says_so() {
    let stage = Stage::open().await;
    let mut words = stage.flags();
    words.push("resume".to_owned());
    let ended = stage.run(&words).await;
    assert_eq!(ended.code, Some(2));
    assert_eq!(ended.problem(), "run.none_unfinished");
}

/// Killed at the beginning (or end) of every step, each time in a lab of its own.
async fn survives_a_kill_at_every(moment: &str, action: Action) {
    for step in order(action) {
        let step = step.slug();
        let stage = Stage::open().await;
        let is_it = |line: &Value| line["kind"] == moment && line["step"] == step;
        let about = format!("{action:?}, {moment} of {step}");
        comes_through_a_kill(&stage, action, is_it, &about).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_survives_a_kill_at_the_beginning_of_every_step() {
    survives_a_kill_at_every("stepStarted", Action::Import).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_survives_a_kill_at_the_end_of_every_step() {
    survives_a_kill_at_every("stepEnded", Action::Import).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_regenerate_survives_a_kill_at_the_beginning_of_every_step() {
    survives_a_kill_at_every("stepStarted", Action::Regenerate).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_regenerate_survives_a_kill_at_the_end_of_every_step() {
    survives_a_kill_at_every("stepEnded", Action::Regenerate).await;
}
