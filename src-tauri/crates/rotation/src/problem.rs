//! What the operator reads when something goes wrong.
//!
//! Every typed error that can reach a person has one `From<&Error> for Problem`: those of the crates below in the
//! folder beside this file, those of this crate in a `problem.rs` beside the error.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

mod answering;
mod appliance;
mod certificate;
mod issuers;

/// The code of what a task said although the repair is done.
pub(crate) const DONE_WITH_A_REMARK: &str = "repair.done_with_a_remark";

pub(crate) use answering::{WHO_ANSWERS, other_certificate};

/// Where everything stands before the change.
pub(crate) const UNCHANGED: &str = "Nothing was changed.";

/// The longest quotation of an appliance's own words that is shown or kept, in bytes.
const QUOTE_MAX: usize = 2048;

/// One problem in plain words: what happened, what that means for the site, what to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// A stable short name, for tests, tickets and searching the documentation.
    pub code: String,
    /// What happened, in one sentence.
    pub what: String,
    /// What state the site is in because of it.
    pub meaning: String,
    /// What to do next.
    pub todo: String,
    /// The appliance's own words, shown as a quotation and never interpreted.
    pub quote: Option<String>,
}

impl Problem {
    /// A problem in our own words only.
    pub fn new(
        code: &str,
        what: impl Into<String>,
        meaning: impl Into<String>,
        todo: impl Into<String>,
    ) -> Self {
        Self {
            code: code.to_owned(),
            what: what.into(),
            meaning: meaning.into(),
            todo: todo.into(),
            quote: None,
        }
    }

    /// The problem that an error is: its own sentence is what happened, its causes are quoted.
    pub fn of(
        error: &dyn std::error::Error,
        code: &str,
        meaning: impl Into<String>,
        todo: impl Into<String>,
    ) -> Self {
        let causes = std::iter::successors(error.source(), |cause| cause.source());
        let causes: Vec<String> = causes.map(ToString::to_string).collect();
        Self::new(code, sentence(&error.to_string()), meaning, todo).quoting(&causes.join(": "))
    }

    /// The same problem with the appliance's own words, cut to a length that cannot flood a page.
    pub fn quoting(mut self, words: &str) -> Self {
        let words = words.trim();
        self.quote = (!words.is_empty()).then(|| cut(words).to_owned());
        self
    }
}

/// An error's own words as a sentence.
fn sentence(fragment: &str) -> String {
    let mut letters = fragment.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), letters.as_str())
}

/// The longest prefix of `words` within [`QUOTE_MAX`] that ends between two characters.
fn cut(words: &str) -> &str {
    words
        .get(..words.floor_char_boundary(QUOTE_MAX))
        .unwrap_or(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_a_flood_of_words_between_two_characters() {
        let problem = Problem::new("x", "a", "b", "c").quoting(&"é".repeat(3000));
        assert_eq!(problem.quote.map(|quote| quote.len()), Some(2048));
    }

    #[test]
    fn quotes_nothing_when_nothing_was_said() {
        assert_eq!(Problem::new("x", "a", "b", "c").quoting("  \n").quote, None);
    }
}
