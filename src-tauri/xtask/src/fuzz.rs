//! `cargo xtask fuzz`: altered files for everything that reads what others wrote.

use crate::programs::{cargo, finish, own_program, program, stage};
use crate::stop::Stop;

/// The program and nothing else: it needs neither the window nor the front end.
const BUILD: [&str; 6] = [
    "build",
    "--locked",
    "--package",
    "end-to-end",
    "--bin",
    "fuzz",
];

/// Builds the program in the development profile, whose arithmetic is checked and whose panics can be
/// counted, and hands it the words.
pub(crate) fn fuzz(words: &[String]) -> Result<(), Stop> {
    stage("cargo build", cargo(&BUILD))?;
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    finish(&mut program(own_program("fuzz"), &words))
}
