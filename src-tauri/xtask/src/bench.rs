//! `cargo xtask bench`: the figures that this app promises, measured on this machine.

use crate::needs;
use crate::programs::{cargo, own_program, program, stage};
use crate::ready::ready;
use crate::stop::Stop;

/// Builds what is measured as it is shipped, and measures it.
pub(crate) fn bench() -> Result<(), Stop> {
    ready(&[needs::BUILD, needs::WINDOW])?;
    let shipped = [
        "build",
        "--locked",
        "--profile",
        "measured",
        "--package",
        "reseal",
        "--package",
        "command-line",
        "--package",
        "practice-lab",
        "--features",
        "reseal/custom-protocol",
        "--example",
        "empty_window",
        "--bins",
    ];
    stage("cargo build, optimised", cargo(&shipped))?;
    stage("measuring", program(own_program("measure"), &[]))
}
