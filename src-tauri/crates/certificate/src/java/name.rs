//! Distinguished names as Java's `X500Name` reads them.

use super::value::{Parsed, SEQUENCE, SET, Value, Values};

/// Reads a name. Whether it is empty: nothing in it, or nothing but empty parts.
pub(super) fn is_empty(name: &Value<'_>) -> Parsed<bool> {
    parts_are_empty(name.sequence()?)
}

/// Reads a name that stands in the place of another: as a sequence, or its parts without one around them.
pub(super) fn read_inside(name: &Value<'_>) -> Parsed<()> {
    let parts = name.inside()?;
    let parts = match { parts }.take() {
        Ok(whole) if whole.tag == SEQUENCE => whole.inside()?,
        _ => parts,
    };
    parts_are_empty(parts).map(drop)
}

fn parts_are_empty(parts: Values<'_>) -> Parsed<bool> {
    let mut is_empty = true;
    for part in parts.all()? {
        is_empty &= part_is_empty(&part)?;
    }
    Ok(is_empty)
}

/// Reads one part: a set of attributes.
pub(super) fn part_is_empty(part: &Value<'_>) -> Parsed<bool> {
    if part.tag != SET {
        return Err("has a part that is no set");
    }
    let attributes = part.inside()?.all()?;
    attributes.iter().try_for_each(attribute)?;
    Ok(attributes.is_empty())
}

fn attribute(attribute: &Value<'_>) -> Parsed<()> {
    let mut parts = attribute.sequence()?;
    parts.take()?.identifier()?;
    parts.take()?;
    parts.end()
}
