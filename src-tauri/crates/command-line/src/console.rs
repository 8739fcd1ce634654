//! What is told: plain words for people, JSON lines for programs.
//!
//! Whoever reads may go away at any moment. That ends nothing: the run and its record go on, so a
//! line that cannot be written is dropped.

use std::io::{Write as _, stderr, stdout};
use std::path::Path;

use rotation::{Outcome, Problem};
use serde::Serialize;
use serde_json::{Value, json};
use words::{Language, Words, with_words};

/// Where everything is told.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Console {
    is_json: bool,
}

impl Console {
    /// Tells JSON lines, or plain words.
    pub(crate) const fn new(is_json: bool) -> Self {
        Self { is_json }
    }

    /// Whether programs read, and nobody can be asked.
    pub(crate) const fn is_for_programs(self) -> bool {
        self.is_json
    }

    /// A line for people; programs read other lines.
    pub(crate) fn say(self, words: &str) {
        if !self.is_json {
            drop(writeln!(stdout(), "{}", harmless(words)));
        }
    }

    /// A line for programs; people read other words. Nothing that is told fails to become JSON: files are
    /// named by [`text_of`].
    pub(crate) fn line(self, line: &impl Serialize) {
        if let (true, Ok(mut line)) = (self.is_json, serde_json::to_value(line)) {
            with_words(words(), &mut line);
            drop(writeln!(stdout(), "{line}"));
        }
    }

    /// A text that was asked for.
    pub(crate) fn show(self, text: &str) -> Outcome {
        drop(writeln!(stdout(), "{text}"));
        Outcome::Done
    }

    /// Something went wrong on the way, and it goes on.
    pub(crate) fn tell(self, problem: &Problem) {
        self.line(&json!({"kind": "problem", "problem": problem}));
        self.complain(problem);
    }

    /// It ends here, and nothing was changed.
    pub(crate) fn refuse(self, problem: &Problem, is_about_a_run: bool) -> Outcome {
        self.line(&refusal(problem, is_about_a_run));
        self.complain(problem);
        Outcome::Refused
    }

    /// A problem in words, for people.
    pub(crate) fn complain(self, problem: &Problem) {
        if !self.is_json {
            drop(writeln!(stderr(), "{}", harmless(&in_words(problem))));
        }
    }
}

/// Who says it: in English, as long as this program has lines that stand in no catalogue.
pub(crate) const fn words() -> Words {
    Words::in_language(Language::ENGLISH)
}

/// What happened, in words.
pub(crate) fn told(problem: &Problem) -> String {
    words().what(problem)
}

/// The name of a file as text. Bytes of it that are no text, which most systems allow, stand as `\xNN`.
pub(crate) fn text_of(path: &Path) -> String {
    let mut text = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        text.push_str(chunk.valid());
        let others = chunk.invalid().iter();
        text.extend(others.map(|byte| format!("\\x{byte:02X}")));
    }
    text
}

/// The last line of what was refused before there was a run.
pub(crate) fn refusal(problem: &Problem, is_about_a_run: bool) -> Value {
    if is_about_a_run {
        json!({"outcome": Outcome::Refused, "run": null, "peers": [], "onPremises": [], "problem": problem})
    } else {
        json!({"outcome": Outcome::Refused, "problem": problem})
    }
}

/// The four parts of a problem, a line each.
pub(crate) fn in_words(problem: &Problem) -> String {
    let words = words();
    let (what, meaning, todo) = (
        words.what(problem),
        words.meaning(problem),
        words.todo(problem),
    );
    let quote = problem
        .quote
        .as_deref()
        .map(|quote| format!("\n  Details: \u{201c}{quote}\u{201d}"))
        .unwrap_or_default();
    format!("{what}\n  What it means: {meaning}\n  What to do: {todo}{quote}")
}

/// The words without anything that steers a terminal: names and quotations come from outside.
fn harmless(words: &str) -> String {
    let steers = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    words
        .chars()
        .map(|c| if steers(c) { '\u{fffd}' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lets_no_name_steer_the_terminal() {
        assert_eq!(
            harmless("a\u{1b}[2Jb\u{202e}c\nd"),
            "a\u{fffd}[2Jb\u{fffd}c\nd"
        );
    }
}
