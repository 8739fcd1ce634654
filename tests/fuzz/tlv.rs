//! Alterations of DER that keep to its structure: one element changes, and the lengths around it may or
//! may not agree with that. Random bytes alone hardly get past the first length.

use std::ops::Range;

use crate::mutator::Dice;

/// How deep and how many elements are looked at.
const DEPTH: usize = 24;
const ELEMENTS: usize = 2_000;

/// One element: where it lies in the bytes.
#[derive(Clone)]
struct Element {
    whole: Range<usize>,
    value: Range<usize>,
}

/// Alters one element of `bytes`, perhaps with one of `other`.
pub(crate) fn alter(bytes: &mut Vec<u8>, other: &[u8], dice: &mut Dice) {
    let elements = elements_of(bytes);
    let Some(chosen) = dice.pick(&elements).cloned() else {
        return;
    };
    let whole = bytes.get(chosen.whole.clone()).unwrap_or_default().to_vec();
    let instead = match dice.roll(9) {
        0 => Vec::new(),
        1 => [whole.clone(), whole].concat(),
        2 => whole.repeat(if dice.roll(10) == 0 { 500 } else { 3 }),
        3 | 4 => element_of(other, dice),
        5 => nested(&whole, 1 + dice.roll(60)),
        6 => with_length(&whole, &chosen, dice),
        7 => with_tag(whole, dice),
        _ => with_number(&whole, &chosen, dice),
    };
    let grown = instead.len();
    let before = chosen.whole.len();
    drop(bytes.splice(chosen.whole.clone(), instead));
    // Lengths that do not agree are one more alteration.
    if dice.roll(8) != 0 {
        mend(bytes, &elements, &chosen, before, grown);
    }
}

/// Every element that can be reached without opening what is encrypted.
fn elements_of(bytes: &[u8]) -> Vec<Element> {
    let mut found = Vec::new();
    collect(bytes, 0..bytes.len(), DEPTH, &mut found);
    found
}

fn collect(bytes: &[u8], within: Range<usize>, depth: usize, found: &mut Vec<Element>) {
    let mut at = within.start;
    while at < within.end && found.len() < ELEMENTS {
        let Some(element) = element_at(bytes, at, within.end) else {
            return;
        };
        at = element.whole.end;
        let tag = bytes.get(element.whole.start).copied().unwrap_or(0);
        let value = element.value.clone();
        found.push(element);
        // Octet strings and bit strings may hold more of the same.
        let inside = match tag {
            4 => value,
            3 => value.start + 1..value.end,
            _ if tag & 0x20 != 0 => value,
            _ => continue,
        };
        if depth > 0 && !inside.is_empty() {
            collect(bytes, inside, depth - 1, found);
        }
    }
}

fn element_at(bytes: &[u8], at: usize, end: usize) -> Option<Element> {
    let first = usize::from(*bytes.get(at + 1)?);
    let (head, length) = match first {
        0..=0x7f => (2, first),
        0x81..=0x84 => {
            let digits = bytes.get(at + 2..at + 2 + (first - 0x80))?;
            let length = digits
                .iter()
                .fold(0, |sum, byte| sum << 8 | usize::from(*byte));
            (2 + digits.len(), length)
        }
        _ => return None,
    };
    let value = at + head..at + head + length;
    let whole = at..value.end;
    (value.end <= end).then_some(Element { whole, value })
}

/// Gives every element around the altered one its new length, outermost last: a head may grow itself.
fn mend(bytes: &mut Vec<u8>, all: &[Element], altered: &Element, before: usize, after: usize) {
    let mut before = before;
    let mut after = after;
    for outer in all.iter().rev() {
        let holds = outer.value.start <= altered.whole.start
            && outer.value.end >= altered.whole.end
            && outer.whole.start < altered.whole.start;
        if holds {
            let head = length_of(outer.value.len() - before + after);
            let old = outer.whole.start + 1..outer.value.start;
            let (was, is) = (old.len(), head.len());
            drop(bytes.splice(old, head));
            (before, after) = (before + was, after + is);
        }
    }
}

fn length_of(length: usize) -> Vec<u8> {
    match u8::try_from(length) {
        Ok(short) if short < 0x80 => vec![short],
        _ => {
            let digits = length.to_be_bytes();
            let digits: Vec<u8> = digits.into_iter().skip_while(|byte| *byte == 0).collect();
            let count = u8::try_from(digits.len()).unwrap_or(8);
            [vec![0x80 | count], digits].concat()
        }
    }
}

fn element_of(other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let theirs = elements_of(other);
    let range = dice.pick(&theirs).map(|element| element.whole.clone());
    let bytes = range.and_then(|range| other.get(range));
    bytes.unwrap_or_default().to_vec()
}

fn nested(whole: &[u8], times: usize) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for _ in 0..times {
        bytes = [vec![0x30], length_of(bytes.len()), bytes].concat();
    }
    bytes
}

/// A length that lies: a little, a lot, without end, in more digits than it needs.
fn with_length(whole: &[u8], element: &Element, dice: &mut Dice) -> Vec<u8> {
    let value = whole.get(element.value.start - element.whole.start..);
    let value = value.unwrap_or_default();
    let tag = whole.first().copied().unwrap_or(0);
    let length = match dice.roll(6) {
        0 => length_of(value.len() + 1),
        1 => length_of(value.len().saturating_sub(1)),
        2 => vec![0x80],
        3 => vec![0x84, 0xff, 0xff, 0xff, 0xff],
        4 => vec![0x88, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        _ => [
            vec![0x83, 0],
            u16::try_from(value.len())
                .unwrap_or(0)
                .to_be_bytes()
                .to_vec(),
        ]
        .concat(),
    };
    [vec![tag], length, value.to_vec()].concat()
}

fn with_tag(mut whole: Vec<u8>, dice: &mut Dice) -> Vec<u8> {
    const TAGS: [u8; 16] = [
        0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0a, 0x0c, 0x13, 0x17, 0x1e, 0x24, 0x30, 0x31, 0x80,
        0xa0,
    ];
    let tag = *dice.pick(&TAGS).unwrap_or(&0x30);
    whole.first_mut().into_iter().for_each(|first| *first = tag);
    whole
}

/// A value at an edge, as numbers, counts, dates and key sizes meet them.
fn with_number(whole: &[u8], element: &Element, dice: &mut Dice) -> Vec<u8> {
    const VALUES: [&[u8]; 9] = [
        &[],
        &[0],
        &[1],
        &[0x7f],
        &[0xff],
        &[0x7f, 0xff, 0xff, 0xff],
        &[0, 0xff, 0xff, 0xff, 0xff],
        &[0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        &[0xff; 40],
    ];
    let tag = whole.first().copied().unwrap_or(0);
    let long = vec![0x41; element.value.len().saturating_mul(20).min(60_000)];
    let value = match dice.roll(10) {
        0 => long,
        _ => dice.pick(&VALUES).copied().unwrap_or_default().to_vec(),
    };
    [vec![tag], length_of(value.len()), value].concat()
}
