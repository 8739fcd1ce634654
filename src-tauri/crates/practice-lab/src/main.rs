//! `practice-lab`: a lab as a program of its own. Prints one JSON line when it is ready.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use ground::Surroundings;
use practice_lab::{Fault, Lab, Scenario};

const USAGE: &str =
    "practice-lab [--peers N] [--on-premises N] [--version 4.7] [--version-of SITE=4.5]…
             [--pace instant|like-real|like-real:FACTOR|when-told] [--seed N] [--days-left N]
             [--password-days N]
             [--fault NAME@SITE[*TIMES]]… --state DIR
practice-lab --list-faults

Starts practice sites on 127.0.0.1, prints one JSON line when they are ready, and ends with its
standard input or a signal.";

/// What the command line asks for.
enum Wish {
    Lab(Box<Scenario>),
    ListFaults,
    Help,
}

fn main() -> ExitCode {
    let outcome = match wish(std::env::args().skip(1)) {
        Ok(Wish::Help) => say(USAGE),
        Ok(Wish::ListFaults) => say(&fault_list()),
        Ok(Wish::Lab(scenario)) => run(*scenario),
        Err(why) => Err(format!("{why}\n\n{USAGE}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            // Nothing is left to tell if standard error is closed too.
            let _closed = writeln!(std::io::stderr(), "{why}");
            ExitCode::from(2)
        }
    }
}

fn wish(mut words: impl Iterator<Item = String>) -> Result<Wish, String> {
    let mut scenario = Scenario::new(PathBuf::new());
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} wants a value."));
        match word.as_str() {
            "--help" | "-h" => return Ok(Wish::Help),
            "--list-faults" => return Ok(Wish::ListFaults),
            "--peers" => scenario.peers = number(&word, &value()?)?,
            "--on-premises" => scenario.on_premises = number(&word, &value()?)?,
            "--seed" => scenario.seed = number(&word, &value()?)?,
            "--days-left" => scenario.days_left = number(&word, &value()?)?,
            "--password-days" => scenario.password_days = number(&word, &value()?)?,
            "--state" => scenario.state = value()?.into(),
            "--version" => {
                scenario.version = value()?.parse().map_err(|why| format!("Cannot {why}."))?
            }
            "--version-of" => scenario.versions.push(version_of(&value()?)?),
            "--pace" => scenario.pace = value()?.parse().map_err(|why| format!("Cannot {why}."))?,
            "--fault" => scenario
                .faults
                .push(value()?.parse().map_err(|why| format!("Cannot {why}."))?),
            _ => return Err(format!("{word} is not understood.")),
        }
    }
    if scenario.state.as_os_str().is_empty() {
        return Err("--state DIR is missing: the lab keeps its keystores there.".to_owned());
    }
    Ok(Wish::Lab(Box::new(scenario)))
}

fn number<N: std::str::FromStr>(word: &str, value: &str) -> Result<N, String> {
    value
        .parse()
        .map_err(|_| format!("{word} wants a number, not {value:?}."))
}

fn version_of(value: &str) -> Result<(String, practice_lab::Version), String> {
    let (site, version) = value
        .split_once('=')
        .ok_or_else(|| format!("--version-of wants SITE=VERSION, not {value:?}."))?;
    Ok((
        site.to_owned(),
        version.parse().map_err(|why| format!("Cannot {why}."))?,
    ))
}

fn fault_list() -> String {
    let lines: Vec<String> = Fault::ALL
        .iter()
        .map(|fault| format!("{:<24} {}", fault.slug(), fault.says()))
        .collect();
    lines.join("\n")
}

fn say(text: &str) -> Result<(), String> {
    writeln!(std::io::stdout(), "{text}")
        .map_err(|why| format!("Cannot write to standard output: {why}."))
}

fn run(scenario: Scenario) -> Result<(), String> {
    let runtime = tokio::runtime::Runtime::new().map_err(|why| format!("Cannot start: {why}."))?;
    runtime.block_on(async {
        let lab = Lab::start(scenario, &Surroundings::of_this_machine())
            .await
            .map_err(|why| explained(&why))?;
        let line = serde_json::to_string(&lab.description())
            .map_err(|why| format!("Cannot describe the lab: {why}."))?;
        // Whoever reads the line may send a signal at once.
        let signals = Signals::new().map_err(|why| format!("Cannot listen for signals: {why}."))?;
        say(&line)?;
        tokio::select! {
            () = input_ended() => {}
            () = signals.come() => {}
        }
        drop(lab);
        Ok(())
    })
}

/// Until standard input ends. It is read in a thread of its own, which the end of the program does not
/// wait for: a terminal or a pipe may stay open for ever.
async fn input_ended() {
    let (told, ended) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        // An input that cannot be read has ended too.
        let _ended = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
        // Nobody listens any more when a signal came first.
        let _came_late = told.send(());
    });
    // The thread sends before it ends.
    let _told = ended.await;
}

/// What ends the program from outside.
#[cfg(unix)]
struct Signals {
    terminate: tokio::signal::unix::Signal,
    interrupt: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn new() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    async fn come(mut self) {
        tokio::select! {
            _terminated = self.terminate.recv() => {}
            _interrupted = self.interrupt.recv() => {}
        }
    }
}

/// What ends the program from outside.
#[cfg(windows)]
struct Signals(tokio::signal::windows::CtrlC);

#[cfg(windows)]
impl Signals {
    fn new() -> std::io::Result<Self> {
        tokio::signal::windows::ctrl_c().map(Self)
    }

    async fn come(mut self) {
        self.0.recv().await;
    }
}

fn explained(why: &dyn std::error::Error) -> String {
    let mut text = format!("Cannot {why}");
    let mut source = why.source();
    while let Some(cause) = source {
        text.push_str(&format!(": {cause}"));
        source = cause.source();
    }
    text
}
