//! Names of every kind, as Java's `GeneralName` reads them: alternative names, addresses of revocation lists,
//! constraints on names.

use super::extensions::{is_known, once};
use super::value::{Parsed, SEQUENCE, Value};
use super::{name, uri};

/// Reads a list of names, which may not be empty.
pub(super) fn names(list: &Value<'_>) -> Parsed<()> {
    let names = list.sequence()?;
    if names.is_empty() {
        return Err("has an empty list of names");
    }
    names.all()?.iter().try_for_each(name)
}

/// Reads one name.
pub(super) fn name(name: &Value<'_>) -> Parsed<()> {
    any(name, uri::read)
}

/// Reads one name as a constraint has it: of a URI the host alone.
pub(super) fn constraint(name: &Value<'_>) -> Parsed<()> {
    any(name, uri::read_host)
}

fn any(name: &Value<'_>, uri: fn(&[u8]) -> Parsed<()>) -> Parsed<()> {
    let content = name.content;
    match name.tag {
        0xa0 => other(name),
        0x81 => mailbox(content),
        // Any text is a host, even none; X.400 addresses are kept as they are.
        0x82 | 0xa3 => Ok(()),
        0xa4 => name::read_inside(name),
        0xa5 => party(name),
        0x86 => uri(content),
        0x87 => address(content),
        0x88 => name.retagged(0x06).identifier().map(drop),
        _ => Err("has a name of a kind that there is not"),
    }
}

/// A name of a kind by itself; one that is called like an extension is taken for one, and fails.
fn other(name: &Value<'_>) -> Parsed<()> {
    let mut parts = name.retagged(SEQUENCE).sequence()?;
    let kind = parts.take()?.identifier()?;
    parts.take()?;
    if is_known(&kind) {
        return Err("has a name of a kind that is an extension's");
    }
    Ok(())
}

fn mailbox(text: &[u8]) -> Parsed<()> {
    let host = text.iter().position(|byte| *byte == b'@');
    let host = host.and_then(|at| text.get(at + 1..)).unwrap_or(text);
    if matches!(host, [] | [b'.']) {
        return Err("has a malformed mail address");
    }
    Ok(())
}

/// Four bytes or sixteen, twice as many with a mask.
fn address(bytes: &[u8]) -> Parsed<()> {
    match bytes.len() {
        4 | 8 | 16 | 32 => Ok(()),
        _ => Err("has an IP address of a wrong length"),
    }
}

/// One part or two; of those that are known none is there twice.
fn party(name: &Value<'_>) -> Parsed<()> {
    let parts = name.inside()?.all()?;
    let mut seen = [false; 2];
    for part in &parts {
        let seen = match part.tag {
            0x80 => &mut seen[0],
            0x81 => &mut seen[1],
            _ => continue,
        };
        once(seen)?;
        part.inside()?.take()?;
    }
    match parts.len() {
        1 | 2 => Ok(()),
        _ => Err("has a malformed name of a party"),
    }
}
