//! URIs as Java's `java.net.URI` and its `URIName` take them: RFC 2396 with the brackets of RFC 2732.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::value::Parsed;

const SCHEME: &str = "has a URI without a scheme";
const CHARACTER: &str = "has a URI with a blank or another character that may not stand there";
const HOST: &str = "has a URI with a malformed host";

/// Where a character may stand.
type Class = fn(u8) -> bool;

/// Reads the URI of a name: it has a scheme, and a host, where it has one, that is a name or an address.
pub(super) fn read(uri: &[u8]) -> Parsed<()> {
    let mark = uri.iter().position(|byte| b":/?#".contains(byte));
    let Some((scheme, [b':', rest @ ..])) = mark.and_then(|at| uri.split_at_checked(at)) else {
        return Err(SCHEME);
    };
    let is_sound = scheme.first().is_some_and(u8::is_ascii_alphabetic);
    if !is_sound || !scheme.iter().all(|byte| is_scheme(*byte)) {
        return Err(SCHEME);
    }
    if rest.first() == Some(&b'/') {
        return relative(rest);
    }
    let (opaque, fragment) = cut(rest, b'#');
    if opaque.is_empty() {
        return Err("has a URI with nothing behind its scheme");
    }
    every(opaque, is_uri)?;
    every(fragment, is_uri)
}

/// Reads the URI of a constraint: a host alone, perhaps with a dot before it.
pub(super) fn read_host(uri: &[u8]) -> Parsed<()> {
    if uri.contains(&b':') {
        return Err("has a constraint that is a URI with a scheme");
    }
    relative(uri)?;
    let (host, _) = cut(uri, b'#');
    let host = host.strip_prefix(b".").unwrap_or(host);
    if host.split(|byte| *byte == b'.').all(is_label) {
        return Ok(());
    }
    Err("has a constraint on URIs that is no host")
}

fn is_label(label: &[u8]) -> bool {
    let is_inner = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    label.first().is_some_and(u8::is_ascii_alphanumeric) && label.iter().all(is_inner)
}

/// What stands behind the scheme: host, path, query, fragment.
fn relative(rest: &[u8]) -> Parsed<()> {
    if rest == b"//" {
        return Err(HOST);
    }
    let (rest, fragment) = cut(rest, b'#');
    let (rest, query) = cut(rest, b'?');
    let path = match rest.strip_prefix(b"//") {
        None => rest,
        Some(rest) => {
            let (host, path) = cut(rest, b'/');
            authority(host)?;
            path
        }
    };
    every(path, is_path)?;
    every(query, is_uri)?;
    every(fragment, is_uri)
}

/// A server, or a name of any other registry, which is not looked into.
fn authority(authority: &[u8]) -> Parsed<()> {
    let is_of_server = |byte: &u8| is_user(*byte) || b".:@[]%".contains(byte) || *byte >= 0x80;
    let is_name = every(authority, is_registry).is_ok();
    let is_server = authority.iter().all(is_of_server);
    match server(authority).filter(|_| is_server) {
        // To DNSName a host with a dot at its end is none.
        Some(host) if host.ends_with(b".") => Err(HOST),
        Some(_) => Ok(()),
        None if is_name => Ok(()),
        None => Err(HOST),
    }
}

/// The host of `user@host:port`, if that is what it is.
fn server(authority: &[u8]) -> Option<&[u8]> {
    let rest = match authority.iter().position(|byte| *byte == b'@') {
        None => authority,
        Some(at) => {
            every(authority.get(..at)?, is_user).ok()?;
            authority.get(at + 1..)?
        }
    };
    let end = if rest.first() == Some(&b'[') {
        rest.iter().position(|byte| *byte == b']')? + 1
    } else {
        let colon = rest.iter().position(|byte| *byte == b':');
        colon.unwrap_or(rest.len())
    };
    let (host, port) = rest.split_at_checked(end)?;
    let port = match port {
        [] => port,
        [b':', port @ ..] => port,
        _ => return None,
    };
    let port = std::str::from_utf8(port).ok()?;
    let is_port = port.is_empty()
        || port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<i32>().is_ok();
    (is_port && is_host(host)).then_some(host)
}

fn is_host(host: &[u8]) -> bool {
    let Ok(host) = std::str::from_utf8(host) else {
        return false;
    };
    if let Some(address) = host.strip_prefix('[') {
        let address = address.trim_end_matches(']');
        let address = address
            .split_once('%')
            .map_or(address, |(address, _)| address);
        return address.parse::<Ipv6Addr>().is_ok();
    }
    is_ipv4(host) || is_host_name(host)
}

/// Four numbers, perhaps with zeros before them.
fn is_ipv4(host: &str) -> bool {
    let numbers: Vec<&str> = host.split('.').collect();
    let is_byte = |number: &&str| {
        let trimmed = number.trim_start_matches('0');
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        is_number && (trimmed.is_empty() || trimmed.parse::<u8>().is_ok())
    };
    host.parse::<Ipv4Addr>().is_ok() || numbers.len() == 4 && numbers.iter().all(is_byte)
}

/// Labels of letters, digits and inner hyphens; of several the last begins with a letter.
fn is_host_name(host: &str) -> bool {
    let labels: Vec<&str> = host.strip_suffix('.').unwrap_or(host).split('.').collect();
    let is_sound = |label: &&str| is_label(label.as_bytes()) && !label.ends_with('-');
    let last = labels.last().and_then(|label| label.bytes().next());
    let last_is_name = labels.len() < 2 || last.is_some_and(|byte| byte.is_ascii_alphabetic());
    last_is_name && labels.iter().all(is_sound)
}

/// What stands before the first `mark`, and what behind it.
fn cut(text: &[u8], mark: u8) -> (&[u8], &[u8]) {
    let at = text.iter().position(|byte| *byte == mark);
    let (before, behind) = text.split_at(at.unwrap_or(text.len()));
    (before, behind.get(1..).unwrap_or_default())
}

/// Every character is one of its class, one escaped with `%`, or none of ASCII, which Java shows as one.
fn every(text: &[u8], class: Class) -> Parsed<()> {
    let mut rest = text;
    loop {
        rest = match rest {
            [] => return Ok(()),
            [b'%', high, low, rest @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                rest
            }
            [0x80..=0xff, rest @ ..] => rest,
            [byte, rest @ ..] if class(*byte) => rest,
            _ => return Err(CHARACTER),
        };
    }
}

fn is_scheme(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"+-.".contains(&byte)
}

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte)
}

fn is_uri(byte: u8) -> bool {
    is_unreserved(byte) || b";/?:@&=+$,[]".contains(&byte)
}

fn is_path(byte: u8) -> bool {
    is_unreserved(byte) || b":@&=+$,;/".contains(&byte)
}

fn is_user(byte: u8) -> bool {
    is_unreserved(byte) || b";:&=+$,".contains(&byte)
}

fn is_registry(byte: u8) -> bool {
    is_unreserved(byte) || b"$,;:@&=+".contains(&byte)
}
