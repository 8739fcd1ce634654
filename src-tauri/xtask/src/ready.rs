//! From a fresh clone to something that can be started: packages, front end, build.

use std::path::Path;
use std::time::SystemTime;

use crate::needs::{self, Need};
use crate::programs::{cargo, npm, root, stage};
use crate::stop::Stop;

/// Everything is built with the same words, so that nothing is built twice.
pub(crate) const EVERYTHING: &[&str] = &[
    "--workspace",
    "--locked",
    "--features",
    "reseal/custom-protocol",
];

/// Meets the needs and builds everything.
pub(crate) fn ready(groups: &[&[Need]]) -> Result<(), Stop> {
    needs::have(groups)?;
    front_end()?;
    stage("cargo build", cargo(&[&["build"], EVERYTHING].concat()))
}

/// Installs the front end's packages where the lock file is newer, and builds it.
pub(crate) fn front_end() -> Result<(), Stop> {
    front_end_packages()?;
    stage("npm run build", npm(&["run", "--silent", "build"]))
}

/// Installs the front end's packages where the lock file is newer than what is installed.
pub(crate) fn front_end_packages() -> Result<(), Stop> {
    let ui = root().join("ui");
    let locked = changed(&ui.join("package-lock.json"));
    if locked <= changed(&ui.join("node_modules/.package-lock.json")) {
        return Ok(());
    }
    stage(
        "npm ci",
        npm(&["ci", "--ignore-scripts", "--no-audit", "--no-fund"]),
    )
}

fn changed(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|file| file.modified()).ok()
}
