//! What can be wrong with the file of a certificate, to a person.

use message::{Argument, Message, Problem, message, problem};

use crate::bundle_error::BundleError;
use crate::checks::Promise;
use crate::entry_name::EntryName;
use crate::error::{ReadError, Work};
use crate::locked_key::LockedKey;
use crate::password::UnfitPassword;

impl From<&ReadError> for Problem {
    fn from(error: &ReadError) -> Self {
        match error {
            ReadError::PasswordNeeded => problem!("bundle.locked"),
            ReadError::WrongPassword => problem!("bundle.wrong_password"),
            ReadError::KeyPasswordDiffers => problem!("bundle.key_password_differs"),
            ReadError::StorePasswordDiffers => problem!("bundle.store_password_differs"),
            ReadError::UnsupportedEncryption { algorithm } => {
                problem!("bundle.unsupported_encryption", algorithm = algorithm)
            }
            ReadError::Damaged { at, what } => {
                problem!("bundle.damaged", at = at, what = what.as_ref())
            }
            ReadError::NotAKeystore { looks_like } => {
                problem!("bundle.not_a_keystore", kind = looks_like.message())
            }
            ReadError::TooLarge { limit } => problem!("bundle.too_large", limit = *limit),
            ReadError::TooMany { limit, of } => {
                problem!("bundle.too_many", limit = *limit, of = of.as_ref())
            }
            ReadError::TooSlow { work } => problem!("bundle.too_slow", work = work.message()),
        }
    }
}

impl Work {
    /// The work as a part of a sentence.
    pub fn message(&self) -> Message {
        match self.memory >> 20 {
            0 => message!("work.rounds", rounds = self.rounds),
            mebibytes => message!(
                "work.rounds_and_memory",
                rounds = self.rounds,
                mebibytes = mebibytes
            ),
        }
    }
}

impl From<&BundleError> for Problem {
    fn from(error: &BundleError) -> Self {
        match error {
            BundleError::NoKey { .. } => problem!("bundle.no_key"),
            BundleError::OnlyAuthorities => problem!("bundle.only_authorities"),
            BundleError::NoCertificate => problem!("bundle.no_certificate"),
            BundleError::KeyLocked { locked } => of_locked(locked),
            BundleError::KeyDoesNotMatch { offered } => problem!(
                "bundle.key_does_not_match",
                offered = Argument::list(offered)
            ),
            BundleError::KeyNotComparable { kind } => {
                problem!("bundle.key_not_comparable", kind = kind)
            }
            BundleError::SeveralEntries { entries } => {
                problem!("bundle.several_entries", entries = listed(entries))
            }
            BundleError::NoSuchEntry { wanted, entries } => problem!(
                "bundle.no_such_entry",
                wanted = wanted,
                entries = listed(entries)
            ),
        }
    }
}

/// A key that is there and does not open: why the first of them does not is what to do about.
fn of_locked(locked: &[LockedKey]) -> Problem {
    let why = locked.first().map(|key| &key.why);
    let problem = Problem::from(why.unwrap_or(&ReadError::PasswordNeeded));
    let why = problem.message.clone();
    let message = match locked {
        [] | [_] => message!("bundle.key_locked", why = why),
        several => message!(
            "bundle.keys_locked",
            keys = Argument::list(several.iter().map(LockedKey::message)),
            why = why
        ),
    };
    problem.told_as(message)
}

impl LockedKey {
    /// What it is called, as a part of a sentence.
    pub fn message(&self) -> Message {
        match &self.alias {
            Some(alias) => message!("entry.alias", alias = alias),
            None => message!("entry.without_a_name"),
        }
    }
}

impl EntryName {
    /// What it is called, as a part of a sentence.
    pub fn message(&self) -> Message {
        let (until, thumbprint) = (Argument::Day(self.not_after), self.thumbprint.to_string());
        match &self.alias {
            Some(alias) => message!(
                "entry.named",
                alias = alias,
                subject = &self.subject,
                until = until,
                thumbprint = thumbprint
            ),
            None => message!(
                "entry.unnamed",
                subject = &self.subject,
                until = until,
                thumbprint = thumbprint
            ),
        }
    }
}

fn listed(entries: &[EntryName]) -> Argument {
    Argument::list(entries.iter().map(EntryName::message))
}

impl From<&UnfitPassword> for Problem {
    fn from(error: &UnfitPassword) -> Self {
        match error {
            UnfitPassword::Empty => problem!("bundle.password_empty"),
            UnfitPassword::NotAscii => problem!("bundle.password_not_ascii"),
            UnfitPassword::OuterBlank => problem!("bundle.password_outer_blank"),
        }
    }
}

impl From<&Promise> for Problem {
    fn from(promise: &Promise) -> Self {
        Self {
            code: format!("bundle.{}", promise.name),
            ..promise.message.clone().into()
        }
    }
}
