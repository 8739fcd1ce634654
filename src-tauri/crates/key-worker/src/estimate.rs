//! How long a file would take: measured on this machine, once, not guessed.

use std::sync::OnceLock;
use std::time::Duration;

use certificate::{Options, ReadError};
use cpu_time::ThreadTime;
use message::{Argument, Message, message};

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
    /// What it asks for and how long that takes.
    pub asks: Message,
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
            asks: message!(
                "bundle.asks_for",
                work = work.message(),
                takes = about(estimate(work.hashes))
            ),
            helps: work.is_within(&Options::patient()),
        })
    }
}

/// An estimate is told as roughly as it is known.
fn about(takes: Duration) -> Argument {
    const MINUTE: u64 = 60;
    const HOUR: u64 = 60 * MINUTE;
    const DAY: u64 = 24 * HOUR;
    let seconds = takes.as_secs().max(1);
    let of = |unit: u64| Argument::from(Duration::from_secs(seconds / unit * unit));
    match seconds {
        0..120 => of(1),
        120..7_200 => of(MINUTE),
        7_200..172_800 => of(HOUR),
        172_800..31_536_000 => of(DAY),
        _ => message!("bundle.a_year").into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use certificate::Work;

    #[test]
    fn an_estimate_is_as_rough_as_it_is_known() {
        for (seconds, told) in [
            (0, 1),
            (119, 119),
            (601, 600),
            (7_201, 7_200),
            (361_682, 345_600),
        ] {
            assert_eq!(about(Duration::from_secs(seconds)), Argument::Seconds(told));
        }
        assert_eq!(
            about(Duration::from_secs(u64::MAX)),
            message!("bundle.a_year").into()
        );
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
        assert!(!of(1 << 40, 0).helps);
        assert_eq!(Patience::asked_by(&ReadError::WrongPassword), None);
    }
}
