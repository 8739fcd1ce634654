//! `tour FOLDER`: drives a whole rotation through the real window and leaves pictures in FOLDER.

#[cfg(target_os = "linux")]
mod tour;

use std::process::ExitCode;

#[cfg(target_os = "linux")]
#[tokio::main]
async fn main() -> ExitCode {
    let folder = std::env::args_os()
        .nth(1)
        .unwrap_or_else(|| "pictures".into());
    tour::through(folder.as_ref()).await
}

#[cfg(not(target_os = "linux"))]
fn main() -> ExitCode {
    ExitCode::FAILURE
}
