//! Follows a run to its end: tells what happens, pauses it at Ctrl-C, answers its questions.

use rotation::progress::Question;
use rotation::{Event, Outcome, Problem, Record, Run, RunView};
use serde_json::{Value, json};
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::access::Keys;
use crate::console::Console;
use crate::wish::{Answer, Named};
use crate::words;

/// Tells everything until the work stops, then how the run stands.
pub(crate) async fn to_its_end(
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
}

impl Listener<'_> {
    async fn listen(&self) -> Outcome {
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

    fn tell(&self, record: &Record) {
        self.console.line(record);
        if let Some(words) = words::of(&record.event) {
            self.console.say(&words);
        }
        if let Event::QuestionAsked { question } = &record.event {
            self.answer(question);
        }
    }

    fn tell_missed(&self, missed: u64) {
        self.console
            .line(&json!({"kind": "missed", "records": missed}));
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
    let tenants = tenants
        .map(|site| json!({"name": site.name, "owner": site.owner, "forecast": site.forecast}));
    json!({
        "outcome": outcome,
        "run": view.run,
        "peers": peers.collect::<Vec<_>>(),
        "onPremises": tenants.collect::<Vec<_>>(),
    })
}
