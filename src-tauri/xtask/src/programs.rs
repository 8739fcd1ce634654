//! Other programs: looking for them, starting them, saying how long they took.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::say;
use crate::stop::Stop;

/// The folder of the repository. Cargo names it when it starts this program: clones that share a folder
/// for what they build share the program as well.
pub(crate) fn root() -> PathBuf {
    let named = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let own = named.unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    own.ancestors().nth(2).unwrap_or(&own).to_owned()
}

/// Where cargo puts what it builds. This program was built there.
pub(crate) fn built() -> PathBuf {
    let own = env::current_exe().unwrap_or_default();
    own.parent().map(Path::to_owned).unwrap_or_default()
}

/// A program of this repository, built.
pub(crate) fn own_program(name: &str) -> PathBuf {
    built().join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// Whether a program of this name can be started.
pub(crate) fn is_on_path(name: &str) -> bool {
    let name = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::var_os("PATH")
        .is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(&name).is_file()))
}

/// Whether a program ends well. Nothing of it is shown.
pub(crate) fn succeeds(program: &str, words: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(words).current_dir(root());
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// What a program prints, if it ends well.
pub(crate) fn output_of(mut command: Command) -> Result<String, Stop> {
    let program = name_of(&command);
    let output = command.stderr(Stdio::inherit()).output();
    let output = output.map_err(|source| Stop::NotStarted {
        program: program.clone(),
        source,
    })?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(Stop::Failed {
            program,
            status: output.status,
        })
    }
}

/// A program, started in the folder of the repository.
pub(crate) fn program(name: impl Into<OsString>, words: &[&str]) -> Command {
    let mut command = Command::new(name.into());
    command.args(words).current_dir(root());
    command
}

/// npm, in the folder of the front end.
pub(crate) fn npm(words: &[&str]) -> Command {
    let mut command = program(if cfg!(windows) { "npm.cmd" } else { "npm" }, words);
    command.current_dir(root().join("ui"));
    command
}

/// The cargo that started this program.
pub(crate) fn cargo(words: &[&str]) -> Command {
    let mut command = program(
        env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
        words,
    );
    forget_package(&mut command);
    command
}

/// Takes away what cargo told this program about its own package, from a program that is cargo or calls it:
/// ring's build script would take that for a change, and everything above it would be built anew.
pub(crate) fn forget_package(command: &mut Command) {
    let about_this =
        |name: &str| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_");
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(about_this) {
            command.env_remove(name);
        }
    }
}

/// Runs a program to its end, under a title, and says how long it took.
#[expect(
    clippy::disallowed_methods,
    reason = "a tool measures by the machine's clock"
)]
pub(crate) fn stage(title: &str, mut command: Command) -> Result<(), Stop> {
    say(&format!("\n--- {title}"));
    let began = Instant::now();
    finish(&mut command)?;
    say(&format!(
        "    {title}: {:.0} s",
        began.elapsed().as_secs_f64()
    ));
    Ok(())
}

/// Runs a program to its end.
pub(crate) fn finish(command: &mut Command) -> Result<(), Stop> {
    let program = name_of(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Stop::Failed { program, status }),
        Err(source) => Err(Stop::NotStarted { program, source }),
    }
}

fn name_of(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args().take(2));
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}
