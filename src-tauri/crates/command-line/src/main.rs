//! `reseal-cli`: the same core as the window, for scripts and for machines without a screen.

mod arguments;
mod console;
mod file;
mod follow;
mod hardening;
mod help;
mod home;
mod judge;
mod make;
mod problems;
mod prompt;
mod secrets;
mod told;
mod verbs;
mod wish;
mod words;

use std::process::ExitCode;

use application::named::Keys;
use ground::Surroundings;
use rotation::{Outcome, Problem};
use tokio::runtime::{Builder, Runtime};

use console::Console;
use secrets::Secrets;
use wish::{Invocation, Verb};

fn main() -> ExitCode {
    hardening::harden();
    if key_worker::is_wanted() {
        return key_worker::serve();
    }
    let words: Vec<_> = std::env::args_os().skip(1).collect();
    // Wrong words are told the way the right ones would have been.
    let console = Console::new(words.iter().any(|word| word == "--json"));
    let outcome = match arguments::read(words) {
        Ok(invocation) => {
            let is_about_a_run = invocation.verb.is_about_a_run();
            carry_out(invocation, &console)
                .unwrap_or_else(|problem| console.refuse(&problem, is_about_a_run))
        }
        Err(error) => console.refuse(&Problem::from(&error), false),
    };
    ExitCode::from(match outcome {
        Outcome::Done => 0,
        Outcome::Attention => 1,
        Outcome::Refused => 2,
    })
}

fn carry_out(invocation: Invocation, console: &Console) -> Result<Outcome, Problem> {
    let Invocation {
        state,
        secrets_on_stdin,
        verb,
    } = invocation;
    let secrets = if secrets_on_stdin {
        Secrets::read(std::io::stdin().lock()).map_err(|error| Problem::from(&error))?
    } else {
        Secrets::default()
    };
    let runtime = runtime_for(&verb).map_err(|error| home::no_runtime(&error))?;
    let home = || home::open(state.as_deref());
    let here = Surroundings::of_this_machine();
    runtime.block_on(async {
        match verb {
            Verb::Help => Ok(console.show(help::TEXT)),
            Verb::Version => Ok(console.show(help::VERSION)),
            Verb::Rotate(wish) => {
                let opening = secrets.opening();
                let keys = Keys::new(&home()?, secrets, here.clone());
                keys.left_after(verbs::rotate::rotate(wish, &keys, opening, console))
                    .await
            }
            Verb::Resume(wish) => {
                let opening = secrets.opening();
                let keys = Keys::new(&home()?, secrets, here.clone());
                keys.left_after(verbs::resume::resume(wish, &keys, opening, console))
                    .await
            }
            Verb::Check(sites) => {
                let keys = Keys::new(&home()?, secrets, here.clone());
                keys.left_after(verbs::check::check(&sites, &keys, console))
                    .await
            }
            Verb::Doctor(wish) => {
                let state = state.as_deref();
                verbs::doctor::doctor(&wish, state, &secrets, console, &here).await
            }
            Verb::Compare(wish) => verbs::compare::compare(&wish, &secrets, console, &here).await,
            Verb::Request(wish) => {
                verbs::request::request(wish, &home()?, &secrets, console, &here).await
            }
            Verb::Join(wish) => verbs::join::join(&wish, &home()?, &secrets, console, &here).await,
            Verb::Report(wish) => verbs::report::report(&wish, &home()?, console, here.clone()),
        }
    })
}

/// Threads for what speaks with many sites at once. Anything else is done before they are all started.
fn runtime_for(verb: &Verb) -> std::io::Result<Runtime> {
    match verb {
        Verb::Rotate(_) | Verb::Resume(_) | Verb::Check(_) => Runtime::new(),
        Verb::Help
        | Verb::Version
        | Verb::Doctor(_)
        | Verb::Compare(_)
        | Verb::Request(_)
        | Verb::Join(_)
        | Verb::Report(_) => Builder::new_current_thread().enable_all().build(),
    }
}
