//! How the application refuses: one problem in words, whatever went wrong below.

use message::{Message, Problem};
use serde::Serialize;
use sites::{DocumentError, KeyringError, SitesError};
use words::{Language, Words};

use crate::logging::{Entry, log};

/// What happened, in English: some views keep sentences still.
pub(crate) fn told(problem: &Problem) -> String {
    said(&problem.message)
}

/// A message in English, for the same reason.
pub(crate) fn said(message: &Message) -> String {
    Words::in_language(Language::ENGLISH).say(message)
}

/// What everything here answers: its result, or a problem in words.
pub type Answer<T> = Result<T, Refusal>;

/// What is answered instead of a result. Making one logs its code and nothing else.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Refusal(Problem);

impl Refusal {
    /// The problem in words.
    #[must_use]
    pub const fn problem(&self) -> &Problem {
        &self.0
    }

    /// A problem that no crate below knows of.
    #[must_use]
    pub fn new(code: &str, what: &str, meaning: &str, todo: &str) -> Self {
        Self::from(Problem::new(code, what, meaning, todo))
    }

    /// Something ended that cannot end; the log says where.
    #[must_use]
    pub fn bug() -> Self {
        Self::new(
            "window.bug",
            "Reseal made a mistake of its own.",
            "What was under way was not completed. A run that is going on is not affected.",
            "Try again. If it happens again, report it with the file reseal.log of the state folder.",
        )
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        log(Entry::Refused {
            code: &problem.code,
        });
        Self(problem)
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        refusal.0
    }
}

impl From<SitesError> for Refusal {
    fn from(error: SitesError) -> Self {
        Self::from(Problem::from(&error))
    }
}

impl From<DocumentError> for Refusal {
    fn from(error: DocumentError) -> Self {
        Self::from(Problem::from(&error))
    }
}

impl From<KeyringError> for Refusal {
    fn from(error: KeyringError) -> Self {
        Self::from(Problem::from(&error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_becomes_a_problem_with_its_causes_quoted() {
        let damaged = DocumentError::Damaged {
            path: "/state/sites.json".into(),
        };
        let refusal = Refusal::from(SitesError::from(damaged));
        let problem = refusal.problem();
        assert_eq!(problem.code, "state.damaged");
        let what = told(problem);
        assert!(
            what.starts_with(
                "The list of saved sites could not be used. /state/sites.json is damaged"
            ),
            "{what}"
        );
    }
}
