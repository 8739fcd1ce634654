//! `measure FOLDER`: the figures that this app promises, as ratios in one run. FOLDER holds the
//! optimised programs that are measured.
#![expect(clippy::disallowed_methods, reason = "tests read the machine's clock")]

#[cfg(target_os = "linux")]
mod doctor;
#[cfg(target_os = "linux")]
mod dropped;
#[cfg(target_os = "linux")]
mod effort;
#[cfg(target_os = "linux")]
mod engine;
#[cfg(target_os = "linux")]
mod first_screen;
#[cfg(target_os = "linux")]
mod held_up;
#[cfg(target_os = "linux")]
mod process;
#[cfg(target_os = "linux")]
mod screen;
#[cfg(target_os = "linux")]
mod table;
#[cfg(target_os = "linux")]
mod told;

use std::process::ExitCode;

#[cfg(target_os = "linux")]
#[tokio::main]
async fn main() -> ExitCode {
    let folder = std::env::args_os()
        .nth(1)
        .unwrap_or_else(|| "target/release".into());
    table::print(folder.as_ref()).await
}

#[cfg(not(target_os = "linux"))]
fn main() -> ExitCode {
    ExitCode::FAILURE
}
