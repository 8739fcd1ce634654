//! What goes wrong before the core is asked, to a person: this program's own errors.

use application::named::NoAccess;
use message::{Problem, message, problem};
use sites::KeyringError;

use crate::arguments::ArgumentsError;
use crate::secrets::{LONGEST, SecretsError};

impl From<&ArgumentsError> for Problem {
    fn from(error: &ArgumentsError) -> Self {
        let message = match error {
            ArgumentsError::Address(error) => return error.into(),
            ArgumentsError::NoVerb => message!("arguments.no_verb"),
            ArgumentsError::UnknownVerb { verb } => {
                message!("arguments.unknown_verb", verb = verb)
            }
            ArgumentsError::Word(_) => message!("arguments.word"),
            ArgumentsError::NotForVerb { flag, verb } => {
                message!("arguments.not_for_verb", flag = *flag, verb = *verb)
            }
            ArgumentsError::Missing { wanted, verb } => {
                message!("arguments.missing", wanted = *wanted, verb = *verb)
            }
            ArgumentsError::TooMany { word, verb } => {
                message!("arguments.too_many", word = word, verb = *verb)
            }
            ArgumentsError::Thumbprint { given, .. } => {
                message!("arguments.thumbprint", given = given)
            }
            ArgumentsError::Answer { given } => message!("arguments.answer", given = given),
            ArgumentsError::Size { bits } => {
                message!("arguments.size", bits = bits.to_string())
            }
        };
        problem!("arguments.not_understood")
            .told_as(message)
            .caused_by(error)
    }
}

impl From<&SecretsError> for Problem {
    fn from(error: &SecretsError) -> Self {
        // A cause may hold a part of what was read, so only the error's own facts are told.
        problem!("secrets.unreadable").told_as(match error {
            SecretsError::Unreadable(_) => message!("secrets.not_read"),
            SecretsError::TooLong => message!("secrets.too_long", limit = LONGEST),
            SecretsError::NotUnderstood { line, column } => {
                message!("secrets.not_understood", line = *line, column = *column)
            }
            SecretsError::Address(address) => {
                message!("secrets.address", cause = Self::from(address).message)
            }
        })
    }
}

/// Why a site cannot be signed in to, with this program's own ways on.
pub(crate) fn of_access(error: NoAccess) -> Problem {
    match error {
        NoAccess::NoThumbprint(address) => no_thumbprint(&address.to_string()),
        NoAccess::NoPassword(address) => no_password(&address.to_string()),
        NoAccess::Keyring(error) => of_keyring(&error),
        NoAccess::Other(problem) => problem,
    }
}

/// The keyring, asked for a password that nobody gave.
fn of_keyring(error: &KeyringError) -> Problem {
    Problem::from(error)
        .with_meaning(message!("arguments.nobody_signed_in"))
        .with_todo(message!("arguments.give_the_password"))
}

/// Nobody said by which certificate the site is known.
fn no_thumbprint(address: &str) -> Problem {
    problem!("site.unverified", address = address)
}

/// Nobody said with what to sign in.
fn no_password(address: &str) -> Problem {
    problem!("site.password_needed", address = address)
}
