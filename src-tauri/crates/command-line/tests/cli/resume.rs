//! Runs that are cut off or interrupted, and go on.

use practice_lab::Pace;
use rotation::event::Action;
use rotation::steps::order;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdout};

use super::stage::{Ended, Stage, run_on_a_full_disk, start};

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

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_told_and_what_was_begun_is_finished_when_there_is_room() {
    for blocks in [1, 16, 40] {
        let stage = Stage::open_at(PACE).await;
        let secrets = stage.secrets().to_string();
        let ended = run_on_a_full_disk(blocks, &stage.import(), &secrets).await;
        let about = format!("{blocks} blocks: {} {}", ended.stdout, ended.stderr);
        assert!(matches!(ended.code, Some(1 | 2)), "{about}");
        let problem = ended.last()["problem"].clone();
        for part in ["what", "meaning", "todo"] {
            assert!(
                problem[part].as_str().is_some_and(|part| part.len() > 5),
                "{about}"
            );
        }
        if ended.last()["run"].is_string() {
            let resumed = resume(&stage).await;
            assert_eq!(resumed.code, Some(0), "{about} then {}", resumed.stdout);
            assert!(stage.is_whole().await);
            assert_eq!(stage.lab.replacements("Paris"), 1, "{about}");
        } else {
            assert_eq!(stage.lab.replacements("Paris"), 0, "{about}");
        }
    }
}

/// Killed at the beginning (or end) of every step of an import, each time in a lab of its own.
async fn survives_a_kill_at_every(moment: &str) {
    for step in order(Action::Import) {
        let step = step.slug();
        let stage = Stage::open().await;
        let mut run = Heard::start(&stage, &stage.import()).await;
        run.until_one(|line| line["kind"] == moment && line["step"] == step)
            .await;
        run.send(Signal::KILL);
        run.child.wait().await.unwrap();
        let ended = resume(&stage).await;
        // The last step may have ended the run before the signal came.
        let was_over = ended.problem() == "run.none_unfinished";
        let about = format!("{moment} of {step}: {} {}", ended.stdout, ended.stderr);
        assert!(ended.code == Some(0) || was_over, "{about}");
        assert!(stage.is_whole().await, "{about}");
        assert_eq!(stage.lab.replacements("Paris"), 1, "{about}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn survives_a_kill_at_the_beginning_of_every_step() {
    survives_a_kill_at_every("stepStarted").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn survives_a_kill_at_the_end_of_every_step() {
    survives_a_kill_at_every("stepEnded").await;
}
