//! What the errors of this crate are to a person.

use std::io::ErrorKind;

use message::{Problem, message, problem};

use crate::{DocumentError, KeyringError, SitesError};

impl From<&SitesError> for Problem {
    fn from(error: &SitesError) -> Self {
        match error {
            SitesError::File(source) => {
                let problem = Self::from(source);
                let cause = problem.message.clone();
                problem.told_as(message!("sites.file", cause = cause))
            }
            SitesError::NotSaved { id } => problem!("sites.not_saved", id = id),
            SitesError::AlreadySaved { address, name } => problem!(
                "sites.already_saved",
                address = address.to_string(),
                name = name
            ),
        }
    }
}

impl From<&DocumentError> for Problem {
    fn from(error: &DocumentError) -> Self {
        match error {
            DocumentError::Newer { path, found, known } => problem!(
                "state.newer",
                path = path.display().to_string(),
                found = *found,
                known = *known
            ),
            DocumentError::Damaged { path } => {
                problem!("state.damaged", path = path.display().to_string())
            }
            DocumentError::Write { path, source } if source.kind() == ErrorKind::StorageFull => {
                problem!("state.disk_full", path = path.display().to_string())
            }
            DocumentError::Write { path, .. } => {
                problem!("state.not_written", path = path.display().to_string())
                    .known_as("state.file")
            }
            DocumentError::Read { path, .. } => {
                problem!("state.file", path = path.display().to_string())
            }
        }
        .caused_by(error)
    }
}

impl From<&KeyringError> for Problem {
    fn from(error: &KeyringError) -> Self {
        match error {
            KeyringError::Unavailable { says } => problem!("keyring.unavailable").quoting(says),
            KeyringError::Locked(_) => problem!("keyring.locked"),
            KeyringError::Refused(_) => problem!("keyring.refused"),
            KeyringError::Unreadable(_) => {
                problem!("keyring.unreadable").known_as("keyring.refused")
            }
            KeyringError::OtherEndpoint {
                given_for,
                asked_for,
            } => problem!(
                "keyring.not_for_this_site",
                given_for = given_for,
                asked_for = asked_for.to_string()
            ),
            KeyringError::OtherLineage { given_under } => problem!(
                "keyring.other_certificate",
                given_under = given_under.to_string()
            )
            .known_as("keyring.not_for_this_site"),
        }
        .caused_by(error)
    }
}
