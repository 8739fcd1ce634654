//! Moments as Java's `DerValue` reads them: with seconds or without, in UTC or with an offset.

use super::value::{GENERALIZED_TIME, Parsed, UTC_TIME, Value};

const MALFORMED: &str = "has a malformed time";

/// Reads a moment of either kind.
pub(super) fn read(moment: &Value<'_>) -> Parsed<()> {
    match moment.tag {
        UTC_TIME if moment.content.len() <= 17 => of_year(moment.content, 2),
        GENERALIZED_TIME => generalized(moment.content),
        _ => Err(MALFORMED),
    }
}

/// Reads a moment with four digits for the year.
pub(super) fn generalized(text: &[u8]) -> Parsed<()> {
    of_year(text, 4)
}

/// Reads a moment whose year has so many digits. With four there may be parts of a second.
fn of_year(text: &[u8], digits: usize) -> Parsed<()> {
    let mut ranges = vec![(0, 99); digits / 2];
    ranges.extend([(1, 12), (1, 31), (0, 23), (0, 59)]);
    let mut ranges = ranges.into_iter();
    let text = ranges.try_fold(text, |text, (least, most)| two(text, least, most))?;
    let text = match text.first() {
        Some(b'0'..=b'9') => two(text, 0, 59)?,
        _ => text,
    };
    let text = match text {
        [b'.' | b',', fraction @ ..] if digits == 4 => {
            let count = fraction
                .iter()
                .take_while(|byte| byte.is_ascii_digit())
                .count();
            fraction
                .get(count..)
                .filter(|_| count > 0)
                .ok_or(MALFORMED)?
        }
        _ => text,
    };
    match text {
        [b'Z'] => Ok(()),
        [b'+' | b'-', offset @ ..] => {
            let rest = two(two(offset, 0, 23)?, 0, 59)?;
            if rest.is_empty() {
                Ok(())
            } else {
                Err(MALFORMED)
            }
        }
        _ => Err(MALFORMED),
    }
}

/// What follows two digits that are a number from `least` to `most`.
fn two(text: &[u8], least: u8, most: u8) -> Parsed<&[u8]> {
    let [ten @ b'0'..=b'9', one @ b'0'..=b'9', rest @ ..] = text else {
        return Err(MALFORMED);
    };
    let number = (ten - b'0') * 10 + (one - b'0');
    if (least..=most).contains(&number) {
        Ok(rest)
    } else {
        Err(MALFORMED)
    }
}
