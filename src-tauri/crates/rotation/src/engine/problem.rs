//! Why a run is not tried again, or does not take an answer, to a person.

use message::{Problem, problem};

use crate::engine::{AgainError, NotAnswered};

impl From<&AgainError> for Problem {
    fn from(error: &AgainError) -> Self {
        match error {
            AgainError::StillRunning => problem!("run.still_running"),
        }
    }
}

impl From<&NotAnswered> for Problem {
    fn from(error: &NotAnswered) -> Self {
        match error {
            NotAnswered::NoSuchQuestion { .. } => problem!("question.gone"),
            NotAnswered::NoSuchAnswer { .. } => problem!("question.no_such_answer"),
            NotAnswered::NotTyped { wanted } => problem!("question.not_typed", wanted = wanted),
            NotAnswered::NoThumbprint(_) => problem!("question.no_thumbprint"),
        }
    }
}
