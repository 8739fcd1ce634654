//! The record of a run: an append-only file that survives whatever ends the app.
//!
//! One file of JSON lines per run (`docs/decisions/journal.md`). A record is on the disk before
//! anything is done because of it. Beside the journal lie the run's lock, its guard (its existence
//! forbids sending the guarded call again unasked) and its ballast (space for the last records
//! of a run on a full disk). No secret is ever written: no event has a place for one.

use std::fs::{self, File};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;

use time::OffsetDateTime;

use crate::event::{Event, Guarded, Record};
use folder::Paths;
use lock::Lock;
use writer::{Medium, Writer};

mod error;
mod folder;
mod guard;
mod line;
mod lock;
mod problem;
mod replay;
mod run_id;
mod salvage;
mod writer;

pub use error::{CreateError, OpenError};
pub use guard::Guard;
pub use lock::{LockError, Owner};
pub use replay::{ReadError, Replay};
pub use run_id::{ParseRunIdError, RunId};
pub use salvage::{Salvage, salvage};
pub use writer::AppendError;

/// The version of the format that is written. Readers accept every older one.
pub const FORMAT: u32 = 1;

/// The space kept for a run's last records, in bytes.
const BALLAST: usize = 1 << 20;

/// A run's journal, open for writing. Nobody else can open it while this lives.
#[derive(Debug)]
pub struct Journal {
    run: RunId,
    paths: Paths,
    writer: Writer<File>,
    _run_lock: Lock,
    _site_lock: Lock,
}

/// Reads a run's journal without locking or touching it.
pub fn read(home: &Path, run: &RunId) -> Result<Replay, ReadError> {
    let paths = Paths::new(home, run);
    replay::read(&paths, run).map_err(|error| match guard::read(&paths.guard()) {
        Guard::Absent => error,
        guard @ (Guard::Standing(_) | Guard::Settled(_)) => ReadError::Guarded {
            guard,
            cause: Box::new(error),
        },
    })
}

/// Every run that has a journal, or a guard whose journal is lost, newest first.
pub fn list(home: &Path) -> io::Result<Vec<RunId>> {
    folder::list(home)
}

/// Whether somebody works on this run at this moment, in this process or another.
pub fn is_worked_on(home: &Path, run: &RunId) -> bool {
    lock::is_held(&Paths::new(home, run).lock())
}

/// What the guard of this run says.
pub fn guard(home: &Path, run: &RunId) -> Guard {
    guard::read(&Paths::new(home, run).guard())
}

/// Removes everything that was kept of a run, unless somebody works on it. The journal goes last: a
/// run that was removed in part is still listed, and removed by the next try.
pub fn remove(home: &Path, run: &RunId, owner: &Owner) -> io::Result<()> {
    let paths = Paths::new(home, run);
    let lock = Lock::take(&paths.lock(), owner).map_err(io::Error::other)?;
    for other in paths.beside_the_journal()? {
        fs::remove_file(other)?;
    }
    fs::remove_file(paths.journal())?;
    drop(lock);
    fs::remove_file(paths.lock())
}

impl Journal {
    /// Begins the journal of a run of the site at `address`. The first record to append is
    /// `RunStarted`.
    pub fn create(
        home: &Path,
        site: &str,
        address: &str,
        owner: &Owner,
        now: OffsetDateTime,
    ) -> Result<Self, CreateError> {
        let unavailable = |source| unavailable(home, source);
        folder::prepare(home).map_err(unavailable)?;
        let site_lock = Lock::take(&folder::site_lock(home, address), owner)
            .map_err(|source| not_locked(home, address, source))?;
        let (run, run_lock, file) = claim(home, site, owner, now)?;
        let paths = Paths::new(home, &run);
        reserve(&paths).map_err(|source| {
            // Nothing was recorded: a run that cannot begin leaves no trace.
            drop(fs::remove_file(paths.journal()));
            unavailable(source)
        })?;
        folder::sync(paths.folder()).map_err(unavailable)?;
        let writer = Writer::new(file, 0, 0, line::NO_LINK);
        Ok(Self {
            run,
            paths,
            writer,
            _run_lock: run_lock,
            _site_lock: site_lock,
        })
    }

    /// Opens the journal of an earlier run to go on with it, and reads it back. A torn end is
    /// copied aside and cut off.
    pub fn open(home: &Path, run: &RunId, owner: &Owner) -> Result<(Self, Replay), OpenError> {
        let paths = Paths::new(home, run);
        let not_locked = |source| match source {
            LockError::Held { .. } => OpenError::Busy {
                run: run.clone(),
                source,
            },
            LockError::Unavailable { .. } => OpenError::Unlockable {
                run: run.clone(),
                source,
            },
        };
        // Reading comes first, so that a name without a run leaves no lock file behind.
        read(home, run).map_err(|source| OpenError::Read {
            run: run.clone(),
            source,
        })?;
        let run_lock = Lock::take(&paths.lock(), owner).map_err(not_locked)?;
        let replay = read(home, run).map_err(|source| OpenError::Read {
            run: run.clone(),
            source,
        })?;
        if replay.is_newer() {
            return Err(OpenError::Newer {
                run: run.clone(),
                format: replay.format,
            });
        }
        let address = address_of(&replay).unwrap_or_else(|| run.as_str());
        let site_lock = Lock::take(&folder::site_lock(home, address), owner).map_err(not_locked)?;
        let file = mend(&paths, &replay).map_err(|source| OpenError::Repair {
            run: run.clone(),
            source,
        })?;
        // A run that goes on must be able to on a full disk: the reserve is taken if it can be.
        drop(reserve(&paths));
        let writer = Writer::new(file, replay.good, replay.records.len() as u64, replay.last);
        let journal = Self {
            run: run.clone(),
            paths,
            writer,
            _run_lock: run_lock,
            _site_lock: site_lock,
        };
        Ok((journal, replay))
    }

