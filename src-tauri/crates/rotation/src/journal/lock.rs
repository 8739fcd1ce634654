//! One at a time: a lock that the operating system releases when its holder ends, however.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use thiserror::Error;
use time::OffsetDateTime;

use super::folder;

/// Who holds a lock, for the sentence that the other one reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// The process.
    pub pid: u32,
    /// The account's name, where the environment tells it.
    pub user: String,
    /// The computer's name, where the environment tells it.
    pub host: String,
    /// The app's version.
    pub version: String,
    /// Since when.
    #[serde(with = "time::serde::rfc3339")]
    pub since: OffsetDateTime,
}

impl Owner {
    /// This process.
    pub fn this_process(version: &str, now: OffsetDateTime) -> Self {
        Self {
            pid: std::process::id(),
            user: first_set(&["USER", "USERNAME"]),
            host: first_set(&["HOSTNAME", "COMPUTERNAME"]),
            version: version.to_owned(),
            since: now,
        }
    }
}

/// The first of these environment variables that is set; empty when none is.
fn first_set(names: &[&str]) -> String {
    names
        .iter()
        .find_map(|name| std::env::var(name).ok())
        .unwrap_or_default()
}

/// Why a lock was not taken.
#[derive(Debug, Error)]
pub enum LockError {
    /// Somebody else holds it.
    #[error("another Reseal is working on it")]
    Held {
        /// Who, where that can be read: Windows keeps a locked file's words to itself.
        owner: Option<Owner>,
    },
    /// The file cannot be made or locked.
    #[error("failed to lock {}", path.display())]
    Unavailable {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
}

/// A held lock. The file stays behind when it is released: deleting it would let two in.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock, or says who holds it.
    pub(super) fn take(path: &Path, owner: &Owner) -> Result<Self, LockError> {
        let unavailable = |source| LockError::Unavailable {
            path: path.to_owned(),
            source,
        };
        let mut file = folder::private()
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(unavailable)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(LockError::Held {
                    owner: holder(path),
                });
            }
            Err(TryLockError::Error(source)) => return Err(unavailable(source)),
        }
        // On a full disk the lock holds all the same; the other one then reads no name.
        drop(sign(&mut file, owner));
        Ok(Self { _file: file })
    }
}

/// Whether somebody holds the lock at this moment.
pub(super) fn is_held(path: &Path) -> bool {
    // A shared lock asks without standing in the way of another who asks.
    File::open(path)
        .is_ok_and(|file| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
}

/// Writes who holds the lock.
fn sign(file: &mut File, owner: &Owner) -> io::Result<()> {
    file.set_len(0)?;
    file.write_all(&serde_json::to_vec(owner)?)
}

/// Reads who holds the lock.
fn holder(path: &Path) -> Option<Owner> {
    serde_json::from_slice(&fs::read(path).ok()?).ok()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn holds_although_the_disk_is_full() {
        let owner = Owner::this_process("0.1.0", OffsetDateTime::UNIX_EPOCH);
        // Whatever is written to this device fails for want of space.
        let path = Path::new("/dev/full");
        let lock = Lock::take(path, &owner);
        assert!(lock.is_ok(), "{lock:?}");
        assert!(is_held(path));
    }
}
