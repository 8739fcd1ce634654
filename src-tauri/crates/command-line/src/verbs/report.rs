//! `report`: writes the report of a run as one HTML file.

use std::path::Path;

use ground::Surroundings;
use rotation::{Engine, Outcome, Problem, RunId};
use serde_json::json;

use crate::console::{Console, text_of};
use crate::make;
use crate::wish::Report;

/// Writes it where it was asked for.
pub(crate) fn report(
    wish: &Report,
    home: &Path,
    console: &Console,
    surroundings: Surroundings,
) -> Result<Outcome, Problem> {
    let run: RunId = wish.run.parse().map_err(|error| Problem::from(&error))?;
    let report = Engine::new(home, surroundings).report(&run)?;
    let file = &wish.html;
    make::write(file, report.html().as_bytes())?;
    console.say(&format!("The report of {run} is in {}.", file.display()));
    console.line(&json!({"outcome": Outcome::Done, "run": run, "html": text_of(file)}));
    Ok(Outcome::Done)
}
