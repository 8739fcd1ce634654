//! `cargo xtask lint`: everything that can be judged without running it.

use crate::house;
use crate::needs;
use crate::programs::{cargo, npm, stage};
use crate::ready::{EVERYTHING, front_end};
use crate::stop::Stop;

/// Formatting, clippy, documentation, the front end's own checks, and the rules of this house.
pub(crate) fn lint() -> Result<(), Stop> {
    needs::have(&[needs::BUILD])?;
    house::check()?;
    stage("cargo fmt", cargo(&["fmt", "--all", "--check"]))?;
    front_end()?;
    stage("prettier", npm(&["run", "--silent", "format:check"]))?;
    stage("eslint", npm(&["run", "--silent", "lint"]))?;
    stage("svelte-check", npm(&["run", "--silent", "check"]))?;
    let clippy = [
        &["clippy", "--all-targets"],
        EVERYTHING,
        &["--", "-D", "warnings"],
    ]
    .concat();
    stage("clippy", cargo(&clippy))?;
    let mut documentation = cargo(&[&["doc", "--no-deps"], EVERYTHING].concat());
    documentation.env("RUSTDOCFLAGS", "-D warnings");
    stage("documentation", documentation)
}
