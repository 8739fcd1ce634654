//! Messages in a JSON document, with their words beside them.

use message::{Message, Problem};
use serde::Deserialize as _;
use serde_json::{Map, Value};

use crate::words::Words;

/// Puts the words beside every message of a document: `text` into a message, `what`, `meaning` and `todo` into a
/// problem. Programs decide by codes and arguments, and show people the words.
pub fn with_words(words: Words, document: &mut Value) {
    match document {
        Value::Array(items) => {
            for item in items {
                with_words(words, item);
            }
        }
        Value::Object(fields) => beside(words, fields),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn beside(words: Words, fields: &mut Map<String, Value>) {
    let whole = Value::Object(fields.clone());
    if let Some(problem) = problem(fields, &whole) {
        let texts = [
            ("what", words.what(&problem)),
            ("meaning", words.meaning(&problem)),
            ("todo", words.todo(&problem)),
        ];
        fields.extend(texts.map(|(name, text)| (name.to_owned(), Value::String(text))));
    } else if let Some(message) = message(fields, &whole) {
        fields.insert("text".to_owned(), Value::String(words.say(&message)));
    } else {
        for (_, value) in fields {
            with_words(words, value);
        }
    }
}

fn problem(fields: &Map<String, Value>, whole: &Value) -> Option<Problem> {
    let has_message = fields.get("message").is_some_and(Value::is_object);
    has_message
        .then(|| Problem::deserialize(whole).ok())
        .flatten()
}

/// A message has a code and perhaps arguments, and nothing else.
fn message(fields: &Map<String, Value>, whole: &Value) -> Option<Message> {
    let is_message = fields.keys().all(|key| key == "code" || key == "arguments");
    is_message
        .then(|| Message::deserialize(whole).ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;
    use message::{message, problem};
    use serde_json::json;

    #[test]
    fn words_stand_beside_what_they_tell() {
        let mut document = json!({
            "said": message!("site.timed_out", site = "Berlin"),
            "problems": [problem!("site.timed_out", site = "Paris")],
            "code": 3,
        });
        with_words(Words::in_language(Language::ENGLISH), &mut document);
        assert_eq!(document["said"]["text"], "Berlin did not answer in time.");
        assert_eq!(document["said"]["code"], "site.timed_out");
        assert_eq!(
            document["problems"][0]["what"],
            "Paris did not answer in time."
        );
        assert!(document["problems"][0]["todo"].is_string());
        assert_eq!(document["code"], 3);
    }
}
