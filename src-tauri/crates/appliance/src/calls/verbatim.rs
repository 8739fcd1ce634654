//! A value that is sent back exactly as it was read.
//!
//! The vendor's interface writes the whole record of a peer, so whoever changes one field hands the others
//! back (docs/vcda-api.md §3.2). What is cleaned for a screen must never take that way.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::reading;

/// A field of an appliance's JSON as it stood there, character by character: absent, null and the empty text
/// are three different things.
///
/// Its own serialised form, for records, is the field's JSON as a text, or null where it was absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Verbatim(Option<String>);

impl From<&str> for Verbatim {
    /// The text as any program would write it.
    fn from(text: &str) -> Self {
        Self(Some(serde_json::Value::from(text).to_string()))
    }
}

impl Verbatim {
    /// Whether the field was absent.
    pub fn is_absent(&self) -> bool {
        self.0.is_none()
    }

    /// The text for a screen: cut and cleaned, empty where there is none.
    pub fn shown(&self) -> String {
        #[derive(Deserialize)]
        struct Shown(#[serde(deserialize_with = "reading::words")] String);
        let json = self.0.as_deref().unwrap_or("null");
        serde_json::from_str(json).map_or_else(|_| String::new(), |Shown(words)| words)
    }
}

/// Reads a field that is there.
pub(super) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Verbatim, D::Error> {
    let raw = Box::<RawValue>::deserialize(deserializer)?;
    Ok(Verbatim(Some(raw.get().to_owned())))
}

/// Writes a field as it was read. One that was absent is to be skipped.
pub(super) fn write<S: Serializer>(value: &Verbatim, serializer: S) -> Result<S::Ok, S::Error> {
    let json = value.0.clone().unwrap_or_else(|| "null".to_owned());
    let raw = RawValue::from_string(json).map_err(serde::ser::Error::custom)?;
    raw.serialize(serializer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Row {
        #[serde(
            default,
            deserialize_with = "read",
            serialize_with = "write",
            skip_serializing_if = "Verbatim::is_absent"
        )]
        description: Verbatim,
    }

    /// What appliances may hold, in JSON as another program writes it.
    const ROWS: [&str; 8] = [
        "{}",
        r#"{"description":null}"#,
        r#"{"description":""}"#,
        r#"{"description":"two\nlines\ttab"}"#,
        "{\"description\":\"\u{202E}z\u{200B}\u{FEFF} ä \u{1F600}\"}",
        r#"{"description":"\u00e4\u0000\ud800"}"#,
        r#"{"description":"null"}"#,
        r#"{"description":{"a":[1.50,2e3]}}"#,
    ];

    #[test]
    fn hands_back_byte_by_byte_what_it_read_also_by_way_of_a_record() {
        for json in ROWS {
            let row: Row = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&row).unwrap(), json);
            let kept = serde_json::to_string(&row.description).unwrap();
            let description = serde_json::from_str(&kept).unwrap();
            assert_eq!(Row { description }, row, "{kept}");
        }
    }

    #[test]
    fn shows_a_cleaned_text() {
        let shown = |json: &str| {
            serde_json::from_str::<Row>(json)
                .unwrap()
                .description
                .shown()
        };
        assert_eq!(ROWS.map(shown)[..4], ["", "", "", "two lines tab"]);
        assert_eq!(shown(r#"{"description":7}"#), "");
    }
}
