//! Reading a journal back: what is whole, what is torn, what is damaged.

use std::path::PathBuf;
use std::{fs, io};

use thiserror::Error;

use super::folder::Paths;
use super::line::{self, HEAD, Link, NO_LINK};
use super::{FORMAT, Guard, RunId};
use crate::event::Record;

/// A journal read back.
#[derive(Debug, Clone)]
pub struct Replay {
    /// The records, in order.
    pub records: Vec<Record>,
    /// The version of the format it is written in.
    pub format: u32,
    /// Whether an append was cut off at its end. Opening for writing sets that end aside.
    pub torn: bool,
    pub(super) good: u64,
    pub(super) last: Link,
}

impl Replay {
    /// Whether a newer Reseal wrote it; such a journal is only read.
    pub fn is_newer(&self) -> bool {
        self.format > FORMAT
    }
}

/// Why a journal cannot be read.
#[derive(Debug, Error)]
pub enum ReadError {
    /// There is none of that name.
    #[error("there is no run named {run}")]
    Missing {
        /// The name.
        run: RunId,
    },
    /// The file cannot be read.
    #[error("failed to read {}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The app ended before the first record was whole: nothing had been done.
    #[error("{} holds no record", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// It cannot be read, and its guard is there: the guarded call may have been sent.
    #[error("a replacement may have been sent, and its record cannot be read")]
    Guarded {
        /// What the guard says.
        guard: Guard,
        /// Why the record cannot be read.
        #[source]
        cause: Box<Self>,
    },
    /// A record in its middle is not as it was written. The file is left as it is.
    #[error("{} is damaged after record {readable}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// How many records before the damage can be read.
        readable: usize,
    },
}

/// Reads a run's journal without touching it.
pub(super) fn read(paths: &Paths, run: &RunId) -> Result<Replay, ReadError> {
    let path = paths.journal();
    match fs::read(&path) {
        Ok(bytes) => replay(&bytes, path),
        Err(source) if source.kind() == io::ErrorKind::NotFound => {
            Err(ReadError::Missing { run: run.clone() })
        }
        Err(source) => Err(ReadError::Unreadable { path, source }),
    }
}

/// Reads the bytes of a journal.
pub(super) fn replay(bytes: &[u8], path: PathBuf) -> Result<Replay, ReadError> {
    let mut replay = Replay {
        records: Vec::new(),
        format: FORMAT,
        torn: false,
        good: 0,
        last: NO_LINK,
    };
    let mut rest = bytes;
    while let Some(taken) = take(&mut replay, rest) {
        rest = rest.get(taken..).unwrap_or_default();
        replay.good += taken as u64;
    }
    replay.torn = !rest.is_empty();
    if replay.torn && !is_torn_append(rest) {
        return Err(ReadError::Damaged {
            path,
            readable: replay.records.len(),
        });
    }
    if replay.records.is_empty() {
        return Err(ReadError::Empty { path });
    }
    Ok(replay)
}

/// Takes the next line into the replay; how many bytes that were, or none if it does not fit.
fn take(replay: &mut Replay, rest: &[u8]) -> Option<usize> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    let text = rest.get(..end)?;
    let line = line::read(text)?;
    let is_next = line.n == replay.records.len() as u64 && line.prev == line::hex(&replay.last);
    if !is_next {
        return None;
    }
    if let Some(format) = line.format {
        replay.format = format;
    }
    replay.last = line::link(text);
    replay.records.push(line.record);
    Some(end + 1)
}

/// Whether this tail can be what a cut-off append leaves: part of a line, or zeroes where the
/// file had grown before its bytes arrived. A whole record inside it, or a whole line without
/// zeroes, had been acknowledged and was damaged later: that is for a person to look at.
fn is_torn_append(tail: &[u8]) -> bool {
    let is_unfinished = !tail.ends_with(b"\n") || tail.contains(&0);
    is_unfinished && !holds_a_record(tail)
}

/// Whether any whole record ends one of these lines. Only the last beginning in a line is tried: no
/// record holds another one's, since quotes in texts are escaped.
fn holds_a_record(bytes: &[u8]) -> bool {
    let lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let mut whole = lines.filter_map(|line| line.strip_suffix(b"\n"));
    whole.any(|line| {
        let start = line.windows(HEAD.len()).rposition(|head| head == HEAD);
        let text = start.and_then(|start| line.get(start..));
        text.is_some_and(|text| line::read(text).is_some())
    })
}
