//! A message with three parts: what happened, what it means, what to do.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Message, message};

/// The longest quotation of an appliance's own words that is shown or kept, in bytes.
const QUOTE_MAX: usize = 2048;

/// Something that went wrong or needs a person. Its message has three parts in the catalogue: the sentence says what
/// happened, `meaning` what state the site is in because of it, `todo` what to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// A stable short name, for tests, tickets and searching the documentation.
    pub code: String,
    /// How it is told. Its code is another one where more is known than the code of the problem says.
    pub message: Message,
    /// What it means here, where that is more than the message's own `meaning`: the same failure means something else
    /// in the middle of a repair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub meaning: Option<Box<Message>>,
    /// What to do here, where that is another thing than the message's own `todo`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub todo: Option<Box<Message>>,
    /// The appliance's own words, shown as a quotation and never interpreted.
    pub quote: Option<String>,
}

impl Problem {
    /// A problem whose words are not in the catalogue yet: in English alone.
    pub fn new(
        code: &str,
        what: impl Into<String>,
        meaning: impl Into<String>,
        todo: impl Into<String>,
    ) -> Self {
        let message = message!(
            "english",
            what = what.into(),
            meaning = meaning.into(),
            todo = todo.into()
        );
        Self {
            code: code.to_owned(),
            ..message.into()
        }
    }

    /// The same problem told in another way.
    #[must_use]
    pub fn told_as(self, message: Message) -> Self {
        Self { message, ..self }
    }

    /// The same problem under another code: more is told of it than its code says.
    #[must_use]
    pub fn known_as(self, code: &str) -> Self {
        let code = code.to_owned();
        Self { code, ..self }
    }

    /// The same problem where it means this.
    #[must_use]
    pub fn with_meaning(self, meaning: Message) -> Self {
        let meaning = Some(Box::new(meaning));
        Self { meaning, ..self }
    }

    /// The same problem where this is to be done about it.
    #[must_use]
    pub fn with_todo(self, todo: Message) -> Self {
        let todo = Some(Box::new(todo));
        Self { todo, ..self }
    }

    /// The same problem with the appliance's own words, cut to a length that cannot flood a page.
    #[must_use]
    pub fn quoting(mut self, words: &str) -> Self {
        let words = words.trim();
        self.quote = (!words.is_empty()).then(|| cut(words).to_owned());
        self
    }

    /// The same problem with the causes of an error as its quotation, where the error has any.
    #[must_use]
    pub fn caused_by(self, error: &dyn std::error::Error) -> Self {
        let causes = std::iter::successors(error.source(), |cause| cause.source());
        let causes: Vec<String> = causes.map(ToString::to_string).collect();
        match causes.as_slice() {
            [] => self,
            causes => self.quoting(&causes.join(": ")),
        }
    }
}

impl From<Message> for Problem {
    fn from(message: Message) -> Self {
        Self {
            code: message.code.clone(),
            message,
            meaning: None,
            todo: None,
            quote: None,
        }
    }
}

/// A [`Problem`] with its arguments: `problem!("peer.no_access", peer = name)`.
///
/// `cargo xtask lint` reads these and holds them against the catalogue, as it does with
/// [`message!`](crate::message).
#[macro_export]
macro_rules! problem {
    ($code:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::Problem::from($crate::message!($code $(, $name = $value)*))
    };
}

/// The longest prefix of `words` within [`QUOTE_MAX`] that ends between two characters.
fn cut(words: &str) -> &str {
    words
        .get(..words.floor_char_boundary(QUOTE_MAX))
        .unwrap_or(words)
}

#[cfg(test)]
mod tests {

    #[test]
    fn cuts_a_flood_of_words_between_two_characters() {
        let problem = problem!("x").quoting(&"é".repeat(3000));
        assert_eq!(problem.quote.map(|quote| quote.len()), Some(2048));
    }

    #[test]
    fn quotes_nothing_when_nothing_was_said() {
        assert_eq!(problem!("x").quoting("  \n").quote, None);
    }
}
