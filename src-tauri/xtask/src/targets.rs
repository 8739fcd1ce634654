//! `cargo xtask check-targets`: type-checks everything for the systems that this machine is not.
//!
//! Checking needs no linker and no C code of the target, but build scripts insist on compiling some.
//! So stand-ins take the place of their compilers: they write empty files and say that all is well.
//! What is checked is every line of Rust, keyrings and dialogs of those systems included.

mod stand_in;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::needs;
use crate::programs::{built, cargo, program, stage};
use crate::ready::{EVERYTHING, front_end};
use crate::stop::Stop;

pub(crate) use stand_in::stand_in;

/// Windows with both of its tool chains, and macOS.
const TARGETS: [&str; 3] = [
    "x86_64-pc-windows-gnu",
    "x86_64-pc-windows-msvc",
    "aarch64-apple-darwin",
];

/// Names under which build scripts look for tools of those systems.
const TOOLS: [&str; 6] = [
    "x86_64-w64-mingw32-gcc",
    "x86_64-w64-mingw32-ar",
    "x86_64-w64-mingw32-windres",
    "llvm-rc",
    "stand-in-cc",
    "stand-in-ar",
];

/// Checks each target, tests included.
pub(crate) fn check_targets() -> Result<(), Stop> {
    if !cfg!(unix) {
        let todo = "On Windows, cargo check --workspace checks what runs there.".to_owned();
        return Err(Stop::Missing {
            what: "a Unix shell".to_owned(),
            todo,
        });
    }
    needs::have(&[needs::BUILD])?;
    front_end()?;
    stage(
        "rustup target add",
        program("rustup", &[&["target", "add"], &TARGETS[..]].concat()),
    )?;
    let tools = make_stand_ins()?;
    for target in TARGETS {
        check(target, &tools)?;
    }
    Ok(())
}

fn check(target: &str, tools: &Path) -> Result<(), Stop> {
    let words = [&["check", "--target", target, "--all-targets"], EVERYTHING].concat();
    let mut command = cargo(&words);
    let suffix = target.replace('-', "_");
    command.env(format!("CC_{suffix}"), tools.join("stand-in-cc"));
    command.env(format!("CXX_{suffix}"), tools.join("stand-in-cc"));
    command.env(format!("AR_{suffix}"), tools.join("stand-in-ar"));
    // Where a build script would ask Xcode for the system's headers.
    command.env("SDKROOT", tools);
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(tools.to_owned()).chain(env::split_paths(&path));
    if let Ok(path) = env::join_paths(folders) {
        command.env("PATH", path);
    }
    stage(&format!("cargo check for {target}"), command)
}

/// Scripts that hand over to this program.
fn make_stand_ins() -> Result<PathBuf, Stop> {
    let folder = built().join("stand-ins");
    let failed = |source| Stop::File {
        path: folder.display().to_string(),
        source,
    };
    fs::create_dir_all(&folder).map_err(failed)?;
    let own = env::current_exe().map_err(failed)?;
    for tool in TOOLS {
        let script = format!("#!/bin/sh\nexec '{}' stand-in \"$@\"\n", own.display());
        let path = folder.join(tool);
        fs::write(&path, script).map_err(failed)?;
        make_executable(&path).map_err(failed)?;
    }
    Ok(folder)
}

#[cfg(unix)]
fn make_executable(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn make_executable(_path: &Path) -> std::io::Result<()> {
    Ok(())
}
