//! Makes inputs that are nearly right: altered by people's mistakes, by broken transport and by malice.

use crate::tlv;

/// A small generator with a seed: the same number makes the same input again.
pub(crate) struct Dice(u64);

impl Dice {
    /// The generator of input `number`.
    pub(crate) fn of(number: u64) -> Self {
        Self(number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `sides`; 0 where there are none.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let sides = u64::try_from(sides.max(1)).unwrap_or(1);
        usize::try_from(self.0 % sides).unwrap_or(0)
    }

    /// One of several.
    pub(crate) fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.roll(of.len()))
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.roll(256)).unwrap_or(0)
    }
}

/// Bytes at which readers decide something.
const EDGES: [u8; 12] = [
    0, 1, 2, 0x1f, 0x24, 0x30, 0x7f, 0x80, 0x81, 0x84, 0xa0, 0xff,
];

/// What texts are cut and joined by.
const WORDS: [&str; 24] = [
    "-----BEGIN CERTIFICATE-----\n",
    "-----END CERTIFICATE-----\n",
    "-----BEGIN PRIVATE KEY-----",
    "-----BEGIN ENCRYPTED PRIVATE KEY-----\n",
    "-----BEGIN EC PARAMETERS-----\n",
    "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n",
    "-----",
    "\r\n",
    "\n\n",
    "\u{feff}",
    "\0",
    "%0A",
    "=",
    "0x30, 0x82, ",
    "\u{202e}",
    "9223372036854775807",
    "-1",
    "1e999",
    "null",
    "\\u0000",
    "[[[[[[[[[[[[[[[[",
    "{\"a\":",
    "\"",
    ":",
];

/// A little more than the longest file that is read.
const LONGEST: usize = 1_100_000;

/// An altered copy of `seed`, with pieces of `other` in it.
pub(crate) fn mutated(seed: &[u8], other: &[u8], is_text: bool, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..1 + dice.roll(5) {
        match (is_text, dice.roll(3)) {
            (true, 0) => words(&mut bytes, dice),
            (false, 0 | 1) => tlv::alter(&mut bytes, other, dice),
            _ => plain(&mut bytes, other, dice),
        }
        bytes.truncate(LONGEST);
    }
    bytes
}

/// A place, mostly near the beginning, where the structure is, and what fits behind it.
fn stretch(bytes: &[u8], dice: &mut Dice) -> (usize, usize) {
    let near = if dice.roll(2) == 0 { 300 } else { usize::MAX };
    let from = dice.roll(bytes.len().min(near));
    let reach = if dice.roll(8) == 0 { 4_000 } else { 24 };
    (from, bytes.len().min(from + dice.roll(reach)))
}

fn plain(bytes: &mut Vec<u8>, other: &[u8], dice: &mut Dice) {
    let (from, to) = stretch(bytes, dice);
    match dice.roll(8) {
        0 => drop(bytes.drain(from..to)),
        1 => bytes.truncate(from),
        2 => repeat(bytes, from, to, dice),
        3 => {
            let (begin, end) = stretch(other, dice);
            let piece = other.get(begin..end).unwrap_or_default().to_vec();
            drop(bytes.splice(from..to, piece));
        }
        4 => {
            let edge = *dice.pick(&EDGES).unwrap_or(&0);
            bytes.get_mut(from..to).unwrap_or_default().fill(edge);
        }
        5 => {
            let byte = dice.byte();
            bytes.insert(from, byte);
        }
        _ => {
            let bit = 1 << dice.roll(8);
            bytes
                .get_mut(from)
                .into_iter()
                .for_each(|byte| *byte ^= bit);
        }
    }
}

/// The same again, once or many times: whatever a reader does for each must not add up.
fn repeat(bytes: &mut Vec<u8>, from: usize, to: usize, dice: &mut Dice) {
    let times = if dice.roll(20) == 0 { 2_000 } else { 1 };
    let copy = bytes.get(from..to).unwrap_or_default().repeat(times);
    drop(bytes.splice(from..from, copy));
}

fn words(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let (from, to) = stretch(bytes, dice);
    let word = *dice.pick(&WORDS).unwrap_or(&"");
    match dice.roll(8) {
        0 => *bytes = in_utf16(bytes),
        1 => bytes
            .get_mut(from..to)
            .unwrap_or_default()
            .make_ascii_uppercase(),
        2 => {
            let many = word.repeat(1 + dice.roll(3_000));
            drop(bytes.splice(from..from, many.into_bytes()));
        }
        3 => bytes.retain(|byte| *byte != b'\n'),
        _ => drop(bytes.splice(from..to.min(from + 2), word.bytes())),
    }
}

fn in_utf16(bytes: &[u8]) -> Vec<u8> {
    let units = bytes.iter().flat_map(|byte| [*byte, 0]);
    [0xff, 0xfe].into_iter().chain(units).collect()
}
