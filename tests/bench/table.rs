//! The table: what was measured, the bar, and whether it was met.

use std::error::Error;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use crate::{doctor, dropped, effort, engine, first_screen, held_up, told};

/// Whatever keeps a figure from being measured.
pub(crate) type Measured<T> = Result<T, Box<dyn Error>>;

/// One line of the table.
pub(crate) struct Figure {
    /// What was measured.
    pub(crate) what: String,
    /// The figure in words.
    pub(crate) is: String,
    /// The bar in words.
    pub(crate) bar: String,
    /// Whether it was met.
    pub(crate) is_met: bool,
}

impl Figure {
    /// A figure that must not be above its bar.
    pub(crate) fn at_most(what: impl Into<String>, is: f64, bar: f64, unit: &str) -> Self {
        Self {
            what: what.into(),
            is: format!("{is:.2}{unit}"),
            bar: format!("≤ {bar:.2}{unit}"),
            is_met: is <= bar,
        }
    }
}

/// The middle one of several measurements.
pub(crate) fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Measures everything and prints the table. Fails where a bar is missed.
pub(crate) async fn print(programs: &Path) -> ExitCode {
    let mut is_met = true;
    say(&format!("{:<72} {:>16} {:>16}", "", "measured", "bar"));
    for figures in [
        doctor::measure(programs),
        told::measure(),
        dropped::measure(programs).await,
        held_up::measure().await,
        effort::measure().await,
        engine::measure(programs).await,
        first_screen::measure(programs),
    ] {
        match figures {
            Ok(figures) => is_met &= figures.iter().map(tell).fold(true, |all, one| all & one),
            Err(why) => {
                say(&format!("not measured: {}", with_causes(&*why)));
                is_met = false;
            }
        }
    }
    if is_met {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn tell(figure: &Figure) -> bool {
    let Figure {
        what,
        is,
        bar,
        is_met,
    } = figure;
    let missed = if *is_met { "" } else { "  missed" };
    say(&format!("{what:<72} {is:>16} {bar:>16}{missed}"));
    *is_met
}

fn with_causes(why: &dyn Error) -> String {
    let mut text = why.to_string();
    let mut cause = why.source();
    while let Some(deeper) = cause {
        text.push_str(&format!(": {deeper}"));
        cause = deeper.source();
    }
    text
}

fn say(text: &str) {
    // Nothing is left to tell if standard output is closed.
    drop(writeln!(std::io::stdout(), "{text}"));
}
