//! `cargo xtask bench`: the figures that this app promises, measured on this machine.

use crate::needs;
use crate::programs::{built, cargo, forget_package, own_program, program, stage};
use crate::ready::{EVERYTHING, ready};
use crate::stop::Stop;

/// Builds what is measured as it is shipped, and measures it.
pub(crate) fn bench() -> Result<(), Stop> {
    ready(&[needs::BUILD, needs::WINDOW, needs::ORACLES])?;
    let folder = built().with_file_name("release");
    // One set of words for all of it: with another one, most would be built a second time.
    let shipped = [
        "--release",
        "--bins",
        "--example",
        "empty_window",
        "--example",
        "drag_source",
    ];
    stage(
        "cargo build, optimised",
        cargo(&[&["build"], EVERYTHING, &shipped].concat()),
    )?;
    // These tests count something; they are measured as they are run otherwise.
    let tests = ["--no-run", "--test", "suite"];
    stage(
        "cargo test --no-run",
        cargo(&[&["test"], EVERYTHING, &tests].concat()),
    )?;
    // The window is measured twice: how it is used, in the build that can be driven, by the one
    // beside it; and how fast it starts, in the build that is shipped.
    let mut measure = program(folder.join("measure"), &[&folder.display().to_string()]);
    measure.env("RESEAL_DRIVEN", own_program("reseal"));
    forget_package(&mut measure);
    stage("measuring", measure)
}
