//! What fills the places of a sentence, written as the language writes it.
//!
//! How a language writes a moment, a length of time or a list stands in its own `formats.ftl`.

use fluent_bundle::{FluentArgs, FluentValue};
use message::{Argument, Message, message};
use time::{OffsetDateTime, UtcOffset};

use super::Words;

/// The arguments of a message, for its sentence or for one of its other parts.
pub(super) fn of<'a>(words: Words, message: &'a Message, part: Option<&str>) -> FluentArgs<'a> {
    message
        .arguments
        .iter()
        .map(|(name, argument)| (name.as_str(), value(words, argument, part)))
        .collect()
}

fn value<'a>(words: Words, argument: &'a Argument, part: Option<&str>) -> FluentValue<'a> {
    if let Argument::Number(number) = argument {
        return FluentValue::from(*number);
    }
    FluentValue::from(text(words, argument, part))
}

/// An argument as it stands in a sentence.
pub(super) fn text(words: Words, argument: &Argument, part: Option<&str>) -> String {
    match argument {
        Argument::Text(text) => text.clone(),
        Argument::Number(number) => words.say(&message!("format.number", number = *number)),
        Argument::Moment(at) => words.say(&moment(*at)),
        Argument::Minute(at) => words.say(&minute(*at)),
        Argument::Day(of) => words.say(&day(*of)),
        Argument::Seconds(seconds) => words.say(&length(*seconds)),
        Argument::Message(inner) => part
            .and_then(|part| words.part(inner, part))
            .unwrap_or_else(|| words.say(inner)),
        Argument::List(all) => {
            let items: Vec<String> = all.iter().map(|item| text(words, item, part)).collect();
            joined(words, &items)
        }
        Argument::Sentences(all) => {
            let told = all.iter().map(|one| words.say(one));
            told.reduce(|before, next| one_after_the_other(words, &before, &next))
                .unwrap_or_default()
        }
    }
}

fn joined(words: Words, items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first, last] => words.say(&message!("format.pair", first = first, last = last)),
        [rest @ .., last] => {
            let mut rest = rest.iter().cloned();
            let first = rest.next().unwrap_or_default();
            let start = rest.fold(first, |before, next| {
                words.say(&message!("format.list", before = before, next = next))
            });
            words.say(&message!("format.list_end", before = start, last = last))
        }
    }
}

fn one_after_the_other(words: Words, before: &str, next: &str) -> String {
    words.say(&message!("format.sentences", before = before, next = next))
}

fn moment(at: OffsetDateTime) -> Message {
    let at = at.to_offset(UtcOffset::UTC);
    message!(
        "format.moment",
        day = day(at),
        time = format!("{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second()),
    )
}

fn minute(at: OffsetDateTime) -> Message {
    let at = at.to_offset(UtcOffset::UTC);
    message!(
        "format.moment",
        day = day(at),
        time = format!("{:02}:{:02}", at.hour(), at.minute()),
    )
}

/// The figures of a date come with their zeros and without: each language takes which it writes.
fn day(of: OffsetDateTime) -> Message {
    let of = of.to_offset(UtcOffset::UTC);
    let month = u8::from(of.month());
    message!(
        "format.day",
        year = of.year().to_string(),
        month = month,
        month_padded = format!("{month:02}"),
        day = of.day().to_string(),
        day_padded = format!("{:02}", of.day()),
    )
}

/// As precise as it is worth: the two largest units.
fn length(seconds: i64) -> Message {
    let seconds = seconds.max(0);
    let (days, hours) = (seconds / 86_400, seconds / 3600 % 24);
    let (minutes, rest) = (seconds / 60 % 60, seconds % 60);
    match (days, hours, minutes, rest) {
        (0, 0, 0, 0) => message!("format.under_a_second"),
        (0, 0, 0, s) => message!("format.seconds", seconds = s),
        (0, 0, m, 0) => message!("format.minutes", minutes = m),
        (0, 0, m, s) => message!("format.minutes_and_seconds", minutes = m, seconds = s),
        (0, h, 0, _) => message!("format.hours", hours = h),
        (0, h, m, _) => message!("format.hours_and_minutes", hours = h, minutes = m),
        (d, 0, _, _) => message!("format.days", days = d),
        (d, h, _, _) => message!("format.days_and_hours", days = d, hours = h),
    }
}
