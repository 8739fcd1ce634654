//! Private keys that are there and locked: the rest of their file was read.

use crate::bundle_error::BundleError;
use crate::locked_key::LockedKey;

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
