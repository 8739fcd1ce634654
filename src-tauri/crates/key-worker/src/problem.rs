//! What can go wrong with opening files and making something of them, to a person.

use std::error::Error as _;

use certificate::{BundleError, LockedKey};
use message::{Argument, Problem, message, problem};

use crate::left_out::LeftOut;
use crate::opened::Opened;
use crate::worker::{SealError, WorkerError};

impl Opened {
    /// Why the files are no certificate with its key, by the file that seems to hold what is missing; nothing
    /// where they are one.
    pub fn why_not(&self) -> Option<Problem> {
        let error = self.problem.as_ref()?;
        Some(match self.in_the_way() {
            Some(closed) => missing_in(&closed, error),
            None => error.into(),
        })
    }
}

/// What is missing, and the file that may hold it.
fn missing_in(closed: &LeftOut, error: &BundleError) -> Problem {
    let problem = Problem::from(closed);
    let inner = problem.message.clone();
    match error {
        BundleError::NoCertificate => {
            problem.told_as(message!("bundle.certificate_missing", problem = inner))
        }
        BundleError::OnlyAuthorities => {
            problem.told_as(message!("bundle.leaf_missing", problem = inner))
        }
        BundleError::NoKey { .. } | BundleError::KeyDoesNotMatch { .. } => {
            problem.told_as(message!("bundle.key_missing", problem = inner))
        }
        BundleError::KeyLocked { .. }
        | BundleError::KeyNotComparable { .. }
        | BundleError::SeveralEntries { .. }
        | BundleError::NoSuchEntry { .. } => error.into(),
    }
}

impl From<&LeftOut> for Problem {
    fn from(closed: &LeftOut) -> Self {
        let problem = Self::from(&closed.why);
        let (file, inner) = (&closed.file, problem.message.clone());
        problem.told_as(match &closed.key {
            None => message!("bundle.of_file", file = file, problem = inner),
            Some(LockedKey {
                alias: Some(alias), ..
            }) => message!(
                "bundle.key_of_file_locked",
                file = file,
                key = message!("entry.alias", alias = alias),
                problem = inner
            ),
            Some(LockedKey { alias: None, .. }) => {
                message!("bundle.a_key_of_file_locked", file = file, problem = inner)
            }
        })
    }
}

/// Something is there, and what did not open might be what is meant.
fn of_left_out(left_out: &[LeftOut]) -> Problem {
    let each = left_out.iter().map(|one| Problem::from(one).message);
    problem!("bundle.left_out", each = Argument::sentences(each))
}

impl From<&WorkerError> for Problem {
    fn from(error: &WorkerError) -> Self {
        let problem = match error {
            WorkerError::TookTooLong { limit } => problem!("bundle.took_too_long", limit = *limit),
            WorkerError::Ended { .. } => problem!("bundle.not_survived"),
            WorkerError::NotStarted(_) | WorkerError::Pipe(_) | WorkerError::NotUnderstood => {
                problem!("bundle.no_worker")
            }
        };
        match error.source() {
            Some(cause) => problem.quoting(&cause.to_string()),
            None => problem,
        }
    }
}

impl From<&SealError> for Problem {
    fn from(error: &SealError) -> Self {
        match error {
            SealError::Closed(closed) => closed.as_ref().into(),
            SealError::LeftOut(left_out) => of_left_out(left_out),
            SealError::Incomplete(error) => error.into(),
            SealError::Worker(error) => error.into(),
            SealError::Refused { what } => Self {
                code: "bundle.java_reads_the_certificates".to_owned(),
                ..Self::from((**what).clone())
            }
            .with_meaning(message!("bundle.no_file_for_java")),
            SealError::NotWritten { why } => problem!("bundle.not_written").quoting(why),
        }
    }
}
