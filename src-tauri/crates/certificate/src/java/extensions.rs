//! The extensions that Java knows by their object identifiers, and what it makes of their content.
//!
//! One that is not critical and malformed is passed over as if it were not there; critical, it is the end of
//! the whole certificate (`CertificateExtensions`).

use super::general_name;
use super::name;
use super::time;
use super::value::{ENUMERATED, INTEGER, OCTET_STRING, Parsed, SEQUENCE, SET, Value, Values};

/// Reads the content of an extension.
type Reading = fn(&[u8]) -> Parsed<()>;

/// The extensions that Java reads, those of revocation lists among them.
const KNOWN: [(&str, Reading); 24] = [
    ("2.5.29.14", subject_key),
    ("2.5.29.15", key_usage),
    ("2.5.29.16", private_key_usage),
    ("2.5.29.17", general_names),
    ("2.5.29.18", general_names),
    ("2.5.29.19", basic_constraints),
    ("2.5.29.20", number),
    ("2.5.29.21", reason),
    ("2.5.29.27", number),
    ("2.5.29.28", issuing_point),
    ("2.5.29.29", general_names),
    ("2.5.29.30", name_constraints),
    ("2.5.29.31", distribution_points),
    ("2.5.29.32", policies),
    ("2.5.29.33", policy_mappings),
    ("2.5.29.35", authority_key),
    ("2.5.29.36", policy_constraints),
    ("2.5.29.37", extended_usage),
    ("2.5.29.46", distribution_points),
    ("2.5.29.54", inhibited_policy),
    ("1.3.6.1.5.5.7.1.1", access),
    ("1.3.6.1.5.5.7.1.11", access),
    ("1.3.6.1.5.5.7.48.1.5", nothing),
    ("2.16.840.1.113730.1.1", bits),
];

/// Whether Java reads what is in this extension.
pub(super) fn is_known(identifier: &str) -> bool {
    KNOWN.iter().any(|(known, _)| *known == identifier)
}

/// Reads the content of an extension; nothing is asked of one that Java does not know.
pub(super) fn read(identifier: &str, content: &[u8]) -> Parsed<()> {
    let mut known = KNOWN.iter();
    let reading = known.find(|(known, _)| *known == identifier);
    reading.map_or(Ok(()), |(_, reading)| reading(content))
}

fn nothing(_: &[u8]) -> Parsed<()> {
    Ok(())
}

fn bits(content: &[u8]) -> Parsed<()> {
    Value::only(content)?.bits().map(drop)
}

fn number(content: &[u8]) -> Parsed<()> {
    Value::only(content)?.integer().map(drop)
}

fn general_names(content: &[u8]) -> Parsed<()> {
    general_name::names(&Value::only(content)?)
}

fn subject_key(content: &[u8]) -> Parsed<()> {
    Value::only(content)?.octets().map(drop)
}

/// Some programs wrapped it once more.
fn key_usage(content: &[u8]) -> Parsed<()> {
    if content.first() == Some(&OCTET_STRING) {
        return bits(Value::only(content)?.content);
    }
    bits(content)
}

fn private_key_usage(content: &[u8]) -> Parsed<()> {
    let mut seen = [false; 2];
    for moment in Values::new(content).take()?.sequence()?.all()? {
        let seen = match moment.tag {
            0x80 => &mut seen[0],
            0x81 => &mut seen[1],
            _ => return Err("has a part of a kind that there is not"),
        };
        once(seen)?;
        time::generalized(moment.content)?;
    }
    Ok(())
}

fn basic_constraints(content: &[u8]) -> Parsed<()> {
    let mut parts = Value::only(content)?.sequence()?;
    if parts.is_empty() {
        return Ok(());
    }
    let is_authority = parts.take()?;
    if is_authority.tag != super::value::BOOLEAN {
        return Ok(());
    }
    is_authority.boolean()?;
    if parts.is_empty() {
        return Ok(());
    }
    parts.take()?.small_integer().map(drop)
}

fn reason(content: &[u8]) -> Parsed<()> {
    let reason = Value::only(content)?;
    if reason.tag != ENUMERATED {
        return Err("is no enumerated number");
    }
    reason.number_inside().map(drop)
}

fn issuing_point(content: &[u8]) -> Parsed<()> {
    for part in Value::only(content)?.sequence()?.all()? {
        match part.tag {
            0xa0 => point_name(&part.inside()?.take()?)?,
            0x81 | 0x82 | 0x84 | 0x85 => drop(part.retagged(super::value::BOOLEAN).boolean()?),
            0x83 => drop(part.bits_inside()?),
            _ => return Err("has a part of a kind that there is not"),
        }
    }
    Ok(())
}

