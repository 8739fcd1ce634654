//! What the errors of this crate mean to the operator, and what to do: the words beside the facts.

use std::io::ErrorKind;

use rotation::Problem;

use crate::{DocumentError, KeyringError, SitesError};

impl From<&SitesError> for Problem {
    fn from(error: &SitesError) -> Self {
        match error {
            SitesError::File(source) => {
                let Self {
                    code,
                    meaning,
                    todo,
                    ..
                } = Self::from(source);
                Self::of(error, &code, meaning, todo)
            }
            SitesError::NotSaved { .. } => Self::of(
                error,
                "sites.not_saved",
                "It was probably forgotten in another window. Nothing was changed at any site.",
                "Go back to Sites and add it again if it is still needed.",
            ),
            SitesError::AlreadySaved { .. } => Self::of(
                error,
                "sites.already_saved",
                "Nothing was changed: the saved site keeps its certificate and its account.",
                "Open the saved site, or forget it first if it should be added anew.",
            ),
        }
    }
}

impl From<&DocumentError> for Problem {
    fn from(error: &DocumentError) -> Self {
        match error {
            DocumentError::Newer { .. } => Self::of(
                error,
                "state.newer",
                "A newer Reseal wrote this file, so it is left as it is and nothing is saved.",
                "Use the newer Reseal, or start this one on another folder with --state.",
            ),
            DocumentError::Damaged { .. } => Self::of(
                error,
                "state.damaged",
                "The file is left as it is. No site is affected: it only holds Reseal's own \
                 notes.",
                "Move the file and its previous generation elsewhere and start again, or \
                 restore them from a backup.",
            ),
            DocumentError::Write { source, .. } if source.kind() == ErrorKind::StorageFull => {
                Self::of(
                    error,
                    "state.disk_full",
                    "The disk is full. What was saved before is still there; the last change is \
                 not.",
                    "Free some space on the disk of the state folder and try again.",
                )
            }
            DocumentError::Write { .. } | DocumentError::Read { .. } => Self::of(
                error,
                "state.file",
                "What was saved before is still there; the last change is not.",
                "Check that the state folder exists, belongs to you and may be written to, \
                 then try again.",
            ),
        }
    }
}

impl From<&KeyringError> for Problem {
    fn from(error: &KeyringError) -> Self {
        match error {
            KeyringError::Unavailable { .. } => Self::of(
                error,
                "keyring.unavailable",
                "The password was not stored anywhere. Everything else works.",
                "Choose \"Do not remember\"; the password is then asked for when it is needed.",
            ),
            KeyringError::Locked(_) => Self::of(
                error,
                "keyring.locked",
                "Nothing was read from it or stored in it.",
                "Unlock the keyring of this machine and try again, or choose \"Do not \
                 remember\".",
            ),
            KeyringError::Refused(_) | KeyringError::Unreadable(_) => Self::of(
                error,
                "keyring.refused",
                "The keyring answered but did not carry it out.",
                "Try again, or choose \"Do not remember\".",
            ),
            KeyringError::OtherEndpoint { .. } | KeyringError::OtherLineage { .. } => Self::of(
                error,
                "keyring.not_for_this_site",
                "A password is handed out only for the endpoint and the certificates it was \
                 given for. It was not used.",
                "Make sure that this is the right site, then type its password again.",
            ),
        }
    }
}
