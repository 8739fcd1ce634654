//! How long a file would take: measured on this machine, once, not guessed; and that in words.

use std::sync::OnceLock;
use std::time::Duration;

use certificate::{Options, ReadError, Work};
use cpu_time::ThreadTime;

/// Rounds that are timed: about a hundredth of a second. Each takes two hashes.
const SAMPLE: u64 = 20_000;

/// How long so many hashes of key derivation take here: measured by the processor's time, so that whatever else the
/// computer does at that moment is not counted.
pub(crate) fn estimate(hashes: u64) -> Duration {
    static OF_SAMPLE: OnceLock<Duration> = OnceLock::new();
    let of_sample = *OF_SAMPLE.get_or_init(|| {
        let began = ThreadTime::now();
        certificate::derive_in_vain(SAMPLE);
        began.elapsed()
    });
    let of_one = u128::from(SAMPLE * 2);
    let nanoseconds = of_sample.as_nanos().saturating_mul(u128::from(hashes)) / of_one;
    Duration::from_nanos(u64::try_from(nanoseconds).unwrap_or(u64::MAX))
}

/// What a file asks of the person who wants it opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patience {
    /// What it asks for and how long that takes, as a sentence.
    pub says: String,
    /// Whether it opens for somebody who waits; else nobody need be offered that.
    pub helps: bool,
}

impl Patience {
    /// What is asked where a file is too slow to be opened unasked; nothing where that is not the matter.
    pub fn asked_by(error: &ReadError) -> Option<Self> {
        let ReadError::TooSlow { work } = error else {
            return None;
        };
        Some(Self {
            says: in_a_sentence(work, estimate(work.hashes)),
            helps: work.is_within(&Options::patient()),
        })
    }
}

fn in_a_sentence(work: &Work, takes: Duration) -> String {
    let rounds = grouped(work.rounds);
    let memory = match work.memory >> 20 {
        0 => String::new(),
        mebibytes => format!(" in {mebibytes} MiB of memory"),
    };
    let takes = in_words(takes.as_secs());
    format!(
        "This file asks for {rounds} rounds of key derivation{memory}: about {takes} on this computer."
    )
}

/// "4 s", "3 min", "5 hours", "12 days".
fn in_words(seconds: u64) -> String {
    const MINUTE: u64 = 60;
    const HOUR: u64 = 60 * MINUTE;
    const DAY: u64 = 24 * HOUR;
    match seconds {
        0..120 => format!("{} s", seconds.max(1)),
        120..7_200 => format!("{} min", seconds / MINUTE),
        7_200..172_800 => format!("{} hours", seconds / HOUR),
        172_800..31_536_000 => format!("{} days", seconds / DAY),
        _ => "a year or longer".to_owned(),
    }
}

/// "10,000,000"
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut shown = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_how_long_a_file_takes_in_words_that_people_use() {
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(10_000_000), "10,000,000");
        for (seconds, words) in [
            (0, "1 s"),
            (119, "119 s"),
            (600, "10 min"),
            (7_200, "2 hours"),
            (361_682, "4 days"),
            (u64::MAX, "a year or longer"),
        ] {
            assert_eq!(in_words(seconds), words);
        }
    }

    #[test]
    fn offers_waiting_only_where_it_helps() {
        let of = |hashes, memory| {
            let work = Work {
                rounds: hashes,
                hashes,
                memory,
            };
            Patience::asked_by(&ReadError::TooSlow { work }).unwrap()
        };
        assert!(of(50_000_000, 0).helps);
        assert!(of(50_000_000, 128 << 20).says.contains("in 128 MiB"));
        assert!(!of(1 << 40, 0).helps);
        assert_eq!(Patience::asked_by(&ReadError::WrongPassword), None);
    }
}
