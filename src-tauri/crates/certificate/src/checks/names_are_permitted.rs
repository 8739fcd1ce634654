//! No issuer's name constraints exclude the certificate's names.
//!
//! webpki judges constraints on hosts and addresses, and refuses every chain with one on distinguished
//! names. Authorities of companies use those, so constraints are judged here.

use std::net::IpAddr;

use message::message;
use x509_parser::certificate::X509Certificate;
use x509_parser::extensions::{GeneralName, GeneralSubtree, ParsedExtension};
use x509_parser::prelude::FromDer;
use x509_parser::x509::X509Name;

use super::{Check, Context, Finding, Subject};
use crate::certificate::folded_attribute;
use crate::{Certificate, Name};

pub(super) const CHECK: Check = Check {
    name: "names_are_permitted",
    source: "RFC 5280 §4.2.1.10",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    if subject.chain.is_empty() {
        return None;
    }
    let excluded = subject
        .chain
        .iter()
        .find_map(|issuer| Some((issuer, excluded_by(issuer, subject.leaf)?)));
    let Some((issuer, name)) = excluded else {
        return Finding::kept(message!("names_are_permitted.kept"));
    };
    Finding::no(message!(
        "names_are_permitted.excluded",
        issuer = issuer.subject(),
        name = name
    ))
}

/// The first of the leaf's names that the issuer may not sign for.
fn excluded_by(issuer: &Certificate, leaf: &Certificate) -> Option<String> {
    let (_, parsed) = X509Certificate::from_der(issuer.der()).ok()?;
    let constraints = parsed.extensions().iter().find_map(|extension| {
        let ParsedExtension::NameConstraints(constraints) = extension.parsed_extension() else {
            return None;
        };
        Some(constraints)
    })?;
    let subtrees = |list: &Option<Vec<GeneralSubtree<'_>>>, is_within: &IsWithin<'_>| {
        let judged = list
            .iter()
            .flatten()
            .filter_map(|tree| is_within(&tree.base));
        judged.collect::<Vec<bool>>()
    };
    let is_excluded = |is_within: &IsWithin<'_>| {
        let permitted = subtrees(&constraints.permitted_subtrees, is_within);
        let excluded = subtrees(&constraints.excluded_subtrees, is_within);
        excluded.contains(&true) || (!permitted.is_empty() && !permitted.contains(&true))
    };
    let (_, leaf_parsed) = X509Certificate::from_der(leaf.der()).ok()?;
    let subject = leaf_parsed.subject();
    if subject.iter().next().is_some() && is_excluded(&|base| subject_within(subject, base)) {
        return Some(leaf.subject().to_owned());
    }
    let mut names = leaf.names().iter();
    names
        .find(|name| is_excluded(&|base| name_within(name, base)))
        .map(Name::to_string)
}

/// Whether a name lies within a subtree; nothing where the subtree is about names of another kind.
type IsWithin<'a> = dyn Fn(&GeneralName<'_>) -> Option<bool> + 'a;

fn name_within(name: &Name, base: &GeneralName<'_>) -> Option<bool> {
    match (name, base) {
        (Name::Dns(host), GeneralName::DNSName(base)) => Some(host_within(host, base)),
        (Name::Ip(address), GeneralName::IPAddress(base)) => Some(address_within(*address, base)),
        _ => None,
    }
}

/// A host is within a domain that is itself or a parent; a leading dot asks for a parent.
fn host_within(host: &str, base: &str) -> bool {
    let host = host.trim_start_matches("*.").to_ascii_lowercase();
    let base = base.to_ascii_lowercase();
    let parent = base.trim_start_matches('.');
    let is_below = host
        .strip_suffix(parent)
        .is_some_and(|rest| rest.ends_with('.'));
    base.is_empty() || is_below || (!base.starts_with('.') && host == base)
}

/// The base is an address and a mask of the same length.
fn address_within(address: IpAddr, base: &[u8]) -> bool {
    let octets = match address {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets().to_vec(),
    };
    let (network, mask) = base.split_at(base.len() / 2);
    octets.len() == mask.len()
        && octets
            .iter()
            .zip(network)
            .zip(mask)
            .all(|((octet, network), mask)| octet & mask == network & mask)
}

/// A subject is within a name that it begins with.
fn subject_within(subject: &X509Name<'_>, base: &GeneralName<'_>) -> Option<bool> {
    let GeneralName::DirectoryName(base) = base else {
        return None;
    };
    let parts = |name: &X509Name<'_>| -> Vec<(String, String)> {
        name.iter_attributes().map(folded_attribute).collect()
    };
    Some(parts(subject).starts_with(&parts(base)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_hosts_within_a_domain() {
        for (host, base, expected) in [
            ("vcda.example.com", "example.com", true),
            ("EXAMPLE.com", "example.COM", true),
            ("*.example.com", "example.com", true),
            ("vcda.example.com", ".example.com", true),
            ("example.com", ".example.com", false),
            ("vcdaexample.com", "example.com", false),
            ("vcda.example.org", "example.com", false),
            ("anything", "", true),
        ] {
            assert_eq!(host_within(host, base), expected, "{host} in {base}");
        }
    }

    #[test]
    fn tells_addresses_within_a_network() {
        let network = [10, 0, 0, 0, 255, 0, 0, 0];
        assert!(address_within([10, 1, 2, 3].into(), &network));
        assert!(!address_within([11, 1, 2, 3].into(), &network));
        assert!(!address_within([0_u16; 8].into(), &network));
    }
}
