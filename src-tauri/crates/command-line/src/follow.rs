//! Follows a run to its end: tells what happens, pauses it at Ctrl-C, answers its questions.

use std::path::Path;

use application::named::{Keys, Named};
use rotation::activity::StepStatus;
use rotation::journal::{self, ReadError};
use rotation::progress::StepView;
use rotation::question::Question;
use rotation::{Event, Outcome, Problem, Record, Run, RunId, RunView};
use serde_json::{Value, json};
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::console::Console;
use crate::wish::Answer;
use crate::words;

/// Tells everything until the work stops, then how the run stands.
pub(crate) async fn to_its_end(
    run: &Run,
    site: &Named,
    answers: &[Answer],
    keys: &Keys,
    console: &Console,
) -> Outcome {
    on_from(0, run, site, answers, keys, console).await
}

/// The same for a run of whose record so many events were kept before.
pub(crate) async fn on_from(
    kept: usize,
    run: &Run,
    site: &Named,
    answers: &[Answer],
    keys: &Keys,
    console: &Console,
) -> Outcome {
    let listener = Listener {
        run,
        answers,
        console,
        record: Kept {
            home: keys.home(),
            run: run.id(),
            told: kept,
        },
    };
    let outcome = listener.listen().await;
    let view = run.watch().borrow().clone();
    if let Some(Err(problem)) = view.proven().map(|new| keys.follow(site, &new)) {
        console.tell(&problem);
    }
    console.say(&words::of_end(&view));
    if outcome != Outcome::Done {
        let id = run.id();
        console.say(&format!("Go on with: reseal-cli resume {id}"));
    }
    console.line(&closing(outcome, &view));
    outcome
}

struct Listener<'a> {
    run: &'a Run,
    answers: &'a [Answer],
    console: &'a Console,
    record: Kept<'a>,
}

/// The record of the run as it is kept, for what a slow reader missed.
struct Kept<'a> {
    home: &'a Path,
    run: &'a RunId,
    /// How many of its events were told, or were there before.
    told: usize,
}

impl Kept<'_> {
    /// The events after those that were told: every one of them was kept before it was passed on.
    fn missed(&self, count: u64) -> Result<Vec<Record>, ReadError> {
        let records = journal::read(self.home, self.run)?.records.into_iter();
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        Ok(records.skip(self.told).take(count).collect())
    }
}

impl Listener<'_> {
    async fn listen(mut self) -> Outcome {
        let mut records = self.run.events();
        let mut interruptions = interruptions();
        let mut was_interrupted = false;
        loop {
            tokio::select! {
                biased;
                record = records.recv() => match record {
                    Ok(record) => self.tell(&record),
                    Err(RecvError::Lagged(missed)) => self.tell_missed(missed),
                    Err(RecvError::Closed) => return self.run.finished().await,
                },
                Some(()) = interruptions.recv() => {
                    // The second one does not wait: the record is on the disk at every moment.
                    if was_interrupted {
                        return Outcome::Attention;
                    }
                    was_interrupted = true;
                    self.pause();
                }
                outcome = self.run.finished() => {
                    // What was kept last may not have been heard yet.
                    loop {
                        match records.try_recv() {
                            Ok(record) => self.tell(&record),
                            Err(TryRecvError::Lagged(missed)) => self.tell_missed(missed),
                            Err(TryRecvError::Empty | TryRecvError::Closed) => return outcome,
                        }
                    }
                }
            }
        }
    }

    fn tell(&mut self, record: &Record) {
        self.record.told += 1;
        self.console.line(record);
        if let Some(words) = words::of(&record.event) {
            self.console.say(&words);
        }
        if let Event::QuestionAsked { question } = &record.event {
            self.answer(question);
        }
    }

    /// Whoever reads slower than the run goes on loses nothing: no event is told by its number alone, and a
    /// question among them is answered.
    fn tell_missed(&mut self, missed: u64) {
        match self.record.missed(missed) {
            Ok(records) => records.iter().for_each(|record| self.tell(record)),
            Err(error) => self.console.tell(&Problem::from(&error)),
        }
    }

    fn pause(&self) {
        self.console
            .say("Pausing: what is under way at a site ends first.");
        self.run.pause();
    }

    /// The answer that was given beforehand; without one nobody is here to give it.
    fn answer(&self, question: &Question) {
        let given = self
            .answers
            .iter()
            .find(|given| given.question == question.id);
        let taken = given.map(|given| {
            self.run
                .answer(&question.id, &given.answer, given.typed.clone())
        });
        match taken {
            Some(Ok(())) => {}
            Some(Err(error)) => {
                self.console.tell(&Problem::from(&error));
                self.run.pause();
            }
            None => self.run.pause(),
        }
    }
}

/// Ctrl-C, and on Unix a request to terminate, as they come. Where neither can be heard they end the
/// program, which loses nothing: the record is on the disk at every moment.
fn interruptions() -> UnboundedReceiver<()> {
    let (heard, interruptions) = unbounded_channel();
    tokio::spawn(hear(heard));
    interruptions
}

#[cfg(unix)]
async fn hear(heard: UnboundedSender<()>) {
    use tokio::signal::unix::{SignalKind, signal};
    let listening = (
        signal(SignalKind::interrupt()),
        signal(SignalKind::terminate()),
    );
    let (Ok(mut interrupt), Ok(mut terminate)) = listening else {
        return;
    };
    loop {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        if heard.send(()).is_err() {
            return;
        }
    }
}

#[cfg(not(unix))]
async fn hear(heard: UnboundedSender<()>) {
    while tokio::signal::ctrl_c().await.is_ok() && heard.send(()).is_ok() {}
}

/// The last line for programs.
fn closing(outcome: Outcome, view: &RunView) -> Value {
    let peers = view.peers.iter().map(|peer| {
        json!({"name": peer.name, "atPeer": peer.at_peer.verdict, "atLocal": peer.at_local.verdict})
    });
    let tenants = view.on_premises.iter();
    let tenants = tenants.map(|site| {
        json!({
            "name": site.name,
            "owner": site.owner,
            "forecast": site.forecast,
            "seen": site.seen,
        })
    });
    let failed = |step: &&StepView| step.status == StepStatus::Failed;
    let problem = view.steps.iter().find(failed);
    json!({
        "outcome": outcome,
        "run": view.run,
        "peers": peers.collect::<Vec<_>>(),
        "onPremises": tenants.collect::<Vec<_>>(),
        "problem": problem.and_then(|step| step.problem.as_ref()),
    })
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests read the machine's clock")]
mod tests {
    use super::*;
    use rotation::journal::{Journal, Owner};
    use time::OffsetDateTime;

    #[test]
    fn what_a_slow_reader_missed_is_read_from_the_record() {
        let now = OffsetDateTime::now_utc();
        let home = std::env::temp_dir().join(format!("reseal-missed-{}", std::process::id()));
        let owner = Owner::this_process("0", now);
        let mut journal = Journal::create(&home, "Paris", "paris.example", &owner, now).unwrap();
        let says = |number: usize| format!("{number}");
        for number in 0..9 {
            let event = Event::Slept { says: says(number) };
            journal.append_lazily(event, now).unwrap();
        }
        let kept = Kept {
            home: &home,
            run: journal.run(),
            told: 3,
        };
        let missed = kept.missed(4).unwrap().into_iter();
        let missed: Vec<Event> = missed.map(|record| record.event).collect();
        let wanted = (3..7).map(|number| Event::Slept { says: says(number) });
        assert_eq!(missed, wanted.collect::<Vec<_>>());
        std::fs::remove_dir_all(home).unwrap();
    }
}
