//! Private keys that are there and locked: the rest of their file was read.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{BundleError, ReadError};

/// A private key that stayed locked while the rest of its file was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockedKey {
    /// The entry's own name, where the file gives it one.
    pub alias: Option<String>,
    /// No password was given, none of those that were opens it, or one opens the file and not this key.
    pub why: ReadError,
}

impl fmt::Display for LockedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.alias {
            Some(alias) => write!(f, "{alias:?}"),
            None => f.write_str("one without a name"),
        }
    }
}

/// What is true where keys are locked: the one that seems to be missing may be among them.
pub(crate) fn instead_of(error: BundleError, locked: &[LockedKey]) -> BundleError {
    let is_called = |wanted: &str| {
        locked
            .iter()
            .any(|key| key.alias.as_deref() == Some(wanted))
    };
    let may_be_locked = match &error {
        BundleError::NoKey { .. }
        | BundleError::OnlyAuthorities
        | BundleError::KeyDoesNotMatch { .. } => !locked.is_empty(),
        BundleError::NoSuchEntry { wanted, .. } => is_called(wanted),
        BundleError::NoCertificate
        | BundleError::KeyNotComparable { .. }
        | BundleError::KeyLocked { .. }
        | BundleError::SeveralEntries { .. } => false,
    };
    if may_be_locked {
        let locked = locked.to_vec();
        return BundleError::KeyLocked { locked };
    }
    error
}
