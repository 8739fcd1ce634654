//! What can go wrong with a run's journal, to a person.

use std::error::Error;

use message::{Argument, Message, Problem, message, problem};

use crate::journal::{
    AppendError, CreateError, Guard, LockError, OpenError, Owner, ParseRunIdError, ReadError,
};

impl From<&CreateError> for Problem {
    fn from(error: &CreateError) -> Self {
        match error {
            CreateError::SiteBusy { address, source } => problem!(
                "journal.site_busy",
                address = address.to_string(),
                holder = holder(source)
            ),
            CreateError::NoSpace => problem!("journal.no_space"),
            CreateError::Unavailable { folder, source } => {
                problem!("journal.unavailable", folder = folder.display().to_string())
                    .quoting(&source.to_string())
            }
        }
    }
}

impl From<&OpenError> for Problem {
    fn from(error: &OpenError) -> Self {
        match error {
            OpenError::Read { source, .. } => source.into(),
            OpenError::Busy { run, source } => problem!(
                "journal.run_busy",
                run = run.to_string(),
                holder = holder(source)
            ),
            OpenError::Newer { run, .. } => problem!("journal.newer", run = run.to_string()),
            OpenError::Unlockable { run, source } => {
                problem!("journal.not_locked", run = run.to_string())
                    .quoting(&source.source().map(ToString::to_string).unwrap_or_default())
            }
            OpenError::Repair { run, source } => {
                problem!("journal.not_mended", run = run.to_string()).quoting(&source.to_string())
            }
        }
    }
}

impl From<&ReadError> for Problem {
    fn from(error: &ReadError) -> Self {
        match error {
            ReadError::Missing { run } => problem!("journal.missing", run = run.to_string()),
            ReadError::Unreadable { path, source } => {
                problem!("journal.unreadable", path = path.display().to_string())
                    .quoting(&source.to_string())
            }
            ReadError::Empty { path } => {
                problem!("journal.empty", path = path.display().to_string())
            }
            ReadError::Guarded { guard, cause } => guarded(guard, cause),
            ReadError::Damaged { path, readable } => problem!(
                "journal.damaged",
                path = path.display().to_string(),
                readable = *readable
            ),
        }
    }
}

/// A record that cannot be read, of a run that may have replaced the certificate: the guard has the last word.
fn guarded(guard: &Guard, cause: &ReadError) -> Problem {
    let cause = Problem::from(cause).message;
    let call = match guard.calls().last() {
        Some(call) => message!("guarded.call", site = &call.site, at = call.at),
        None => message!("guarded.unread_call"),
    };
    let problem = problem!(
        "journal.guarded",
        cause = cause.clone(),
        call = call.clone()
    );
    match guard {
        Guard::Settled(_) => problem.told_as(message!(
            "journal.guarded_settled",
            cause = cause,
            call = call
        )),
        Guard::Absent | Guard::Standing(_) => problem,
    }
}

impl From<&AppendError> for Problem {
    fn from(error: &AppendError) -> Self {
        match error {
            AppendError::NoSpace => {
                problem!("journal.no_space").told_as(message!("journal.disk_full"))
            }
            AppendError::Encode(source) => problem!("journal.encode").quoting(&source.to_string()),
            AppendError::Write(source) | AppendError::Sync(source) => {
                problem!("journal.write").quoting(&source.to_string())
            }
            AppendError::Poisoned => problem!("journal.given_up"),
        }
    }
}

impl From<&ParseRunIdError> for Problem {
    fn from(error: &ParseRunIdError) -> Self {
        problem!(
            "journal.not_a_run",
            offered = error.offered.escape_default().to_string()
        )
    }
}

/// By whom something is held, as far as that is known.
fn holder(error: &LockError) -> Argument {
    let message: Message = match error {
        LockError::Held {
            owner: Some(Owner { pid, user, .. }),
        } if !user.is_empty() => {
            message!("holder.user", user = user, pid = pid.to_string())
        }
        LockError::Held {
            owner: Some(Owner { pid, .. }),
        } => message!("holder.process", pid = pid.to_string()),
        LockError::Held { owner: None } | LockError::Unavailable { .. } => {
            message!("holder.unknown")
        }
    };
    message.into()
}
