//! Words for what can go wrong with a run's journal.

use std::error::Error;

use crate::journal::{
    AppendError, CreateError, Guard, LockError, OpenError, Owner, ParseRunIdError, ReadError,
};
use crate::moment;
use crate::problem::Problem;

/// What to do about a full disk.
const FREE_SPACE: &str = "Free some space on this computer's disk, then try again.";

impl From<&CreateError> for Problem {
    fn from(error: &CreateError) -> Self {
        let meaning = "Nothing was done to any site.";
        match error {
            CreateError::SiteBusy { address, source } => Self::new(
                "journal.site_busy",
                format!("A run of {address} is open already{}.", by(source)),
                meaning,
                "Finish or resume that run; it is in the history.",
            ),
            CreateError::NoSpace => Self::new(
                "journal.no_space",
                "There is no space on the disk for the record of this run.",
                meaning,
                FREE_SPACE,
            ),
            CreateError::Unavailable { folder, source } => Self::new(
                "journal.unavailable",
                format!(
                    "The record of this run cannot be begun in {}.",
                    folder.display()
                ),
                meaning,
                "Check that this folder exists and that you may write in it.",
            )
            .quoting(&source.to_string()),
        }
    }
}

impl From<&OpenError> for Problem {
    fn from(error: &OpenError) -> Self {
        let meaning = "The run stays as it is; nothing was done to any site.";
        match error {
            OpenError::Read { source, .. } => source.into(),
            OpenError::Busy { run, source } => Self::new(
                "journal.run_busy",
                format!(
                    "The run {run}, or another of its site, is open{}.",
                    by(source)
                ),
                meaning,
                "Go on in the window where it is open, or close that one first.",
            ),
            OpenError::Newer { run, .. } => Self::new(
                "journal.newer",
                format!("The run {run} was recorded by a newer version of Reseal."),
                "It can be read here, but not gone on with.",
                "Install the newer version and resume the run there.",
            ),
            OpenError::Unlockable { run, source } => Self::new(
                "journal.not_locked",
                format!("The run {run} cannot be locked, so it is not gone on with."),
                meaning,
                "Check that you may write in the folder of the runs and that its disk has space.",
            )
            .quoting(&source.source().map(ToString::to_string).unwrap_or_default()),
            OpenError::Repair { run, source } => Self::new(
                "journal.not_mended",
                format!("The cut-off end of the record of {run} cannot be set aside."),
                meaning,
                FREE_SPACE,
            )
            .quoting(&source.to_string()),
        }
    }
}

impl From<&ReadError> for Problem {
    fn from(error: &ReadError) -> Self {
        match error {
            ReadError::Missing { run } => Self::new(
                "journal.missing",
                format!("There is no run named {run}."),
                "Nothing was done to any site.",
                "Look for it in the history.",
            ),
            ReadError::Unreadable { path, source } => Self::new(
                "journal.unreadable",
                format!("The record {} cannot be read.", path.display()),
                "What the run did is not known here; the sites are as the run left them.",
                "Check that you may read this file, then try again.",
            )
            .quoting(&source.to_string()),
            ReadError::Empty { path } => Self::new(
                "journal.empty",
                format!("The record {} holds nothing.", path.display()),
                "The run had not begun: nothing was done to any site.",
                "Start a new run.",
            ),
            ReadError::Guarded { guard, cause } => guarded(guard, cause),
            ReadError::Damaged { path, readable } => Self::new(
                "journal.damaged",
                format!(
                    "The record {} is damaged after its first {readable} entries.",
                    path.display()
                ),
                "The file was left as it is, and the run is not gone on with: what it did after \
                 that point is not known here.",
                "Keep the file for support. Check trust of the site, then start a new run.",
            ),
        }
    }
}

/// A record that cannot be read, of a run that may have replaced the certificate: the guard has the last word.
fn guarded(guard: &Guard, cause: &ReadError) -> Problem {
    let cause = Problem::from(cause);
    let (site, when) = match guard.calls().last() {
        Some(call) => (call.site.as_str(), format!(" on {}", moment::said(call.at))),
        None => ("its site", String::new()),
    };
    let (meaning, todo) = match guard {
        Guard::Settled(_) => (
            format!(
                "A replacement of the certificate of {site} may have been sent{when}. A later run has settled what \
                 became of it."
            ),
            "Keep the file for support.".to_owned(),
        ),
        Guard::Absent | Guard::Standing(_) => (
            format!(
                "A replacement of the certificate of {site} may have been sent{when}: the run's guard says so. \
                 What became of it is on no record."
            ),
            format!(
                "Do not send it again before you have looked at the certificate of {site}. A new run there looks \
                 first and asks before it sends anything; this run's report has what can still be read."
            ),
        ),
    };
    Problem::new("journal.guarded", cause.what, meaning, todo)
}

impl From<&AppendError> for Problem {
    fn from(error: &AppendError) -> Self {
        let todo = match error {
            AppendError::NoSpace => FREE_SPACE,
            AppendError::Encode(_)
            | AppendError::Write(_)
            | AppendError::Sync(_)
            | AppendError::Poisoned => "Check this computer's disk, then resume the run.",
        };
        let meaning = "The run stopped: nothing is done that cannot be recorded first.";
        match error {
            AppendError::NoSpace => {
                Self::new("journal.no_space", "The disk is full.", meaning, todo)
            }
            AppendError::Encode(source) => Self::new(
                "journal.encode",
                "An entry cannot be written down.",
                meaning,
                todo,
            )
            .quoting(&source.to_string()),
            AppendError::Write(source) | AppendError::Sync(source) => Self::new(
                "journal.write",
                "The record of this run cannot be written.",
                meaning,
                todo,
            )
            .quoting(&source.to_string()),
            AppendError::Poisoned => Self::new(
                "journal.given_up",
                "The record of this run was given up after an earlier failure.",
                meaning,
                todo,
            ),
        }
    }
}

impl From<&ParseRunIdError> for Problem {
    fn from(error: &ParseRunIdError) -> Self {
        Self::new(
            "journal.not_a_run",
            format!(
                "{} is not the name of a run.",
                error.offered.escape_default()
            ),
            "Nothing was done to any site.",
            "Take the name from the history.",
        )
    }
}

/// By whom something is held, as the end of a sentence; nothing when that is not known.
fn by(error: &LockError) -> String {
    match error {
        LockError::Held {
            owner: Some(Owner { pid, user, .. }),
        } if !user.is_empty() => {
            format!(", by {user} (process {pid})")
        }
        LockError::Held {
            owner: Some(Owner { pid, .. }),
        } => format!(", by process {pid}"),
        LockError::Held { owner: None } | LockError::Unavailable { .. } => String::new(),
    }
}
