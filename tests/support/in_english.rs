//! What people read, in English.

use message::{Message, Problem};
use words::{Language, Words};

const ENGLISH: Words = Words::in_language(Language::ENGLISH);

/// A problem in words.
pub trait InEnglish {
    /// What happened.
    fn what(&self) -> String;
    /// What it means.
    fn meaning(&self) -> String;
    /// What to do.
    fn todo(&self) -> String;
}

impl InEnglish for Problem {
    fn what(&self) -> String {
        ENGLISH.what(self)
    }

    fn meaning(&self) -> String {
        ENGLISH.meaning(self)
    }

    fn todo(&self) -> String {
        ENGLISH.todo(self)
    }
}

/// A message in words.
pub fn said(message: &Message) -> String {
    ENGLISH.say(message)
}
