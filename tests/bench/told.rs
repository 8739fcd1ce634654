//! Figures that the tests of other crates count because they assert them.

use std::process::Command;

use crate::table::{Figure, Measured};

/// The tests, by parts of their names, and how many figures they tell.
const TESTS: [&str; 2] = ["answers_every", "written::"];
const FIGURES: usize = 11;

/// Runs the tests and collects what they tell, each on a line that begins with `figure`.
pub(crate) fn measure() -> Measured<Vec<Figure>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        // The words of `cargo xtask`: with others it would be built anew.
        .args(["test", "--quiet", "--workspace", "--locked", "--features"])
        .args(["reseal/custom-protocol", "--test", "suite", "--"])
        .args(TESTS)
        .arg("--nocapture")
        .output()?;
    let told = String::from_utf8_lossy(&output.stdout);
    let figures: Vec<Figure> = told.lines().filter_map(figure).collect();
    if figures.len() < FIGURES {
        let why = String::from_utf8_lossy(&output.stderr);
        let count = figures.len();
        return Err(format!("{count} of {FIGURES} figures of the tests: {told}{why}").into());
    }
    Ok(figures)
}

/// The figure in a line. A test's name may stand before it.
fn figure(line: &str) -> Option<Figure> {
    let (_, told) = line.split_once("figure\t")?;
    let mut parts = told.split('\t').map(str::to_owned);
    Some(Figure {
        what: parts.next()?,
        is: parts.next()?,
        bar: parts.next()?,
        is_met: parts.next()? == "true",
    })
}
