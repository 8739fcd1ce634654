//! What the errors of this crate mean to the operator, and what to do: the words beside the facts.

use std::io::ErrorKind;

use crate::{DocumentError, KeyringError, SitesError};

/// The parts of a problem that an error's own sentence does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Advice {
    /// A short stable name, as `sites.newer`.
    pub code: &'static str,
    /// What state things are in.
    pub meaning: &'static str,
    /// What to do next.
    pub todo: &'static str,
}

impl SitesError {
    /// What this error means and what to do about it.
    #[must_use]
    pub fn advice(&self) -> Advice {
        match self {
            Self::File(error) => error.advice(),
            Self::NotSaved { .. } => Advice {
                code: "sites.not_saved",
                meaning: "It was probably forgotten in another window. Nothing was changed at any site.",
                todo: "Go back to Sites and add it again if it is still needed.",
            },
            Self::AlreadySaved { .. } => Advice {
                code: "sites.already_saved",
                meaning: "Nothing was changed: the saved site keeps its certificate and its account.",
                todo: "Open the saved site, or forget it first if it should be added anew.",
            },
        }
    }
}

impl DocumentError {
    /// What this error means and what to do about it.
    #[must_use]
    pub fn advice(&self) -> Advice {
        match self {
            Self::Newer { .. } => Advice {
                code: "state.newer",
                meaning: "A newer Reseal wrote this file, so it is left as it is and nothing is saved.",
                todo: "Use the newer Reseal, or start this one on another folder with --state.",
            },
            Self::Damaged { .. } => Advice {
                code: "state.damaged",
                meaning: "The file is left as it is. No site is affected: it only holds Reseal's own notes.",
                todo: "Move the file and its previous generation elsewhere and start again, or restore them from a backup.",
            },
            Self::Write { source, .. } if source.kind() == ErrorKind::StorageFull => Advice {
                code: "state.disk_full",
                meaning: "The disk is full. What was saved before is still there; the last change is not.",
                todo: "Free some space on the disk of the state folder and try again.",
            },
            Self::Write { .. } | Self::Read { .. } => Advice {
                code: "state.file",
                meaning: "What was saved before is still there; the last change is not.",
                todo: "Check that the state folder exists, belongs to you and may be written to, then try again.",
            },
        }
    }
}

impl KeyringError {
    /// What this error means and what to do about it.
    #[must_use]
    pub fn advice(&self) -> Advice {
        match self {
            Self::Unavailable { .. } => Advice {
                code: "keyring.unavailable",
                meaning: "The password was not stored anywhere. Everything else works.",
                todo: "Choose \"Do not remember\"; the password is then asked for when it is needed.",
            },
            Self::Refused(_) | Self::Unreadable(_) => Advice {
                code: "keyring.refused",
                meaning: "The keyring answered but did not carry it out. It may be locked.",
                todo: "Unlock the keyring of this machine and try again, or choose \"Do not remember\".",
            },
            Self::OtherEndpoint { .. } | Self::OtherLineage { .. } => Advice {
                code: "keyring.not_for_this_site",
                meaning: "A password is handed out only for the endpoint and the certificates it was given for. It was not used.",
                todo: "Make sure that this is the right site, then type its password again.",
            },
        }
    }
}
