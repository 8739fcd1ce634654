//! What is told, in English.

use certificate::{Difference, Promise};
use message::{Argument, Message, message};
use words::{Language, Words};

const ENGLISH: Words = Words::in_language(Language::ENGLISH);

/// Something that is told to people.
pub(crate) trait InEnglish {
    fn message(&self) -> Message;

    fn says(&self) -> String {
        ENGLISH.say(&InEnglish::message(self))
    }

    fn means(&self) -> String {
        let means = ENGLISH.part(&InEnglish::message(self), "meaning");
        means.unwrap_or_default()
    }

    fn todo(&self) -> String {
        let todo = ENGLISH.part(&InEnglish::message(self), "todo");
        todo.unwrap_or_default()
    }
}

impl InEnglish for Message {
    fn message(&self) -> Message {
        self.clone()
    }
}

impl InEnglish for Promise {
    fn message(&self) -> Message {
        self.message.clone()
    }
}

/// What two certificates differ in.
pub(crate) trait DifferenceInEnglish {
    fn says(&self) -> Option<String>;
    fn before(&self) -> String;
    fn after(&self) -> String;
}

impl DifferenceInEnglish for Difference {
    fn says(&self) -> Option<String> {
        self.says.as_ref().map(|message| ENGLISH.say(message))
    }

    fn before(&self) -> String {
        told(&self.before)
    }

    fn after(&self) -> String {
        told(&self.after)
    }
}

fn told(argument: &Argument) -> String {
    ENGLISH.say(&message!("difference.values", told = argument.clone()))
}
