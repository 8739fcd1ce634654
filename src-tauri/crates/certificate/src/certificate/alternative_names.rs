//! The subject alternative names: all of them, also those that no client accepts.

use std::net::IpAddr;

use x509_parser::certificate::X509Certificate;

use super::Name;
use super::directory_name::{digits, latin_1};
use crate::asn1::ber::{Reader, SEQUENCE};

const ALTERNATIVE_NAMES: &str = "2.5.29.17";
/// The context-specific tags of a host and of an address.
const HOST: u8 = 0x82;
const ADDRESS: u8 = 0x87;

/// The values of all extensions with alternative names. There may be one; some certificates have two.
pub(super) fn lists<'a>(parsed: &'a X509Certificate<'a>) -> impl Iterator<Item = &'a [u8]> {
    let extensions = parsed.extensions().iter();
    let ours = extensions.filter(|one| one.oid.to_id_string() == ALTERNATIVE_NAMES);
    ours.map(|one| one.value)
}

/// Hosts and addresses, in the order of the certificate.
pub(super) fn of(parsed: &X509Certificate<'_>) -> Vec<Name> {
    lists(parsed).flat_map(in_list).collect()
}

fn in_list(list: &[u8]) -> Vec<Name> {
    let mut names = Vec::new();
    let outer = Reader::new(list, "").expect(SEQUENCE, "");
    let Ok(mut inside) = outer.and_then(|outer| outer.inside()) else {
        return names;
    };
    while let Ok(element) = inside.any() {
        match element.tag {
            HOST => names.push(host(element.content)),
            ADDRESS => names.push(address(element.content)),
            _ => {}
        }
    }
    names
}

/// A host may have ASCII only. Whatever else is there is kept, so that it is found to be malformed.
fn host(bytes: &[u8]) -> Name {
    let text = std::str::from_utf8(bytes).map(ToOwned::to_owned);
    Name::Dns(text.unwrap_or_else(|_| latin_1(bytes)))
}

/// An address of neither kind is kept as its digits, which are no host either.
fn address(bytes: &[u8]) -> Name {
    let four = <[u8; 4]>::try_from(bytes).map(IpAddr::from);
    let address = four.or_else(|_| <[u8; 16]>::try_from(bytes).map(IpAddr::from));
    address.map_or_else(
        |_| {
            Name::Dns(format!(
                "[address of {} bytes: {}]",
                bytes.len(),
                digits(bytes)
            ))
        },
        Name::Ip,
    )
}
