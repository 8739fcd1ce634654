//! Why a journal could not be begun or gone on with.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use super::{FORMAT, LockError, ReadError, RunId};

/// Why a journal could not be begun. Nothing was done to any site.
#[derive(Debug, Error)]
pub enum CreateError {
    /// Another run of this site is being worked on.
    #[error("a run of {address} is open")]
    SiteBusy {
        /// The site's address.
        address: String,
        /// Who holds it.
        #[source]
        source: LockError,
    },
    /// The disk is full.
    #[error("the disk is full")]
    NoSpace,
    /// A file or the folder cannot be made.
    #[error("failed to begin a journal in {}", folder.display())]
    Unavailable {
        /// The folder.
        folder: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
}

/// Why a journal could not be opened for writing. It is left as it was.
#[derive(Debug, Error)]
pub enum OpenError {
    /// It cannot be read.
    #[error("failed to read the journal of {run}")]
    Read {
        /// The run.
        run: RunId,
        /// Why.
        #[source]
        source: ReadError,
    },
    /// Somebody works on this run or on its site.
    #[error("the run {run} is open elsewhere")]
    Busy {
        /// The run.
        run: RunId,
        /// Who holds it.
        #[source]
        source: LockError,
    },
    /// A newer Reseal wrote it, and this one would not understand all of it.
    #[error("the run {run} was written in format {format}, this version writes {FORMAT}")]
    Newer {
        /// The run.
        run: RunId,
        /// The file's format.
        format: u32,
    },
    /// Its lock cannot be made or taken.
    #[error("failed to lock the run {run}")]
    Unlockable {
        /// The run.
        run: RunId,
        /// Why.
        #[source]
        source: LockError,
    },
    /// Its torn end cannot be set aside.
    #[error("failed to set aside the torn end of {run}")]
    Repair {
        /// The run.
        run: RunId,
        /// Why.
        #[source]
        source: io::Error,
    },
}
