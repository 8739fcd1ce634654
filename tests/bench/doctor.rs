//! What is said of files: hostile ones, and how long one takes beside openssl.

mod beside_openssl;
mod hostile;
mod matrix;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::table::{Figure, Measured};
pub(crate) use beside_openssl::export;
pub(crate) use hostile::{LARGE, files as hostile_files};

/// Hostile files and the ratio to openssl, through the program that is shipped.
pub(crate) fn measure(programs: &Path) -> Measured<Vec<Figure>> {
    let program = programs.join("reseal-cli");
    let scratch = std::env::temp_dir().join(format!("reseal-doctor-{}", std::process::id()));
    fs::create_dir_all(&scratch)?;
    let figures = all(&program, &scratch);
    fs::remove_dir_all(&scratch)?;
    figures
}

fn all(program: &Path, scratch: &Path) -> Measured<Vec<Figure>> {
    let mut figures = hostile::measure(program, scratch)?;
    for rounds in [2_000, 100_000, 600_000] {
        figures.push(beside_openssl::beside_openssl(program, scratch, rounds)?);
    }
    Ok(figures)
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/keystores")
}

/// How long the whole process takes, and whether it opened the file.
fn look(program: &Path, file: &Path, password: &str) -> Measured<(Duration, bool)> {
    let began = Instant::now();
    let output = start(program, file, password)?.wait_with_output()?;
    let took = began.elapsed();
    let line: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    let answer = line.get("answer");
    Ok((took, answer.is_some_and(|answer| answer == "opened")))
}

/// Starts the program on a file, with its password.
fn start(program: &Path, file: &Path, password: &str) -> Measured<Child> {
    let mut command = Command::new(program);
    command.arg("doctor").arg(file);
    command.args(["--json", "--secrets-stdin"]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = command.spawn()?;
    let mut given = child.stdin.take().ok_or("no standard input")?;
    let secrets = serde_json::json!({ "bundle": password }).to_string();
    given.write_all(secrets.as_bytes())?;
    Ok(child)
}
