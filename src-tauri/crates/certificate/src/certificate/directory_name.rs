//! Distinguished names: read as people, and told apart as RFC 5280 §7.1 says.

use x509_parser::der_parser::asn1_rs::Any;
use x509_parser::objects::{oid_registry, oid2abbrev};
use x509_parser::x509::{AttributeTypeAndValue, X509Name};

use super::names::escaped;

const COMMON_NAME: &str = "2.5.4.3";

/// The name fit to be shown, such as `CN=vcda.example.com, O=Example`.
pub(super) fn shown(name: &X509Name<'_>) -> String {
    let parts: Vec<String> = name
        .iter_rdn()
        .map(|part| {
            let attributes: Vec<String> = part.iter().map(attribute).collect();
            attributes.join(" + ")
        })
        .collect();
    escaped(&parts.join(", "))
}

fn attribute(attribute: &AttributeTypeAndValue<'_>) -> String {
    let kind = attribute.attr_type();
    let kind =
        oid2abbrev(kind, oid_registry()).map_or_else(|_| kind.to_id_string(), ToOwned::to_owned);
    let value = attribute.attr_value();
    let value = text(value).unwrap_or_else(|| format!("#{}", digits(value.data)));
    format!("{kind}={value}")
}

/// The first common name, fit to be shown.
pub(super) fn common_name(name: &X509Name<'_>) -> Option<String> {
    let mut attributes = name.iter_attributes();
    let found = attributes.find(|one| one.attr_type().to_id_string() == COMMON_NAME)?;
    text(found.attr_value()).map(|name| escaped(&name))
}

/// The name as it is compared: neither the kind of string, nor case, nor blanks make a difference.
pub(super) fn folded(name: &X509Name<'_>) -> Vec<Vec<(String, String)>> {
    name.iter_rdn()
        .map(|part| {
            let mut attributes: Vec<(String, String)> = part.iter().map(folded_attribute).collect();
            attributes.sort();
            attributes
        })
        .collect()
}

/// One attribute as it is compared: its kind and its value.
pub(crate) fn folded_attribute(attribute: &AttributeTypeAndValue<'_>) -> (String, String) {
    let value = attribute.attr_value();
    let folded = match text(value) {
        Some(text) => {
            let words: Vec<&str> = text.split_whitespace().collect();
            words.join(" ").to_lowercase()
        }
        None => format!("#{}:{}", value.tag().0, digits(value.data)),
    };
    (attribute.attr_type().to_id_string(), folded)
}

/// The text in a string of any kind. What claims to be T.61 is Latin-1, as everybody writes it.
fn text(value: &Any<'_>) -> Option<String> {
    let bytes = value.data;
    match value.tag().0 {
        // UTF-8, and the kinds that ASCII is a part of: some authorities put UTF-8 there too.
        12 | 18 | 19 | 20 | 22 | 26 | 27 => {
            let text = std::str::from_utf8(bytes).map(ToOwned::to_owned);
            Some(text.unwrap_or_else(|_| latin_1(bytes)))
        }
        28 => {
            let characters = bytes.chunks(4).map(|four| {
                let four = <[u8; 4]>::try_from(four).ok()?;
                char::from_u32(u32::from_be_bytes(four))
            });
            characters.collect()
        }
        30 => {
            let units = bytes.chunks(2).map(|pair| {
                let pair = <[u8; 2]>::try_from(pair).ok()?;
                Some(u16::from_be_bytes(pair))
            });
            let units: Vec<u16> = units.collect::<Option<_>>()?;
            Some(String::from_utf16_lossy(&units))
        }
        _ => None,
    }
}

/// Bytes as the first 256 characters of Unicode.
pub(super) fn latin_1(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

/// Bytes as hexadecimal digits.
pub(super) fn digits(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}
