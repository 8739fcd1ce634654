//! `report`: writes the report of a run as one HTML file.

use std::io;
use std::path::Path;

use rotation::{Engine, Outcome, Problem, RunId};
use serde_json::json;

use crate::console::{Console, text_of};
use crate::wish::Report;

/// Writes it where it was asked for.
pub(crate) fn report(wish: &Report, home: &Path, console: &Console) -> Result<Outcome, Problem> {
    let run: RunId = wish.run.parse().map_err(|error| Problem::from(&error))?;
    let report = Engine::new(home).report(&run)?;
    let file = &wish.html;
    std::fs::write(file, report.html()).map_err(|error| not_written(file, &error))?;
    console.say(&format!("The report of {run} is in {}.", file.display()));
    console.line(&json!({"outcome": Outcome::Done, "run": run, "html": text_of(file)}));
    Ok(Outcome::Done)
}

fn not_written(file: &Path, error: &io::Error) -> Problem {
    let problem = Problem::new(
        "report.not_written",
        format!("The report could not be written to {}.", file.display()),
        "The run and its record are not affected.",
        "Name another file, or free some space and try again.",
    );
    problem.quoting(&error.to_string())
}
