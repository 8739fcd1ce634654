//! The names that a certificate covers, and how text from a certificate is shown.

use std::fmt;
use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::typed;

/// A name that a certificate covers. In a file it is a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Name {
    /// A host name, possibly with a leading `*.`; or what stands in the place of one and is malformed.
    Dns(String),
    /// An IP address.
    Ip(IpAddr),
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dns(name) => f.write_str(&escaped(name)),
            Self::Ip(address) => address.fmt(f),
        }
    }
}

impl From<&str> for Name {
    /// An address where the text is one, else a host name.
    fn from(text: &str) -> Self {
        let text = &*typed(text);
        let address = text.trim_start_matches('[').trim_end_matches(']');
        match address.parse() {
            Ok(address) => Self::Ip(address),
            Err(_) => Self::Dns(text.trim_end_matches('.').to_owned()),
        }
    }
}

impl From<String> for Name {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<Name> for String {
    fn from(name: Name) -> Self {
        match name {
            Name::Dns(name) => name,
            Name::Ip(address) => address.to_string(),
        }
    }
}

impl Name {
    /// Whether this name covers `host` (RFC 6125: one wildcard, the leftmost label).
    pub(crate) fn covers(&self, host: &Self) -> bool {
        match (self, host) {
            (Self::Ip(ip), Self::Ip(wanted)) => ip == wanted,
            (Self::Dns(pattern), Self::Dns(wanted)) => {
                matches_host(&pattern.to_ascii_lowercase(), &wanted.to_ascii_lowercase())
            }
            _ => false,
        }
    }

    /// Whether clients accept it (RFC 6125 §6.4): letters, digits and hyphens, and one `*` as the whole
    /// first label.
    pub fn is_well_formed(&self) -> bool {
        let Self::Dns(host) = self else {
            return true;
        };
        let labels = host.strip_prefix("*.").unwrap_or(host);
        let needs_two = host.starts_with("*.");
        host.len() <= 253
            && (!needs_two || labels.contains('.'))
            && labels.split('.').all(is_label)
            && labels.parse::<IpAddr>().is_err()
    }

    /// What somebody probably meant by a name that no client accepts: the address that stands in the place of a
    /// host, or the host of an address with a scheme, such as `https://vcda.example:8046`.
    pub(crate) fn meant(&self) -> Option<Self> {
        let Self::Dns(text) = self else {
            return None;
        };
        let meant = match text.split_once("://") {
            Some((_, rest)) => {
                let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
                let (host, port) = host.rsplit_once(':').unwrap_or((host, ""));
                let is_port = port.bytes().all(|byte| byte.is_ascii_digit());
                Self::from(if is_port { host } else { rest })
            }
            None => Self::from(text.as_str()),
        };
        let is_usable = meant != *self && meant.is_well_formed();
        is_usable.then_some(meant)
    }

    /// Whether it stands for any name below a domain.
    pub fn is_wildcard(&self) -> bool {
        matches!(self, Self::Dns(name) if name.starts_with("*."))
    }
}

fn matches_host(pattern: &str, host: &str) -> bool {
    match pattern.strip_prefix("*.") {
        None => pattern == host,
        Some(parent) => host
            .split_once('.')
            .is_some_and(|(label, rest)| !label.is_empty() && rest == parent),
    }
}

fn is_label(label: &str) -> bool {
    let is_inner = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=63).contains(&label.len())
        && label.bytes().all(is_inner)
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// Text from outside, such as a name in a certificate or of a file, with control, zero-width and direction
/// characters made visible.
pub fn escaped(text: &str) -> String {
    let hides = |c: char| {
        c.is_control()
            || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
    };
    text.chars().fold(String::new(), |mut shown, c| {
        if hides(c) {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
        shown
    })
}
