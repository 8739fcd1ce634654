//! Where an appliance answers: a host and a port, read from whatever a person has at hand.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The port of HTTPS, where every service answers by default (docs/vcda-api.md §1.8).
const HTTPS: u16 = 443;

/// The pages of the appliance's own user interface, which people copy from the browser's address bar.
const OWN_PAGES: [&str; 3] = ["", "ui/admin", "ui/provider"];

/// The longest DNS name there is.
const LONGEST_NAME: usize = 253;

/// Host and port of one appliance. Names are kept in lower case, IPv6 addresses without brackets.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ApplianceAddress {
    host: String,
    port: u16,
}

/// Why a text is not the address of an appliance.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParseAddressError {
    /// Nothing was given.
    #[error("the address is empty")]
    Empty,
    /// A path follows the host, and it is none of the appliance's own start pages.
    #[error("the address has a path: {path}")]
    HasPath {
        /// The path, with what follows it.
        path: String,
    },
    /// Another scheme than `https`.
    #[error("the address is {scheme}, not https")]
    NotHttps {
        /// The scheme that was given.
        scheme: String,
    },
    /// The port is not a number from 1 to 65535.
    #[error("{port:?} is not a port")]
    BadPort {
        /// What stands where the port should.
        port: String,
    },
    /// The host is neither a DNS name nor an IP address.
    #[error("{host:?} is neither a host name nor an IP address")]
    BadHost {
        /// What stands where the host should.
        host: String,
    },
    /// An IPv6 address with a zone: what stands behind `%` is the name that one computer gives to its own link.
    #[error("the address {host} holds on one link only")]
    HasZone {
        /// The address with its zone.
        host: String,
    },
    /// A user name, perhaps a password, stands before the host.
    #[error("the address has a user name in it")]
    HasUser,
}

impl ApplianceAddress {
    /// An address of known parts.
    pub fn new(host: &str, port: u16) -> Result<Self, ParseAddressError> {
        if port == 0 {
            return Err(ParseAddressError::BadPort {
                port: "0".to_owned(),
            });
        }
        Ok(Self {
            host: read_host(host)?,
            port,
        })
    }

    /// The host: a DNS name in lower case or an IP address, IPv6 without brackets.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// `https://host:port`, always with the port.
    pub fn url(&self) -> String {
        format!("https://{}:{}", self.bracketed(), self.port)
    }

    /// The host as it stands in front of a colon.
    fn bracketed(&self) -> String {
        if self.host.contains(':') {
            format!("[{}]", self.host)
        } else {
            self.host.clone()
        }
    }
}

impl fmt::Display for ApplianceAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.port {
            HTTPS => f.write_str(&self.bracketed()),
            port => write!(f, "{}:{port}", self.bracketed()),
        }
    }
}

impl FromStr for ApplianceAddress {
    type Err = ParseAddressError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = &*certificate::typed(text);
        if text.is_empty() {
            return Err(ParseAddressError::Empty);
        }
        // An IPv6 address on its own needs no brackets: nothing else has two colons.
        if text.parse::<Ipv6Addr>().is_ok() {
            return Self::new(text, HTTPS);
        }
        // Before anything else is judged: what is refused is quoted, and a password may stand before the sign.
        if text.contains('@') {
            return Err(ParseAddressError::HasUser);
        }
        let authority = without_path(without_scheme(text)?)?;
        if let Some((address, _)) = authority.split_once('%')
            && address.trim_start_matches('[').parse::<Ipv6Addr>().is_ok()
        {
            let host = authority.to_owned();
            return Err(ParseAddressError::HasZone { host });
        }
        let (host, port) = split_port(authority)?;
        Self::new(host, port)
    }
}

impl Serialize for ApplianceAddress {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ApplianceAddress {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

/// Takes `https://` off, and refuses any other scheme.
fn without_scheme(text: &str) -> Result<&str, ParseAddressError> {
    match text.split_once("://") {
        None => Ok(text),
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => Ok(rest),
        Some((scheme, _)) => Err(ParseAddressError::NotHttps {
            scheme: scheme.to_owned(),
        }),
    }
}

/// Takes the appliance's own start pages off, and refuses any other path.
fn without_path(text: &str) -> Result<&str, ParseAddressError> {
    let Some(end) = text.find(['/', '?', '#', '\\']) else {
        return Ok(text);
    };
    let (authority, path) = text.split_at(end);
    let is_own_page = path.starts_with('/') && OWN_PAGES.contains(&path.trim_matches('/'));
    if is_own_page {
        Ok(authority)
    } else {
        Err(ParseAddressError::HasPath {
            path: path.to_owned(),
        })
    }
}

/// Parts host and port; brackets are for IPv6 alone.
fn split_port(authority: &str) -> Result<(&str, u16), ParseAddressError> {
    if let Some(rest) = authority.strip_prefix('[') {
        let bad_host = || ParseAddressError::BadHost {
            host: authority.to_owned(),
        };
        let (host, after) = rest.split_once(']').ok_or_else(bad_host)?;
        host.parse::<Ipv6Addr>().map_err(|_| bad_host())?;
        return match after.strip_prefix(':') {
            Some(port) => Ok((host, read_port(port)?)),
            None if after.is_empty() => Ok((host, HTTPS)),
            None => Err(bad_host()),
        };
    }
    match authority.rsplit_once(':') {
        Some((host, port)) => Ok((host, read_port(port)?)),
        None => Ok((authority, HTTPS)),
    }
}

/// A port is digits alone: `+443` is a number to Rust and a slip to everybody else.
fn read_port(text: &str) -> Result<u16, ParseAddressError> {
    let bad_port = || ParseAddressError::BadPort {
        port: text.to_owned(),
    };
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(bad_port());
    }
    text.parse().map_err(|_| bad_port())
}

/// A host is an IP address or a DNS name of ASCII letters, digits, hyphens, underscores and dots.
fn read_host(host: &str) -> Result<String, ParseAddressError> {
    let bad_host = || ParseAddressError::BadHost {
        host: host.to_owned(),
    };
    if let Ok(address) = host.parse::<IpAddr>() {
        return Ok(address.to_string());
    }
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    };
    if host.len() > LONGEST_NAME || !host.split('.').all(is_label) {
        return Err(bad_host());
    }
    // `10.0.0.256` and `1234` would reach the resolver, which reads them in ways of its own.
    let looks_numeric = host
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    if looks_numeric && host.parse::<Ipv4Addr>().is_err() {
        return Err(bad_host());
    }
    Ok(host.to_ascii_lowercase())
}

#[cfg(test)]
mod tests;
