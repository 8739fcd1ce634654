//! Runs that are cut off or interrupted, and go on.

use practice_lab::Pace;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdout};

use super::stage::{Ended, Stage, start};

/// Slow enough that a signal meets the run in the middle of something.
const PACE: Pace = Pace::LikeReal { scale: 0.02 };

struct Heard {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Heard {
    async fn start(stage: &Stage, words: &[String]) -> Self {
        let mut child = start(words, &stage.secrets().to_string()).await;
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, lines }
    }

    /// Reads on until an event of this kind.
    async fn until(&mut self, kind: &str) -> Value {
        while let Some(line) = self.lines.next_line().await.unwrap() {
            let line: Value = serde_json::from_str(&line).unwrap();
            if line["kind"] == kind {
                return line;
            }
        }
        panic!("no {kind} came");
    }

    fn send(&self, signal: Signal) {
        let pid = i32::try_from(self.child.id().unwrap()).unwrap();
        kill_process(Pid::from_raw(pid).unwrap(), signal).unwrap();
    }

    async fn last(&mut self) -> Value {
        let mut last = Value::Null;
        while let Some(line) = self.lines.next_line().await.unwrap() {
            last = serde_json::from_str(&line).unwrap();
        }
        last
    }
}

/// Takes the run up; a question whether to send the replacement again is answered with yes, which a
/// person may do once the appliance has kept its old certificate long enough.
async fn resume(stage: &Stage) -> Ended {
    let mut words = stage.flags();
    let bundle = stage.bundle();
    words.extend(["resume", "--pace", "200", "--import", &bundle].map(ToOwned::to_owned));
    let ended = stage.run(&words).await;
    let asked = ended
        .lines()
        .into_iter()
        .find(|line| line["kind"] == "questionAsked");
    let Some(asked) = asked else { return ended };
    let question = asked["question"]["id"].as_str().unwrap();
    words.extend(["--answer".to_owned(), format!("{question}=again")]);
    stage.run(&words).await
}

async fn survives_a_kill_after(kind: &str) {
    let stage = Stage::open_at(PACE).await;
    let mut run = Heard::start(&stage, &stage.import()).await;
    run.until(kind).await;
    run.send(Signal::KILL);
    run.child.wait().await.unwrap();
    let ended = resume(&stage).await;
    assert_eq!(
        ended.code,
        Some(0),
        "after {kind}: {} {}",
        ended.stdout,
        ended.stderr
    );
    assert!(stage.is_whole().await, "after {kind}");
    assert_eq!(stage.lab.replacements("Paris"), 1, "after {kind}");
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
    let ended = resume(&stage).await;
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
async fn resume_without_anything_unfinished_says_so() {
    let stage = Stage::open().await;
    let mut words = stage.flags();
    words.push("resume".to_owned());
    let ended = stage.run(&words).await;
    assert_eq!(ended.code, Some(2));
    assert_eq!(ended.problem(), "run.none_unfinished");
}
