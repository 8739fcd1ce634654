//! Why a run stops before its end.

use message::Problem;

/// The record could not be kept: nothing may be done any more.
#[derive(Debug, Clone)]
pub(crate) struct NotKept(pub(crate) Problem);

/// Why a run stops before its end.
#[derive(Debug, Clone)]
pub(crate) enum Halt {
    /// Something stands in the way.
    Problem(Box<Problem>),
    /// A person has to bring something; the run stays unfinished and waits for it.
    Waits(Box<Problem>),
    /// A person asked to pause.
    Paused,
}

impl From<Problem> for Halt {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

impl From<NotKept> for Halt {
    fn from(NotKept(problem): NotKept) -> Self {
        problem.into()
    }
}
