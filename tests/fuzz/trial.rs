//! One input and what it cost; all of them in one row.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::Duration;

use cpu_time::ThreadTime;

use crate::MEMORY;
use crate::readers::Reader;

/// The bars: above them, an input is kept and the run fails.
const LONGEST: Duration = Duration::from_secs(1);
const MOST: usize = 64 << 20;

/// What one input did.
pub(crate) struct Trial {
    /// How long the processor worked on it; a busy machine does not count.
    pub(crate) took: Duration,
    peak: usize,
    has_panicked: bool,
    is_accepted: bool,
}

impl Trial {
    /// Hands the input to the reader.
    pub(crate) fn of(reader: &Reader, bytes: &[u8], password: Option<&str>) -> Self {
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let began = ThreadTime::now();
        let read = catch_unwind(AssertUnwindSafe(|| (reader.read)(bytes, password)));
        Self {
            took: began.elapsed(),
            peak: MEMORY.peak_usage().saturating_sub(before),
            has_panicked: read.is_err(),
            is_accepted: read.unwrap_or(false),
        }
    }

    /// The bar that this input breaks.
    pub(crate) fn breach(&self) -> Option<&'static str> {
        if self.has_panicked {
            Some("panic")
        } else if self.took > LONGEST {
            Some("slow")
        } else {
            (self.peak > MOST).then_some("memory")
        }
    }
}

/// All inputs of one reader.
#[derive(Default)]
pub(crate) struct Tally {
    /// How many inputs there were.
    pub(crate) inputs: u64,
    /// The inputs that broke a bar.
    pub(crate) kept: Vec<PathBuf>,
    accepted: u64,
    panics: u64,
    breaches: u64,
    slowest: Duration,
    peak: usize,
    took: Duration,
}

/// What stands above the rows.
pub(crate) const TITLES: Titles = Titles;

/// The first line of the table.
pub(crate) struct Titles;

impl fmt::Display for Titles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [inputs, pace, accepted, panics] = ["inputs", "inputs/s", "accepted", "panics"];
        let [slowest, peak] = ["slowest (≤ 1 s)", "peak (≤ 64 MiB)"];
        write!(
            f,
            "{:<12} {inputs:>10} {pace:>9} {accepted:>9} {panics:>7} {slowest:>16} {peak:>16}",
            "reader"
        )
    }
}

impl Tally {
    /// Counts one more.
    pub(crate) fn take(&mut self, trial: &Trial, so_far: Duration) {
        self.inputs += 1;
        self.accepted += u64::from(trial.is_accepted);
        self.panics += u64::from(trial.has_panicked);
        self.breaches += u64::from(trial.breach().is_some());
        self.slowest = self.slowest.max(trial.took);
        self.peak = self.peak.max(trial.peak);
        self.took = so_far;
    }

    /// Whether every bar was kept.
    pub(crate) const fn is_good(&self) -> bool {
        self.breaches == 0
    }

    /// The row of the table.
    #[expect(clippy::cast_precision_loss, reason = "figures for people")]
    pub(crate) fn row(&self, name: &str) -> String {
        let pace = self.inputs as f64 / self.took.as_secs_f64();
        let accepted = format!("{:.1} %", self.accepted as f64 * 100.0 / self.inputs as f64);
        let slowest = format!("{:.1} ms", self.slowest.as_secs_f64() * 1_000.0);
        let peak = format!("{:.2} MiB", self.peak as f64 / f64::from(1 << 20));
        let (inputs, panics) = (self.inputs, self.panics);
        format!(
            "{name:<12} {inputs:>10} {pace:>9.0} {accepted:>9} {panics:>7} {slowest:>16} {peak:>16}"
        )
    }
}
