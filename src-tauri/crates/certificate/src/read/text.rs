//! Text in whatever encoding it was saved.

use std::borrow::Cow;

/// What is binary in a file although something was put in front of it: a line break by a shell, a mark of
/// byte order by an editor.
pub(crate) fn binary_in(input: &[u8]) -> Option<&[u8]> {
    let input = input.strip_prefix(BYTE_ORDER_MARK).unwrap_or(input);
    let input = input.trim_ascii_start();
    is_binary_asn1(input).then_some(input)
}

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The text in a file, if that is what the file is.
pub(crate) fn text_of(input: &[u8]) -> Option<Cow<'_, str>> {
    if let Some(rest) = input.strip_prefix(BYTE_ORDER_MARK) {
        return Some(String::from_utf8_lossy(rest));
    }
    match input {
        // The first byte of every keystore, and a digit: cut off is likelier than a text of one digit.
        [0x30] => return None,
        [0xff, 0xfe, 0, 0, rest @ ..] => {
            return Some(Cow::Owned(from_utf32(rest, u32::from_le_bytes)));
        }
        [0, 0, 0xfe, 0xff, rest @ ..] => {
            return Some(Cow::Owned(from_utf32(rest, u32::from_be_bytes)));
        }
        [0xff, 0xfe, rest @ ..] => return Some(Cow::Owned(from_utf16(rest, u16::from_le_bytes))),
        [0xfe, 0xff, rest @ ..] => return Some(Cow::Owned(from_utf16(rest, u16::from_be_bytes))),
        [first, 0, second, 0, ..] if is_plain(*first) && is_plain(*second) => {
            return Some(Cow::Owned(from_utf16(input, u16::from_le_bytes)));
        }
        [0, first, 0, second, ..] if is_plain(*first) && is_plain(*second) => {
            return Some(Cow::Owned(from_utf16(input, u16::from_be_bytes)));
        }
        _ => {}
    }
    let has_blocks = contains(input, b"-----BEGIN ") && !is_binary_asn1(input);
    if has_blocks {
        let text = String::from_utf8_lossy(input);
        // A shell of Windows puts UTF-16 behind a text that was none: what is left of it are the zeros.
        return Some(match contains(input, b"B\0E\0G\0I\0N") {
            true => Cow::Owned(text.replace('\0', "")),
            false => text,
        });
    }
    let text = std::str::from_utf8(input).ok()?;
    // An old editor marks the end with the control character 26.
    let is_text = |c: char| !c.is_control() || c.is_whitespace() || c == '\u{1a}';
    let is_text = text.chars().all(is_text);
    is_text.then_some(Cow::Borrowed(text))
}

/// A SEQUENCE whose length takes more than one byte can be no text: that byte is not ASCII.
fn is_binary_asn1(input: &[u8]) -> bool {
    matches!(input, [0x30, length, ..] if *length >= 0x80)
}

const fn is_plain(byte: u8) -> bool {
    byte.is_ascii_graphic() || byte.is_ascii_whitespace()
}

fn from_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes
        .chunks_exact(2)
        .filter_map(|pair| Some(unit(pair.try_into().ok()?)));
    char::decode_utf16(units)
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

fn from_utf32(bytes: &[u8], unit: fn([u8; 4]) -> u32) -> String {
    let units = bytes
        .chunks_exact(4)
        .filter_map(|four| Some(unit(four.try_into().ok()?)));
    units
        .map(|unit| char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

pub(crate) fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
