//! A message, and the macro that makes one.

mod argument;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use argument::Argument;

/// Something to be told: a code that never changes, and what fills the places of its sentence.
///
/// The catalogue knows it by the code with a hyphen in place of each stop: `peer.no_access` is `peer-no_access`.
/// A message may have further parts beside its sentence, such as `meaning` and `todo`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    /// A stable short name, also for tests, tickets and searching the documentation.
    pub code: String,
    /// What fills the places of the sentence, by their names in the catalogue.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(type = "{ [name in string]: import('./Argument').Argument }", optional)]
    pub arguments: BTreeMap<String, Argument>,
}

impl Message {
    /// A message whose sentence has no places. Write [`message!`](crate::message), which the lint can check.
    pub fn new(code: &str) -> Self {
        Self {
            code: code.to_owned(),
            arguments: BTreeMap::new(),
        }
    }

    /// The same with one place filled.
    #[must_use]
    pub fn with(mut self, name: &str, argument: impl Into<Argument>) -> Self {
        self.arguments.insert(name.to_owned(), argument.into());
        self
    }
}

/// A [`Message`] with its arguments: `message!("peer.busy", peer = name, count = tasks)`.
///
/// `cargo xtask lint` reads these and holds them against the catalogue: the code and every argument.
#[macro_export]
macro_rules! message {
    ($code:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::Message::new($code)$(.with(stringify!($name), $value))*
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use time::OffsetDateTime;

    #[test]
    fn a_message_is_written_as_code_and_typed_arguments_and_read_again() {
        let inner = message!("site.timed_out", site = "Berlin");
        let message = message!(
            "a.b",
            peer = "Berlin",
            count = 3_usize,
            at = OffsetDateTime::UNIX_EPOCH,
            why = inner,
            names = vec!["x", "y"],
        );
        let written = serde_json::to_value(&message).expect("it is plain data");
        let expected = json!({ "code": "a.b", "arguments": {
            "peer": { "text": "Berlin" },
            "count": { "number": 3 },
            "at": { "moment": "1970-01-01T00:00:00Z" },
            "why": { "message": { "code": "site.timed_out", "arguments": { "site": { "text": "Berlin" } } } },
            "names": { "list": [{ "text": "x" }, { "text": "y" }] },
        }});
        assert_eq!(written, expected);
        assert_eq!(
            serde_json::from_value::<Message>(written).expect("as written"),
            message
        );
    }

    #[test]
    fn a_message_without_arguments_is_a_code() {
        let written = serde_json::to_string(&message!("run.paused")).expect("it is plain data");
        assert_eq!(written, r#"{"code":"run.paused"}"#);
    }
}
