//! Structures that were written as digits without a frame: base64 in mail, XML, JSON and settings; dumps.

use super::encryption::is_one_sequence;
use super::jks;
use super::numbers;
use super::pem::{decode, is_blank, is_quoting};

/// The shortest text that is taken for digits; words are shorter.
const SHORTEST: usize = 64;
/// How every sequence of more than 127 bytes starts in base64, and how PEM and the keystores of Java do.
const STARTS: [&str; 5] = ["MI", PEM, "/u3+7Q", "_u3-7Q", "zs7Ozg"];
const PEM: &str = "LS0tLS1CRUdJTi";
/// Characters that are looked at in all: text that starts over and over must not take long.
const EFFORT: usize = 8 << 20;

/// What is in a text that has no blocks: structures as bytes, or PEM that was encoded once more.
pub(crate) fn found(text: &str) -> Vec<Vec<u8>> {
    let text = text.replace("\\r", "\n").replace("\\n", "\n");
    let all = in_base64(&text);
    if !all.is_empty() {
        return all;
    }
    let all = numbers::found(&text);
    if !all.is_empty() {
        return all;
    }
    if let Some(inner) = encoded_twice(&text) {
        return in_base64(&inner);
    }
    // Digits and nothing else, but not as many as they say: let the reader tell where they break off.
    let digits = text.chars().filter(|c| !is_blank(*c)).count();
    let is_taken = |bytes: &Vec<u8>| {
        bytes.starts_with(&[0x30]) && (digits >= SHORTEST || is_one_sequence(bytes))
    };
    decode(&text).filter(is_taken).into_iter().collect()
}

/// The text inside one that is nothing but digits, where that is digits again.
fn encoded_twice(text: &str) -> Option<String> {
    let inner = String::from_utf8(decode(text)?).ok()?;
    let is_text = |c: char| digit(c).is_some() || c == '=' || is_blank(c);
    (inner.len() >= SHORTEST && inner.chars().all(is_text)).then_some(inner)
}

fn in_base64(text: &str) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    let (mut at, mut effort) = (0, EFFORT);
    while let Some(start) = next_start(text, at) {
        let digits = Digits::from(text.get(start..).unwrap_or_default());
        effort = effort.saturating_sub(digits.length + 1);
        let taken = digits.structure();
        at = start + if taken.is_some() { digits.length } else { 2 };
        all.extend(taken);
        if effort == 0 {
            break;
        }
    }
    all
}

/// The next place at which a structure may start: behind something that is no digit.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    rest.match_indices(['M', 'L', '/', '_', 'z'])
        .map(|(at, _)| from + at)
        .find(|at| {
            let (before, behind) = text.split_at(*at);
            let follows_a_digit = before.ends_with(|c| digit(c).is_some());
            !follows_a_digit && STARTS.iter().any(|start| behind.starts_with(start))
        })
}

/// A run of base64 digits.
struct Digits {
    digits: String,
    /// Bytes of text that it takes up.
    length: usize,
}

impl Digits {
    /// Takes the digits that a structure says it needs, or all up to something else than a digit.
    fn from(text: &str) -> Self {
        let mut digits = String::new();
        let mut needed = usize::MAX;
        for (at, c) in text.char_indices() {
            if digits.len() == needed {
                return Self { digits, length: at };
            }
            match digit(c) {
                Some(digit) => digits.push(digit),
                None if is_blank(c) || is_quoting(c) => continue,
                None => return Self { digits, length: at },
            }
            if digits.len() == 12 && !digits.starts_with(PEM.get(..12).unwrap_or_default()) {
                needed = needed_for(&digits).unwrap_or(usize::MAX);
            }
        }
        let length = text.len();
        Self { digits, length }
    }

    /// The bytes, if they are as many as the structure says. What does not say it may have run into the next
    /// word; of the digits that no bytes can have left over, one is too many.
    fn structure(&self) -> Option<Vec<u8>> {
        let surplus = usize::from(self.digits.len() % 4 == 1);
        let bytes = decode(self.digits.get(..self.digits.len() - surplus)?)?;
        let is_whole = match bytes.as_slice() {
            [b'-', b'-', ..] | [0x30, 0x80, ..] => true,
            bytes if jks::is_one(bytes) => true,
            _ => needed_for(&self.digits)? <= self.digits.len(),
        };
        is_whole.then_some(bytes)
    }
}

/// How many digits a sequence takes, by its first bytes; nothing where it does not tell.
pub(crate) fn needed_for(digits: &str) -> Option<usize> {
    let start = decode(digits.get(..8)?)?;
    let size = match start.as_slice() {
        [0x30, 0x81, length, ..] => 3 + usize::from(*length),
        [0x30, 0x82, high, low, ..] => 4 + usize::from(u16::from_be_bytes([*high, *low])),
        [0x30, 0x83, high, middle, low, ..] => {
            let length = u32::from_be_bytes([0, *high, *middle, *low]);
            5 + usize::try_from(length).ok()?
        }
        _ => return None,
    };
    Some((size * 4).div_ceil(3))
}

/// A digit of base64, or of its form for addresses.
const fn digit(c: char) -> Option<char> {
    match c {
        'A'..='Z' | 'a'..='z' | '0'..='9' | '+' | '/' => Some(c),
        '-' => Some('+'),
        '_' => Some('/'),
        _ => None,
    }
}
