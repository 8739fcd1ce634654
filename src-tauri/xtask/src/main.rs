//! The commands of this repository: `cargo xtask run`, `test` and what they consist of.

mod bench;
mod fuzz;
mod house;
mod lint;
mod needs;
mod programs;
mod ready;
mod run;
mod stop;
mod targets;
mod test;

use std::env;
use std::io::Write as _;
use std::process::ExitCode;

use stop::Stop;

const USAGE: &str = "cargo xtask COMMAND

  run             build Reseal and open it on a practice lab; without a display, drive a whole
                  rotation through its window and leave pictures of it
  test [WORDS]    run every test, those in the real window included; WORDS go to the test runner
  lint            formatting, clippy, documentation, the front end's checks, the rules of this house
  house           print how the house stands: cycles, sentences outside the words, clocks, lines
  bench           measure the figures that docs/development.md promises, on this machine
  fuzz MINUTES [READER]
                  feed altered files to everything that reads what others wrote
  pictures [DIR]  drive a whole rotation through the real window and keep a picture of every screen
  check-targets   type-check everything for Windows and macOS, as far as this machine can
  needs           check the system packages that all of this needs, and install them where allowed";

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    match perform(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            say(&why.to_string());
            ExitCode::FAILURE
        }
    }
}

fn perform(words: &[String]) -> Result<(), Stop> {
    let (command, rest) = match words.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("", words),
    };
    match command {
        "run" => run::run(),
        "test" => test::test(rest),
        "lint" => lint::lint(),
        "house" => house::tell(),
        "bench" => bench::bench(),
        "fuzz" => fuzz::fuzz(rest),
        "pictures" => run::pictures(rest),
        "check-targets" => targets::check_targets(),
        // Called by the scripts that check-targets makes, not by people.
        "stand-in" => targets::stand_in(rest),
        "needs" => needs::have(&[needs::BUILD, needs::WINDOW, needs::ORACLES]),
        _ => Err(Stop::Usage(USAGE)),
    }
}

/// Tells the person who runs this, on standard error.
fn say(text: &str) {
    // Nothing is left to tell if standard error is closed.
    drop(writeln!(std::io::stderr(), "{text}"));
}
