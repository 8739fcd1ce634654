//! Words for why a run is not tried again, or does not take an answer.

use crate::engine::{AgainError, NotAnswered};
use crate::problem::Problem;

impl From<&AgainError> for Problem {
    fn from(error: &AgainError) -> Self {
        match error {
            AgainError::StillRunning => Self::new(
                "run.still_running",
                "This run is at work.",
                "It goes on as it was.",
                "Wait until it has stopped.",
            ),
        }
    }
}

impl From<&NotAnswered> for Problem {
    fn from(error: &NotAnswered) -> Self {
        let waits = "The run waits as before.";
        match error {
            NotAnswered::NoSuchQuestion { .. } => Self::new(
                "question.gone",
                "This question does not wait for an answer.",
                "The run goes on as it was.",
                "Look at where the run stands.",
            ),
            NotAnswered::NoSuchAnswer { .. } => Self::new(
                "question.no_such_answer",
                "The question has no such answer.",
                waits,
                "Choose one of the answers it offers.",
            ),
            NotAnswered::NotTyped { wanted } => Self::new(
                "question.not_typed",
                format!("This answer needs {wanted} typed."),
                waits,
                "Type it exactly, or choose another answer.",
            ),
            NotAnswered::NoThumbprint(_) => Self::new(
                "question.no_thumbprint",
                "What was pasted is not a SHA-256 thumbprint.",
                waits,
                "Paste all 64 hexadecimal digits; colons and spaces do no harm. SHA-1 has only 40.",
            ),
        }
    }
}
