//! The guard of a run: what is known of the one call that must never be repeated blindly, when the journal
//! cannot be read any more.
//!
//! A line is added and synced before each such call. It names the site, so that a new run there finds it.
//! The mark is never taken away; a later line says that the doubt behind it is over.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::folder;
use crate::event::Guarded;

/// A line of a guard.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
enum Line {
    Guarded(Guarded),
    Settled {
        by: String,
        #[serde(with = "time::serde::rfc3339")]
        at: OffsetDateTime,
    },
}

/// What a run's guard says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guard {
    /// There is none: the call was never about to be sent.
    Absent,
    /// The call may have been sent. What it was is told where that can be read.
    Standing(Vec<Guarded>),
    /// It may have been sent, and a later run at the site has settled what became of it.
    Settled(Vec<Guarded>),
}

impl Guard {
    /// Every call that may have been sent, the last one last; empty where none can be read.
    pub fn calls(&self) -> &[Guarded] {
        match self {
            Self::Absent => &[],
            Self::Standing(calls) | Self::Settled(calls) => calls,
        }
    }

    /// Whether the call of this operation was certainly never sent.
    pub(crate) fn excludes(&self, operation: &str) -> bool {
        match self {
            Self::Absent => true,
            // Not a line of it can be read: doubt never allows sending again.
            Self::Standing(calls) | Self::Settled(calls) if calls.is_empty() => false,
            Self::Standing(calls) | Self::Settled(calls) => {
                !calls.iter().any(|call| call.operation == operation)
            }
        }
    }
}

/// Reads a guard. One that cannot be read stands.
pub(super) fn read(path: &Path) -> Guard {
    let text = match fs::read(path) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Guard::Absent,
        Err(_) => return Guard::Standing(Vec::new()),
    };
    let (mut calls, mut is_settled) = (Vec::new(), false);
    for line in text.lines() {
        is_settled = false;
        match serde_json::from_str(line) {
            Ok(Line::Guarded(call)) => calls.push(call),
            Ok(Line::Settled { .. }) => is_settled = true,
            Err(_) => {}
        }
    }
    if is_settled {
        Guard::Settled(calls)
    } else {
        Guard::Standing(calls)
    }
}

/// Adds the call that is about to be sent.
pub(super) fn place(path: &Path, call: &Guarded) -> io::Result<()> {
    add(path, &Line::Guarded(call.clone()))
}

/// Adds that a later run has settled what became of the calls before.
pub(super) fn settle(path: &Path, by: &str, at: OffsetDateTime) -> io::Result<()> {
    let by = by.to_owned();
    add(path, &Line::Settled { by, at })
}

fn add(path: &Path, line: &Line) -> io::Result<()> {
    let words = serde_json::to_string(line)?;
    let mut file = folder::private().create(true).append(true).open(path)?;
    file.write_all(format!("{words}\n").as_bytes())?;
    file.sync_all()
}
