//! `cargo xtask test`: every test of every part, those in the real window included.

use crate::needs;
use crate::programs::{cargo, npm, stage, succeeds};
use crate::ready::{EVERYTHING, ready};
use crate::stop::Stop;

/// Builds everything, tests the front end, then everything in Rust. `words` go to the runner.
pub(crate) fn test(words: &[String]) -> Result<(), Stop> {
    // The runner builds tests but not the app that they drive: that is built here.
    ready(&[needs::BUILD, needs::WINDOW, needs::ORACLES])?;
    stage("front end tests", npm(&["run", "--silent", "test"]))?;
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if succeeds("cargo", &["nextest", "--version"]) {
        let command = [&["nextest", "run"], EVERYTHING, &words].concat();
        stage("cargo nextest run", cargo(&command))
    } else {
        stage(
            "cargo test",
            cargo(&[&["test"], EVERYTHING, &words].concat()),
        )
    }
}
