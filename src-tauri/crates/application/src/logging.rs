//! The log: typed events only, one JSON object a line, in the state folder.
//!
//! There is no way to log a string: a value that is not part of [`Entry`] cannot get in.

use std::{
    fs,
    io::Write as _,
    panic::Location,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use ground::Surroundings;
use serde::Serialize;
use time::OffsetDateTime;

/// A log of this size is set aside, in place of the one set aside before.
const LARGEST: u64 = 1024 * 1024;

/// Where it is, and the clock by which it is dated.
static FILE: OnceLock<(PathBuf, Surroundings)> = OnceLock::new();

/// Everything that is ever logged.
#[derive(Serialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Entry<'a> {
    /// The process began.
    Started {
        /// Its version.
        version: &'a str,
    },
    /// The first screen asked its first question: it can be used.
    FirstScreen {
        /// Milliseconds since the process began.
        after_ms: u64,
    },
    /// A command was answered with a problem; the code alone, not its words.
    Refused {
        /// The code.
        code: &'a str,
    },
    /// A bug.
    Panicked {
        /// The source file.
        file: &'a str,
        /// The line in it.
        line: u32,
    },
}

#[derive(Serialize)]
struct Line<'a> {
    #[serde(with = "time::serde::rfc3339")]
    at: OffsetDateTime,
    #[serde(flatten)]
    entry: Entry<'a>,
}

/// Logs to this folder from here on.
pub fn log_to(home: &Path, surroundings: Surroundings) {
    let file = home.join("reseal.log");
    if fs::metadata(&file).is_ok_and(|log| log.len() > LARGEST) {
        // A log that cannot be set aside goes on growing; that is no reason not to start.
        drop(fs::rename(&file, home.join("reseal.previous.log")));
    }
    drop(FILE.set((file, surroundings)));
}

/// Writes one entry. A log that cannot be written stops nothing.
pub fn log(entry: Entry<'_>) {
    let Some((path, surroundings)) = FILE.get() else {
        return;
    };
    let line = Line {
        at: surroundings.now(),
        entry,
    };
    let Ok(mut text) = serde_json::to_string(&line) else {
        return;
    };
    text.push('\n');
    drop(private_files::append(path).and_then(|mut file| file.write_all(text.as_bytes())));
}

/// The place of a bug, never its message: that could hold a value.
pub fn panicked(place: &Location<'_>) {
    log(Entry::Panicked {
        file: place.file(),
        line: place.line(),
    });
}
