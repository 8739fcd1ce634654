//! Messages said in one language.

mod arguments;

use std::borrow::Cow;

use fluent_bundle::FluentArgs;
use message::{Argument, Message, Problem};

use crate::catalogue::{self, Bundle, ENGLISH};

/// A language of the catalogue, by its tag (BCP 47).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language(&'static str);

impl Language {
    /// English: every message is there.
    pub const ENGLISH: Self = Self(ENGLISH);

    /// Its tag (BCP 47).
    const fn tag(self) -> &'static str {
        self.0
    }
}

/// Who says messages in one language.
#[derive(Clone, Copy)]
pub struct Words {
    language: Language,
}

impl Words {
    /// Speaks this language.
    pub const fn in_language(language: Language) -> Self {
        Self { language }
    }

    /// The sentence of a message. One that even English lacks is told by its code and arguments: nothing is lost.
    pub fn say(self, message: &Message) -> String {
        self.find(message, None)
            .unwrap_or_else(|| unknown(self, message))
    }

    /// Another part of a message, such as `todo`, where it has that.
    pub fn part(self, message: &Message, part: &str) -> Option<String> {
        self.find(message, Some(part))
            .filter(|text| !text.is_empty())
    }

    /// A value by itself.
    pub fn value(self, argument: &Argument) -> String {
        arguments::text(self, argument, None)
    }

    /// What happened.
    pub fn what(self, problem: &Problem) -> String {
        self.say(&problem.message)
    }

    /// What it means for the site.
    pub fn meaning(self, problem: &Problem) -> String {
        let own = || self.part(&problem.message, "meaning");
        let here = problem.meaning.as_deref().map(|message| self.say(message));
        here.or_else(own).unwrap_or_default()
    }

    /// What to do next.
    pub fn todo(self, problem: &Problem) -> String {
        let own = || self.part(&problem.message, "todo");
        let here = problem.todo.as_deref().map(|message| self.say(message));
        here.or_else(own).unwrap_or_default()
    }

    fn find(self, message: &Message, part: Option<&str>) -> Option<String> {
        let id = catalogue::id_of(message);
        let bundles = [self.language.tag(), ENGLISH].map(catalogue::of);
        let mut in_order = bundles.into_iter().flatten();
        in_order.find_map(|bundle| said(bundle, &id, part, &arguments::of(self, message, part)))
    }
}

/// The sentence of one bundle, whole: one with a place that nothing fills is no answer.
fn said(
    bundle: &Bundle,
    id: &str,
    part: Option<&str>,
    arguments: &FluentArgs<'_>,
) -> Option<String> {
    let message = bundle.get_message(id)?;
    let pattern = match part {
        None => message.value()?,
        Some(part) => message.get_attribute(part)?.value(),
    };
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(arguments), &mut errors);
    errors.is_empty().then(|| Cow::into_owned(text))
}

/// What is said of a message that the catalogue does not know, such as one of a newer version.
fn unknown(words: Words, message: &Message) -> String {
    let filled: Vec<String> = message
        .arguments
        .iter()
        .map(|(name, argument)| format!("{name}: {}", arguments::text(words, argument, None)))
        .collect();
    match filled.as_slice() {
        [] => message.code.clone(),
        filled => format!("{} ({})", message.code, filled.join("; ")),
    }
}

#[cfg(test)]
mod tests;
