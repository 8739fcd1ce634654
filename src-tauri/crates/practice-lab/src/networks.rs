//! The networks of `admin-allow-from`: `0.0.0.0/0,::0/0` in the vendor's own form (`docs/vcda-api.md` §1.9).

use std::net::IpAddr;
use std::str::FromStr;

/// A network of either family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Network {
    address: IpAddr,
    prefix: u8,
}

/// From where administrators may sign in through the public service endpoint. Nobody may from nowhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Networks {
    text: String,
    all: Vec<Network>,
}

impl Networks {
    /// As they were written.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether an address is in one of them.
    pub(crate) fn hold(&self, address: IpAddr) -> bool {
        self.all.iter().any(|network| network.holds(address))
    }
}

impl FromStr for Networks {
    type Err = NotANetwork;

    /// A list with commas. An address without a length is that address alone, which is a guess.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts = text
            .split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty());
        Ok(Self {
            text: text.to_owned(),
            all: parts.map(str::parse).collect::<Result<_, _>>()?,
        })
    }
}

impl FromStr for Network {
    type Err = NotANetwork;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || NotANetwork(text.to_owned());
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address, Some(prefix)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| wrong())?;
        let longest = if address.is_ipv4() { 32 } else { 128 };
        let prefix = match prefix {
            Some(prefix) => prefix.parse().map_err(|_| wrong())?,
            None => longest,
        };
        if prefix > longest {
            return Err(wrong());
        }
        Ok(Self { address, prefix })
    }
}

impl Network {
    fn holds(self, other: IpAddr) -> bool {
        let (bits, longest) = match (self.address, other.to_canonical()) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                (u128::from(own.to_bits() ^ other.to_bits()), 32)
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => (own.to_bits() ^ other.to_bits(), 128),
            _ => return false,
        };
        let free = u32::from(longest - self.prefix);
        bits.checked_shr(free).unwrap_or_default() == 0
    }
}

/// A text that names no network.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("read the network {0:?}")]
pub(crate) struct NotANetwork(String);

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(networks: &str, address: &str) -> bool {
        let networks: Networks = networks.parse().unwrap();
        networks.hold(address.parse().unwrap())
    }

    #[test]
    fn holds_the_addresses_of_its_networks_and_no_others() {
        assert!(holds("0.0.0.0/0,::0/0", "127.0.0.1"));
        assert!(holds("0.0.0.0/0, ::0/0", "2001:db8::1"));
        assert!(holds("10.0.0.0/8,127.0.0.0/8", "127.0.0.1"));
        assert!(holds("192.0.2.129/25", "192.0.2.200"));
        assert!(!holds("192.0.2.129/25", "192.0.2.1"));
        assert!(holds("2001:db8::/32", "2001:db8:1::1"));
        assert!(!holds("2001:db8::/32", "2001:db9::1"));
        assert!(holds("127.0.0.1", "127.0.0.1") && !holds("127.0.0.1", "127.0.0.2"));
    }

    #[test]
    fn keeps_the_families_apart() {
        assert!(!holds("::/0", "127.0.0.1"));
        assert!(!holds("0.0.0.0/0", "::1"));
        assert!(holds("127.0.0.0/8", "::ffff:127.0.0.1"));
    }

    #[test]
    fn holds_nobody_where_nothing_is_said() {
        assert!(!holds("", "127.0.0.1"));
    }

    #[test]
    fn refuses_what_is_no_network() {
        for text in [
            "everywhere",
            "10.0.0.0/33",
            "::/129",
            "10.0.0/8",
            "10.0.0.0/-1",
        ] {
            assert!(text.parse::<Networks>().is_err(), "{text}");
        }
    }
}
