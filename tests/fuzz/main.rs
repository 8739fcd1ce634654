//! `fuzz MINUTES [READER]`: feeds altered files to everything here that reads what others wrote, and
//! fails on a panic, a slow answer or much memory. `fuzz again READER FILE` repeats one input.
//! `docs/decisions/fuzzing.md` says why this is not cargo-fuzz.
#![expect(clippy::disallowed_methods, reason = "tests read the machine's clock")]

mod corpus;
mod mutator;
mod readers;
mod tlv;
mod trial;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use peak_alloc::PeakAlloc;

use mutator::{Dice, mutated};
use readers::Reader;
use trial::{Tally, Trial};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const USAGE: &str = "fuzz MINUTES [READER]\nfuzz again READER FILE\n\nreaders:";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let all = readers::all();
    let of = |name: &str| all.iter().find(|reader| reader.name == name);
    let code = match words.as_slice() {
        ["again", name, file] => of(name).map_or_else(|| usage(&all), |one| again(one, file)),
        [minutes] => minutes_of(minutes).map_or_else(|| usage(&all), |time| fuzz(&all, time)),
        [minutes, name] => match (minutes_of(minutes), of(name)) {
            (Some(time), Some(one)) => fuzz(std::slice::from_ref(one), time),
            _ => usage(&all),
        },
        _ => usage(&all),
    };
    readers::tidy();
    code
}

fn minutes_of(word: &str) -> Option<Duration> {
    let minutes: f64 = word.parse().ok()?;
    Duration::try_from_secs_f64(minutes * 60.0).ok()
}

fn usage(all: &[Reader]) -> ExitCode {
    say(USAGE);
    all.iter()
        .for_each(|reader| say(&format!("  {}", reader.name)));
    ExitCode::FAILURE
}

/// So much time for each reader; a table at the end of each.
fn fuzz(readers: &[Reader], time: Duration) -> ExitCode {
    // A panic is counted and its input kept: its words are told then, and only once.
    std::panic::set_hook(Box::new(|_| {}));
    say(&trial::TITLES.to_string());
    let mut is_good = true;
    for reader in readers {
        let tally = feed(reader, time);
        say(&tally.row(reader.name));
        for saved in &tally.kept {
            say(&format!("  kept: {}", saved.display()));
        }
        is_good &= tally.is_good() && tally.inputs > 0;
    }
    if is_good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn feed(reader: &Reader, time: Duration) -> Tally {
    let seeds = (reader.seeds)();
    let mut tally = Tally::default();
    // Another run tries other inputs.
    let first = u64::from(std::process::id()) << 32;
    let began = Instant::now();
    while began.elapsed() < time {
        let mut dice = Dice::of(first + tally.inputs);
        let (Some(seed), Some(other)) = (dice.pick(&seeds), dice.pick(&seeds)) else {
            break;
        };
        let mut bytes = mutated(&seed.bytes, &other.bytes, seed.is_text, &mut dice);
        if let Some(seal) = reader.seal {
            seal(&mut bytes, &mut dice);
        }
        let trial = Trial::of(reader, &bytes, seed.password.as_deref());
        if let Some(what) = trial.breach() {
            tally.kept.extend(keep(reader, what, &bytes, &tally));
        }
        tally.take(&trial, began.elapsed());
    }
    tally
}

/// Leaves an input beside what is built, for `again`. A handful of each reader says it all.
fn keep(reader: &Reader, what: &str, bytes: &[u8], tally: &Tally) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/fuzz");
    let file = folder.join(format!("{}-{what}-{}", reader.name, tally.kept.len()));
    let is_wanted = tally.kept.len() < 10;
    let kept = is_wanted && std::fs::create_dir_all(&folder).is_ok();
    (kept && std::fs::write(&file, bytes).is_ok()).then_some(file)
}

/// One input again, with the panic's own words.
fn again(reader: &Reader, file: &str) -> ExitCode {
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(why) => {
            say(&format!("{file}: {why}"));
            return ExitCode::FAILURE;
        }
    };
    let passwords = (reader.seeds)().into_iter().map(|seed| seed.password);
    let mut passwords: Vec<_> = passwords.collect();
    passwords.sort();
    passwords.dedup();
    let mut tally = Tally::default();
    for password in passwords {
        let trial = Trial::of(reader, &bytes, password.as_deref());
        tally.take(&trial, trial.took);
    }
    say(&trial::TITLES.to_string());
    say(&tally.row(reader.name));
    if tally.is_good() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn say(text: &str) {
    // Nothing is left to tell if standard output is closed.
    drop(writeln!(std::io::stdout(), "{text}"));
}