    /// The run's name.
    pub fn run(&self) -> &RunId {
        &self.run
    }

    /// Appends an event. It is on the disk when this returns; blocks until then.
    pub fn append(&mut self, event: Event, now: OffsetDateTime) -> Result<Record, AppendError> {
        self.write(Record { at: now, event }, true)
    }

    /// Appends an event that only shows progress: it is on the disk with the next durable one.
    pub fn append_lazily(
        &mut self,
        event: Event,
        now: OffsetDateTime,
    ) -> Result<Record, AppendError> {
        self.write(Record { at: now, event }, false)
    }

    /// Marks that the guarded call is about to be sent. The mark is never taken away once it is
    /// made; it lies in a file of its own so that damage to the journal cannot hide it.
    pub fn place_guard(&self, call: &Guarded) -> Result<(), AppendError> {
        let path = self.paths.guard();
        let is_first = matches!(path.try_exists(), Ok(false));
        guard::place(&path, call)
            .and_then(|()| folder::sync(self.paths.folder()))
            .map_err(|error| {
                if is_first {
                    // Without a guard nothing is sent, so half a guard must not say otherwise.
                    drop(fs::remove_file(&path));
                }
                if writer::is_full(&error) {
                    AppendError::NoSpace
                } else {
                    AppendError::Write(error)
                }
            })
    }

    /// Notes beside the record of an earlier run that this one has settled what became of its guarded call.
    pub fn settle(&self, earlier: &RunId, now: OffsetDateTime) -> io::Result<()> {
        let paths = self.paths.of(earlier);
        guard::settle(&paths.guard(), self.run.as_str(), now)?;
        folder::sync(paths.folder())
    }

    /// What the run's guard says.
    pub fn guard(&self) -> Guard {
        guard::read(&self.paths.guard())
    }

    fn write(&mut self, record: Record, durable: bool) -> Result<Record, AppendError> {
        write_on_ballast(&mut self.writer, &self.paths.ballast(), &record, durable)?;
        if matches!(record.event, Event::RunFinished { .. }) {
            // The run needs its reserve no more; a failure to remove it costs a mebibyte.
            drop(fs::remove_file(self.paths.ballast()));
        }
        Ok(record)
    }
}

/// Writes a record, on the reserved space when there is no other.
fn write_on_ballast<M: Medium>(
    writer: &mut Writer<M>,
    ballast: &Path,
    record: &Record,
    durable: bool,
) -> Result<(), AppendError> {
    match writer.append(record, durable) {
        Err(AppendError::NoSpace) if fs::remove_file(ballast).is_ok() => {
            writer.append(record, durable)
        }
        other => other,
    }
}

/// Finds a free name, locks it and makes its file.
fn claim(
    home: &Path,
    site: &str,
    owner: &Owner,
    now: OffsetDateTime,
) -> Result<(RunId, Lock, File), CreateError> {
    for nth in 0.. {
        let run = RunId::new(now, site, nth);
        let paths = Paths::new(home, &run);
        // A name that is locked, or has a journal, belongs to another run of the same minute.
        let lock = match Lock::take(&paths.lock(), owner) {
            Err(LockError::Held { .. }) => continue,
            Err(LockError::Unavailable { source, .. }) => return Err(unavailable(home, source)),
            Ok(lock) => lock,
        };
        if paths.guard().exists() {
            // A run of this minute lost its journal; its name stays its own.
            continue;
        }
        match folder::private().create_new(true).open(paths.journal()) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(unavailable(home, error)),
            Ok(file) => return Ok((run, lock, file)),
        }
    }
    unreachable!("a folder cannot hold four thousand million runs of one minute")
}

/// Copies a torn journal aside, cuts it where it is whole, and opens it at its end.
fn mend(paths: &Paths, replay: &Replay) -> io::Result<File> {
    if replay.torn {
        private_files::replace(&paths.torn(), &fs::read(paths.journal())?)?;
    }
    let mut file = folder::private().open(paths.journal())?;
    if replay.torn {
        file.set_len(replay.good)?;
        file.sync_all()?;
        folder::sync(paths.folder())?;
    }
    file.seek(SeekFrom::Start(replay.good))?;
    Ok(file)
}

/// Reserves the run's ballast.
fn reserve(paths: &Paths) -> io::Result<()> {
    let mut file = folder::private()
        .create(true)
        .truncate(true)
        .open(paths.ballast())?;
    let written = file
        .write_all(&vec![b'.'; BALLAST])
        .and_then(|()| file.sync_all());
    if written.is_err() {
        drop(fs::remove_file(paths.ballast()));
    }
    written
}

/// The address of the site that a journal is about.
fn address_of(replay: &Replay) -> Option<&str> {
    let Event::RunStarted(opening) = &replay.records.first()?.event else {
        return None;
    };
    Some(&opening.local.address)
}

/// A failure to make something in `home`.
fn unavailable(home: &Path, source: io::Error) -> CreateError {
    if writer::is_full(&source) {
        return CreateError::NoSpace;
    }
    CreateError::Unavailable {
        folder: folder::runs(home),
        source,
    }
}

/// A site's lock that is held, or could not be made.
fn not_locked(home: &Path, address: &str, source: LockError) -> CreateError {
    match source {
        LockError::Held { .. } => CreateError::SiteBusy {
            address: address.to_owned(),
            source,
        },
        LockError::Unavailable { source, .. } => unavailable(home, source),
    }
}

#[cfg(test)]
mod tests;
