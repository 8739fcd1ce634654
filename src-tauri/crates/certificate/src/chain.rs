//! From a leaf upward: which of the certificates at hand issued which.

use crate::Certificate;

/// The longest chain that is followed.
const LONGEST: usize = 16;

/// Certificates that came without a key, in order.
#[derive(Debug, Clone)]
pub struct Chain {
    /// The certificate that none of the others was issued by.
    pub leaf: Certificate,
    /// The leaf's issuer, its issuer, and so on upward.
    pub issuers: Vec<Certificate>,
    /// Certificates that do not belong to the leaf's chain.
    pub strangers: Vec<Certificate>,
    /// Certificates that were there more than once.
    pub duplicates: usize,
}

impl Chain {
    /// Orders certificates from a leaf upward; nothing where there are none. The leaf is the first that
    /// is no authority, else the first that issued none of the others.
    pub(crate) fn of(certificates: Vec<Certificate>, duplicates: usize) -> Option<Self> {
        let issued_another = |one: &Certificate| {
            let mut others = certificates.iter().filter(|other| *other != one);
            others.any(|other| other.names_as_issuer(one))
        };
        let leaf = certificates
            .iter()
            .find(|one| !one.is_authority())
            .or_else(|| certificates.iter().find(|one| !issued_another(one)))
            .or_else(|| certificates.first())?
            .clone();
        let others = certificates.into_iter().filter(|one| *one != leaf);
        let ordered = above(&leaf, others.collect());
        Some(Self {
            leaf,
            issuers: ordered.chain,
            strangers: ordered.strangers,
            duplicates,
        })
    }
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
