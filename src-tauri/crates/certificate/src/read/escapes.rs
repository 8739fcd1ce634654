//! Characters that were spelt out on the way: in an address, in JSON, in XML or HTML.

use std::borrow::Cow;

/// A text with its spelt characters as they were meant. Only what keeps a block or its digits from being
/// seen is looked for.
pub(crate) fn resolved(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    if text.contains("-----BEGIN%20") || text.contains("-----%0") {
        text = replaced(&text, "%", |behind| hexadecimal(behind, 2)).into();
    }
    if text.contains("\\u00") {
        let once = text.replace("\\\\u00", "\\u00");
        text = replaced(&once, "\\u", |behind| hexadecimal(behind, 4)).into();
    }
    if text.contains("\\/") {
        text = text.replace("\\/", "/").into();
    }
    if text.contains("&#") {
        text = replaced(&text, "&#", entity).into();
    }
    text
}

/// The text in which `mark` and what `spelt` takes behind it are one character: that, and the bytes taken.
fn replaced(text: &str, mark: &str, spelt: impl Fn(&str) -> Option<(char, usize)>) -> String {
    let mut parts = text.split(mark);
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (c, taken) = spelt(part).map_or((None, 0), |(c, taken)| (Some(c), taken));
        match c {
            Some(c) => plain.push(c),
            None => plain.push_str(mark),
        }
        plain.push_str(part.get(taken..).unwrap_or_default());
    }
    plain
}

/// A character of ASCII by so many hexadecimal digits.
fn hexadecimal(text: &str, digits: usize) -> Option<(char, usize)> {
    Some((ascii(text.get(..digits)?, 16)?, digits))
}

/// `13;` or `xD;`, as XML has them behind `&#`.
fn entity(text: &str) -> Option<(char, usize)> {
    let (digits, _) = text.split_once(';')?;
    let c = match digits.strip_prefix(['x', 'X']) {
        Some(digits) => ascii(digits, 16),
        None => ascii(digits, 10),
    };
    Some((c?, digits.len() + 1))
}

fn ascii(digits: &str, radix: u32) -> Option<char> {
    let code = u8::from_str_radix(digits, radix).ok()?;
    code.is_ascii().then_some(char::from(code))
}
