//! How long a file would take: measured on this machine, once, not guessed.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// Rounds that are timed: about a hundredth of a second.
const SAMPLE: u64 = 20_000;

/// How long so many rounds of key derivation (PBKDF2 with HMAC-SHA-256, the usual one) take here.
pub fn estimate(rounds: u64) -> Duration {
    static OF_SAMPLE: OnceLock<Duration> = OnceLock::new();
    let of_sample = *OF_SAMPLE.get_or_init(|| {
        let began = Instant::now();
        certificate::derive_in_vain(SAMPLE);
        began.elapsed()
    });
    let nanoseconds = of_sample.as_nanos().saturating_mul(u128::from(rounds)) / u128::from(SAMPLE);
    Duration::from_nanos(u64::try_from(nanoseconds).unwrap_or(u64::MAX))
}