fn name_constraints(content: &[u8]) -> Parsed<()> {
    let mut seen = [false; 2];
    for trees in Value::only(content)?.sequence()?.all()? {
        let seen = match trees.tag {
            0xa0 => &mut seen[0],
            0xa1 => &mut seen[1],
            _ => return Err("has a part of a kind that there is not"),
        };
        once(seen)?;
        trees.inside()?.all()?.iter().try_for_each(subtree)?;
    }
    Ok(())
}

fn subtree(tree: &Value<'_>) -> Parsed<()> {
    let mut parts = tree.sequence()?;
    general_name::constraint(&parts.take()?)?;
    for limit in parts.all()? {
        match limit.tag {
            0x80 | 0x81 => limit.number_inside()?,
            _ => return Err("has a part of a kind that there is not"),
        };
    }
    Ok(())
}

fn distribution_points(content: &[u8]) -> Parsed<()> {
    let points = Value::only(content)?.sequence()?.all()?;
    points.iter().try_for_each(distribution_point)
}

fn distribution_point(point: &Value<'_>) -> Parsed<()> {
    let mut seen = [false; 3];
    for part in point.sequence()?.all()? {
        let place = match part.tag {
            0xa0 => 0,
            0x81 => 1,
            0xa2 => 2,
            _ => return Err("has a part of a kind that there is not"),
        };
        match place {
            0 => point_name(&part.inside()?.take()?)?,
            1 => drop(part.bits_inside()?),
            _ => general_name::names(&part.retagged(SEQUENCE))?,
        }
        seen.get_mut(place).map_or(Ok(()), once)?;
    }
    if !seen[0] && !seen[2] {
        return Err("has a point without a place");
    }
    Ok(())
}

/// The name of a distribution point: whole, or relative to its issuer.
fn point_name(name: &Value<'_>) -> Parsed<()> {
    match name.tag {
        0xa0 => general_name::names(&name.retagged(SEQUENCE)),
        0xa1 => name::part_is_empty(&name.retagged(SET)).map(drop),
        _ => Err("has a point with a name of a kind that there is not"),
    }
}

fn policies(content: &[u8]) -> Parsed<()> {
    let policies = Value::only(content)?.sequence()?.all()?;
    policies.iter().try_for_each(policy)
}

fn policy(policy: &Value<'_>) -> Parsed<()> {
    let mut parts = policy.sequence()?;
    parts.take()?.identifier()?;
    if parts.is_empty() {
        return Ok(());
    }
    let qualifiers = parts.take()?.sequence()?;
    if qualifiers.is_empty() {
        return Err("has a policy with an empty list of qualifiers");
    }
    for qualifier in qualifiers.all()? {
        qualifier.sequence()?.take()?.identifier()?;
    }
    Ok(())
}

fn policy_mappings(content: &[u8]) -> Parsed<()> {
    for mapping in Value::only(content)?.sequence()?.all()? {
        let mut parts = mapping.sequence()?;
        parts.take()?.identifier()?;
        parts.take()?.identifier()?;
    }
    Ok(())
}

fn authority_key(content: &[u8]) -> Parsed<()> {
    let mut seen = [false; 3];
    for part in Value::only(content)?.sequence()?.all()? {
        let place = match part.tag {
            0x80 => 0,
            0xa1 => 1,
            0x82 => 2,
            _ => return Err("has a part of a kind that there is not"),
        };
        match place {
            0 => {}
            1 => general_name::names(&part.retagged(SEQUENCE))?,
            _ => drop(part.retagged(INTEGER).integer()?),
        }
        seen.get_mut(place).map_or(Ok(()), once)?;
    }
    Ok(())
}

fn policy_constraints(content: &[u8]) -> Parsed<()> {
    let mut seen = [false; 2];
    for part in Value::only(content)?.sequence()?.all()? {
        let seen = match part.tag {
            0x80 => &mut seen[0],
            0x81 => &mut seen[1],
            _ => return Err("has a part of a kind that there is not"),
        };
        once(seen)?;
        part.number_inside()?;
    }
    Ok(())
}

fn extended_usage(content: &[u8]) -> Parsed<()> {
    for usage in Value::only(content)?.sequence()?.all()? {
        usage.identifier()?;
    }
    Ok(())
}

fn inhibited_policy(content: &[u8]) -> Parsed<()> {
    match Value::only(content)?.small_integer()? {
        -1.. => Ok(()),
        _ => Err("has a negative number"),
    }
}

fn access(content: &[u8]) -> Parsed<()> {
    for description in Value::only(content)?.sequence()?.all()? {
        let mut parts = description.inside()?;
        parts.take()?.identifier()?;
        general_name::name(&parts.take()?)?;
    }
    Ok(())
}

/// A part may be there once.
pub(super) fn once(seen: &mut bool) -> Parsed<()> {
    if std::mem::replace(seen, true) {
        return Err("has the same part twice");
    }
    Ok(())
}
