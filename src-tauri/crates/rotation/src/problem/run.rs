//! Words for why a run does not start, does not go on, or does not take an answer.

use super::Problem;
use crate::engine::{AgainError, NotAnswered, StartError};

/// Where everything stands.
const AS_IT_WAS: &str = "Nothing was done to any site.";

impl From<&StartError> for Problem {
    fn from(error: &StartError) -> Self {
        match error {
            StartError::NotAllowed { problem } => (**problem).clone(),
            StartError::OtherPlan => Self::new(
                "run.other_plan",
                "The plan was made for another site, another action or another certificate.",
                AS_IT_WAS,
                "Make the plan again.",
            ),
            StartError::Ended => Self::new(
                "run.ended",
                "This run has ended; everything is as it should be.",
                AS_IT_WAS,
                "Read its report, or start a new run.",
            ),
            StartError::Stopped { site } => Self::new(
                "run.stopped",
                format!(
                    "This run of {site} was stopped by a person's answer, and it stays stopped."
                ),
                format!("Nothing was changed at {site} or at any of its peer sites."),
                format!("Make a new plan for {site} when its peer sites are ready."),
            ),
            StartError::NoBeginning { run } => Self::new(
                "run.no_beginning",
                format!("The record of {run} does not say what the run is about."),
                "Nothing more was done to any site.",
                "Start a new run: it looks at the site first, and asks where an earlier replacement may have been sent.",
            ),
            StartError::OtherSite { recorded } => Self::new(
                "run.other_site",
                format!("This run is about the site at {recorded}."),
                AS_IT_WAS,
                "Give the sign-in for that site.",
            ),
            StartError::OtherPin => Self::new(
                "run.other_pin",
                "The site is known by a certificate that is neither the old nor the new one of this run.",
                AS_IT_WAS,
                "Find out which certificate the site uses before you go on.",
            ),
            StartError::FileNeeded => Self::new(
                "run.file_needed",
                "The new certificate was not sent before the run was cut off, and its file is needed again.",
                AS_IT_WAS,
                "Choose the same file and resume the run.",
            ),
            StartError::FileNeededAgain { site } => Self::new(
                "run.file_needed",
                format!(
                    "The new certificate is to be sent to {site} once more, as was answered, and its file is needed for that."
                ),
                format!(
                    "Whether {site} took what was sent before is not known yet. Nothing was done now."
                ),
                "Choose the same file and resume the run.",
            ),
            StartError::OtherFile => Self::new(
                "run.other_file",
                "This file holds another certificate than the one the run began with.",
                AS_IT_WAS,
                "Choose the same file, or start a new run with this one.",
            ),
        }
    }
}

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
