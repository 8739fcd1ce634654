//! Reading fields of an appliance's JSON: tolerant of what is missing, strict about what could do harm.
//!
//! Names identify things and are kept as they are or refused; messages are for people and are cut and cleaned.

use certificate::Thumbprint;
use serde::de::{Deserialize, Deserializer, Error};
use time::OffsetDateTime;

use crate::limits::{LIST_CAP, TEXT_CAP};

/// A name; missing and null are the empty name.
pub(crate) fn name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    optional_name(deserializer).map(Option::unwrap_or_default)
}

/// A name, if there is one. The text "null" is none either (docs/vcda-api.md §3.1 saw it in `apiVersion`).
pub(crate) fn optional_name<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<String>, D::Error> {
    let Some(name) = Option::<String>::deserialize(deserializer)? else {
        return Ok(None);
    };
    if name.len() > TEXT_CAP {
        return Err(D::Error::custom("a name is longer than any name"));
    }
    if name.chars().any(is_deceptive) {
        return Err(D::Error::custom("a name holds invisible characters"));
    }
    Ok(Some(name).filter(|name| !name.is_empty() && name != "null"))
}

/// A message for people: cut where it is too long, without the characters that rearrange a line.
pub(crate) fn words<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?.unwrap_or_default();
    let shown = |c: char| if is_deceptive(c) { ' ' } else { c };
    let mut left = TEXT_CAP;
    let fits = |c: &char| {
        let is_within = left >= c.len_utf8();
        left = left.saturating_sub(c.len_utf8());
        is_within
    };
    Ok(text.chars().map(shown).take_while(fits).collect())
}

/// A thumbprint, if there is one that can be read.
pub(crate) fn optional_thumbprint<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Thumbprint>, D::Error> {
    Ok(optional_name(deserializer)?.and_then(|text| text.parse().ok()))
}

/// A thumbprint that has to be there.
pub(crate) fn thumbprint<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Thumbprint, D::Error> {
    name(deserializer)?.parse().map_err(D::Error::custom)
}

/// A moment in epoch milliseconds; zero and below stand for none (docs/vcda-api.md §3.4 saw -1).
pub(crate) fn optional_moment<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<OffsetDateTime>, D::Error> {
    let milliseconds = Option::<i64>::deserialize(deserializer)?.filter(|&value| value > 0);
    Ok(milliseconds.and_then(|value| {
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(value) * 1_000_000).ok()
    }))
}

/// A list of a length that somebody could have meant; missing and null are the empty list.
pub(crate) fn list<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    let list = Option::<Vec<T>>::deserialize(deserializer)?.unwrap_or_default();
    if list.len() > LIST_CAP {
        return Err(D::Error::custom("a list is longer than any list"));
    }
    Ok(list)
}

/// A list as the whole answer.
#[derive(serde::Deserialize)]
#[serde(transparent, bound(deserialize = "T: Deserialize<'de>"))]
pub(crate) struct List<T> {
    #[serde(deserialize_with = "list")]
    pub(crate) items: Vec<T>,
}

/// Control characters, and those that show nothing or turn the direction of a line around.
fn is_deceptive(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::{List, list, name, optional_moment, optional_name, words};
    use serde::Deserialize;
    use serde_json::json;

    #[derive(Deserialize)]
    struct Read {
        #[serde(default, deserialize_with = "name")]
        name: String,
        #[serde(default, deserialize_with = "optional_name")]
        version: Option<String>,
        #[serde(default, deserialize_with = "words")]
        msg: String,
        #[serde(default, deserialize_with = "optional_moment")]
        at: Option<time::OffsetDateTime>,
        #[serde(default, deserialize_with = "list")]
        list: Vec<u8>,
    }

    fn read(value: serde_json::Value) -> Result<Read, serde_json::Error> {
        serde_json::from_value(value)
    }

    #[test]
    fn missing_and_null_fields_read_alike() {
        let null = json!({"name": null, "version": null, "msg": null, "at": null, "list": null});
        for value in [json!({}), null] {
            let read = read(value).unwrap();
            assert_eq!(
                (read.name.as_str(), read.version, read.msg.as_str()),
                ("", None, "")
            );
            assert_eq!((read.at, read.list), (None, vec![]));
        }
    }

    #[test]
    fn the_text_null_is_no_version_and_minus_one_is_no_moment() {
        let read = read(json!({"version": "null", "at": -1})).unwrap();
        assert_eq!((read.version, read.at), (None, None));
    }

    #[test]
    fn a_moment_is_counted_in_milliseconds() {
        let read = read(json!({"at": 1_716_271_642_000_i64})).unwrap();
        assert_eq!(
            read.at,
            Some(time::macros::datetime!(2024-05-21 06:07:22 UTC))
        );
    }

    #[test]
    fn a_long_message_is_cut_and_a_long_name_refused() {
        let long = "ä".repeat(5_000);
        assert_eq!(read(json!({"msg": long})).unwrap().msg.len(), 4_096);
        assert!(read(json!({"name": long})).is_err());
    }

    #[test]
    fn what_could_rearrange_a_line_is_cleaned_from_messages_and_refused_in_names() {
        assert_eq!(read(json!({"msg": "a\u{202E}b\nc"})).unwrap().msg, "a b c");
        assert!(read(json!({"name": "ber\u{202E}lin"})).is_err());
        assert_eq!(
            read(json!({"name": "Zürich 東京"})).unwrap().name,
            "Zürich 東京"
        );
    }

    #[test]
    fn a_list_without_end_is_refused() {
        assert!(serde_json::from_value::<List<u8>>(json!(vec![0; 5_001])).is_err());
        assert_eq!(
            serde_json::from_value::<List<u8>>(json!([1]))
                .unwrap()
                .items,
            [1]
        );
    }
}
