//! From a leaf upward: which of the certificates at hand issued which, and who is missing above them.

use message::{Message, message};
use serde::{Deserialize, Serialize};
use x509_parser::certificate::X509Certificate;
use x509_parser::extensions::{GeneralName, ParsedExtension};
use x509_parser::prelude::FromDer;

use crate::Certificate;

/// The longest chain that is followed.
const LONGEST: usize = 16;

/// Certificates that came without a key, in order.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Chain {
    /// The certificate that none of the others was issued by.
    pub leaf: Certificate,
    /// The leaf's issuer, its issuer, and so on upward.
    pub issuers: Vec<Certificate>,
    /// Certificates that do not belong to the leaf's chain.
    pub strangers: Vec<Certificate>,
    /// Certificates that were there more than once.
    pub duplicates: usize,
    /// Private keys that were there and belong to none of these certificates.
    pub foreign_keys: usize,
}

impl Chain {
    /// Orders certificates from a leaf upward; nothing where there are none. The leaf is the first that
    /// issued none of the others, rather a server's than an authority's, and rather one that somebody
    /// else issued: roots of version 1 do not say that they are authorities.
    pub(crate) fn of(certificates: Vec<Certificate>, duplicates: usize) -> Option<Self> {
        let issued_another = |one: &Certificate| {
            let mut others = certificates.iter().filter(|other| *other != one);
            others.any(|other| other.names_as_issuer(one))
        };
        let leaf = certificates
            .iter()
            .min_by_key(|one| {
                (
                    issued_another(one),
                    one.is_authority(),
                    one.is_self_issued(),
                )
            })?
            .clone();
        let others = certificates.into_iter().filter(|one| *one != leaf);
        let ordered = above(&leaf, others.collect());
        Some(Self {
            leaf,
            issuers: ordered.chain,
            strangers: ordered.strangers,
            duplicates,
            foreign_keys: 0,
        })
    }

    /// The issuer that is not there, above the top; nothing where the chain ends in a root.
    pub fn missing(&self) -> Option<Missing> {
        missing_above(&self.leaf, &self.issuers)
    }
}

/// The issuer that an incomplete chain lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Its subject, as the certificate below names it.
    pub issuer: String,
    /// Its key's identifier in hexadecimal pairs, where the certificate below tells it.
    pub key_id: Option<String>,
}

impl Missing {
    /// What it is called, as a part of a sentence.
    pub fn message(&self) -> Message {
        match &self.key_id {
            Some(key) => message!("missing.issuer_with_key", issuer = &self.issuer, key = key),
            None => message!("missing.issuer", issuer = &self.issuer),
        }
    }
}

/// The issuer that is missing above the top of `leaf` and `chain`.
pub fn missing_above(leaf: &Certificate, chain: &[Certificate]) -> Option<Missing> {
    let top = chain.last().unwrap_or(leaf);
    if top.is_self_issued() {
        return None;
    }
    let digits = |id: &[u8]| {
        let pairs: Vec<String> = id.iter().map(|byte| format!("{byte:02X}")).collect();
        pairs.join(":")
    };
    Some(Missing {
        issuer: top.issuer().to_owned(),
        key_id: top.authority_key_id().map(digits),
    })
}

/// The chain with what `candidates` add above its top. What was there stays as it was: candidates that
/// issued nothing here are not taken.
pub fn completed(chain: Chain, candidates: &[Certificate]) -> Chain {
    let Chain {
        leaf, mut issuers, ..
    } = chain;
    issuers.extend(issuers_above(&leaf, &issuers, candidates));
    Chain {
        leaf,
        issuers,
        ..chain
    }
}

/// The issuers among `candidates` that continue a chain above its top.
pub fn issuers_above(
    leaf: &Certificate,
    chain: &[Certificate],
    candidates: &[Certificate],
) -> Vec<Certificate> {
    let is_there = |one: &Certificate| one == leaf || chain.contains(one);
    let fresh = candidates.iter().filter(|one| !is_there(one)).cloned();
    let mut found = above(chain.last().unwrap_or(leaf), fresh.collect()).chain;
    found.truncate(LONGEST.saturating_sub(chain.len()));
    found
}

/// The most addresses that are taken from one certificate.
const MOST_ADDRESSES: usize = 4;
/// The longest address that is taken.
const LONGEST_ADDRESS: usize = 500;

/// Where the certificate says that its issuer's certificate can be fetched (`caIssuers`): http and https
/// addresses only, as they stand. The certificate chose them: nothing is fetched unless a person asks.
pub fn issuer_addresses(certificate: &Certificate) -> Vec<String> {
    let Ok((_, parsed)) = X509Certificate::from_der(certificate.der()) else {
        return Vec::new();
    };
    let mut addresses: Vec<String> = Vec::new();
    for extension in parsed.extensions() {
        let ParsedExtension::AuthorityInfoAccess(access) = extension.parsed_extension() else {
            continue;
        };
        for description in &access.accessdescs {
            let GeneralName::URI(address) = &description.access_location else {
                continue;
            };
            let is_issuers = description.access_method.to_id_string() == CA_ISSUERS;
            if is_issuers && is_fetchable(address) && !addresses.iter().any(|one| one == address) {
                addresses.push((*address).to_owned());
            }
        }
    }
    addresses.truncate(MOST_ADDRESSES);
    addresses
}

const CA_ISSUERS: &str = "1.3.6.1.5.5.7.48.2";

fn is_fetchable(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    address.len() <= LONGEST_ADDRESS
        && address.bytes().all(|byte| byte.is_ascii_graphic())
        && (lower.starts_with("http://") || lower.starts_with("https://"))
}

/// A leaf's chain, and what does not belong to it.
pub(crate) struct Ordered {
    pub(crate) chain: Vec<Certificate>,
    pub(crate) strangers: Vec<Certificate>,
}

/// Follows issuers from `leaf` upward through `others`. Each link is verified by signature; where the
/// algorithm cannot be verified here, names and key identifiers decide.
pub(crate) fn above(leaf: &Certificate, mut others: Vec<Certificate>) -> Ordered {
    let mut chain: Vec<Certificate> = Vec::new();
    while chain.len() < LONGEST {
        let top = chain.last().unwrap_or(leaf);
        if top.is_self_signed() {
            break;
        }
        let Some(place) = issuer_among(&others, top) else {
            break;
        };
        chain.push(others.remove(place));
    }
    Ordered {
        chain,
        strangers: others,
    }
}

/// The issuer whose signature verifies; of several the one that is valid longest. Of those that bear the
/// right name only the first few are tried: each costs a verification.
fn issuer_among(others: &[Certificate], issued: &Certificate) -> Option<usize> {
    let candidates = others
        .iter()
        .enumerate()
        .filter(|(_, other)| issued.names_as_issuer(other))
        .take(LONGEST);
    candidates
        .filter(|(_, other)| issued.is_signed_by(other))
        .max_by_key(|(_, other)| other.not_after())
        .map(|(place, _)| place)
}
