//! What fills a place in a sentence. It is typed, so that each language writes it its own way.

use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime, UtcOffset};
use ts_rs::TS;

use super::Message;

/// The value of one argument of a [`Message`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Argument {
    /// A name, an address, a thumbprint or a quotation: the same in every language.
    Text(String),
    /// A count; the language chooses the plural.
    Number(#[ts(type = "number")] i64),
    /// A moment, told to the second in UTC.
    Moment(
        #[serde(with = "time::serde::rfc3339")]
        #[ts(type = "string")]
        OffsetDateTime,
    ),
    /// A moment, told to the minute in UTC.
    Minute(
        #[serde(with = "time::serde::rfc3339")]
        #[ts(type = "string")]
        OffsetDateTime,
    ),
    /// A moment of which only the day in UTC is told.
    Day(
        #[serde(with = "time::serde::rfc3339")]
        #[ts(type = "string")]
        OffsetDateTime,
    ),
    /// A length of time in seconds.
    Seconds(#[ts(type = "number")] i64),
    /// A message inside another. Inside an attribute of the outer one it stands for its own attribute of that name,
    /// where it has one.
    Message(Box<Message>),
    /// All of these, joined as the language joins them.
    List(Vec<Self>),
    /// Whole sentences, one after the other.
    Sentences(Vec<Message>),
}

impl Argument {
    /// Whole sentences, one after the other.
    pub fn sentences(of: impl IntoIterator<Item = Message>) -> Self {
        Self::Sentences(of.into_iter().collect())
    }

    /// A list of whatever can stand in a sentence.
    pub fn list<T: Into<Self>>(of: impl IntoIterator<Item = T>) -> Self {
        Self::List(of.into_iter().map(Into::into).collect())
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<OffsetDateTime> for Argument {
    fn from(at: OffsetDateTime) -> Self {
        Self::Moment(at.to_offset(UtcOffset::UTC))
    }
}

impl From<Duration> for Argument {
    fn from(length: Duration) -> Self {
        Self::Seconds(length.whole_seconds())
    }
}

impl From<std::time::Duration> for Argument {
    fn from(length: std::time::Duration) -> Self {
        Self::Seconds(i64::try_from(length.as_secs()).unwrap_or(i64::MAX))
    }
}

impl From<Message> for Argument {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

impl<T: Into<Self>> From<Vec<T>> for Argument {
    fn from(all: Vec<T>) -> Self {
        Self::list(all)
    }
}

/// Whole numbers of every width; one that is too large to be true is cut, never wrapped.
macro_rules! from_number {
    ($($number:ty),*) => {$(
        impl From<$number> for Argument {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}

from_number!(i8, i16, i32, i64, u8, u16, u32, u64, usize);
