//! `cargo xtask run` and `pictures`: the app for a person, or driven where nobody could see it.

use std::env;
use std::path::{Path, PathBuf};

use crate::needs;
use crate::programs::{built, finish, own_program, program, stage};
use crate::ready::ready;
use crate::say;
use crate::stop::Stop;

/// Opens the app on a practice lab; without a display, drives it and leaves pictures.
pub(crate) fn run() -> Result<(), Stop> {
    if !has_display() {
        say("There is no display: a virtual one is used, and pictures are taken of everything.");
        return pictures(&[]);
    }
    ready(&[needs::BUILD])?;
    say("\nReseal opens on a practice lab. Close its window to end both.");
    finish(&mut program(own_program("reseal"), &["--practice-lab"]))
}

/// Drives a whole import rotation through the real window, with a picture of every screen.
pub(crate) fn pictures(words: &[String]) -> Result<(), Stop> {
    if !cfg!(target_os = "linux") {
        let todo = "Windows are driven on Linux only; cargo xtask run opens the app here.";
        return Err(Stop::Missing {
            what: "Linux".to_owned(),
            todo: todo.to_owned(),
        });
    }
    ready(&[needs::BUILD, needs::WINDOW])?;
    let folder = words.first().map_or_else(default_folder, PathBuf::from);
    let tour = program(own_program("tour"), &[&folder.display().to_string()]);
    stage("a whole rotation through the window", tour)
}

fn default_folder() -> PathBuf {
    built().parent().map_or_else(
        || PathBuf::from("pictures"),
        |target| target.join("pictures"),
    )
}

fn has_display() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    let is_set =
        |name| env::var_os(name).is_some_and(|value| !Path::new(&value).as_os_str().is_empty());
    is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
