//! `cargo xtask bench`: the figures that this app promises, measured on this machine.

use crate::needs;
use crate::programs::{built, cargo, own_program, program, stage};
use crate::ready::ready;
use crate::stop::Stop;

/// Builds what is measured as it is shipped, and measures it.
pub(crate) fn bench() -> Result<(), Stop> {
    ready(&[needs::BUILD, needs::WINDOW])?;
    let folder = built().with_file_name("measured");
    let shipped = ["build", "--locked", "--profile", "measured"];
    let programs = [
        "--package",
        "command-line",
        "--package",
        "end-to-end",
        "--bins",
    ];
    stage(
        "cargo build, optimised",
        cargo(&[&shipped[..], &programs].concat()),
    )?;
    let window = [
        "--package",
        "reseal",
        "--bin",
        "reseal",
        "--example",
        "empty_window",
    ];
    let features = ["--features", "reseal/custom-protocol"];
    stage(
        "cargo build, optimised",
        cargo(&[&shipped[..], &window, &features].concat()),
    )?;
    // The window is measured twice: how it is used, in the build that can be driven, by the one
    // beside it; and how fast it starts, in the build that is shipped.
    let mut measure = program(folder.join("measure"), &[&folder.display().to_string()]);
    measure.env("RESEAL_DRIVEN", own_program("reseal"));
    stage("measuring", measure)
}
