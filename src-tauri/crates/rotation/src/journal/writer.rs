//! Appending to a journal so that an acknowledged record is on the disk.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};

use thiserror::Error;

use super::FORMAT;
use super::line::{self, Link};
use crate::event::Record;

/// Why a record was not appended. Without a record there is no action.
#[derive(Debug, Error)]
pub enum AppendError {
    /// The disk is full, and the reserved space was used already.
    #[error("the disk is full")]
    NoSpace,
    /// The record cannot be written as JSON.
    #[error("failed to encode a record")]
    Encode(#[source] serde_json::Error),
    /// The file cannot be written.
    #[error("failed to write a record")]
    Write(#[source] io::Error),
    /// The system did not confirm that the record is on the disk.
    #[error("failed to make a record durable")]
    Sync(#[source] io::Error),
    /// An earlier failure left the file's end in doubt; it has to be opened again.
    #[error("the journal was given up after an earlier failure")]
    Poisoned,
}

/// What a journal is written to: a file, or in tests a disk that fails when told.
pub(super) trait Medium {
    /// Writes at the end.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Waits until everything written is on the disk.
    fn sync(&mut self) -> io::Result<()>;
    /// Takes back everything after this length.
    fn cut(&mut self, length: u64) -> io::Result<()>;
}

impl Medium for File {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.set_len(length)?;
        self.seek(SeekFrom::Start(length)).map(drop)
    }
}

/// The end of a journal.
#[derive(Debug)]
pub(super) struct Writer<M> {
    medium: M,
    length: u64,
    next: u64,
    last: Link,
    is_poisoned: bool,
}

impl<M: Medium> Writer<M> {
    /// A writer that goes on after `next` records, which take `length` bytes.
    pub(super) fn new(medium: M, length: u64, next: u64, last: Link) -> Self {
        Self {
            medium,
            length,
            next,
            last,
            is_poisoned: false,
        }
    }

    /// Appends a record; when it must be durable, returns only after it is.
    pub(super) fn append(&mut self, record: &Record, durable: bool) -> Result<(), AppendError> {
        if self.is_poisoned {
            return Err(AppendError::Poisoned);
        }
        let line =
            line::write(self.next, self.last, FORMAT, record).map_err(AppendError::Encode)?;
        self.write(&line)?;
        if durable {
            self.sync()?;
        }
        self.next += 1;
        self.length += line.len() as u64;
        self.last = line::link(line.strip_suffix(b"\n").unwrap_or(&line));
        Ok(())
    }

    /// Writes a line, or takes back what was written of it.
    fn write(&mut self, line: &[u8]) -> Result<(), AppendError> {
        let Err(error) = self.medium.append(line) else {
            return Ok(());
        };
        let is_clean = self.medium.cut(self.length).is_ok();
        if is_clean && is_full(&error) {
            return Err(AppendError::NoSpace);
        }
        self.is_poisoned = true;
        Err(AppendError::Write(error))
    }

    /// A failed sync is never repeated: the system may have thrown the bytes away and would
    /// report success the second time.
    fn sync(&mut self) -> Result<(), AppendError> {
        self.medium.sync().map_err(|error| {
            self.is_poisoned = true;
            AppendError::Sync(error)
        })
    }

    #[cfg(test)]
    pub(super) fn medium(&mut self) -> &mut M {
        &mut self.medium
    }
}

/// Whether an error says that the disk, or the account's share of it, is full.
pub(super) fn is_full(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded
    )
}
