//! From a leaf upward: which of the certificates at hand issued which.

use crate::Certificate;

/// The longest chain that is followed.
const LONGEST: usize = 16;

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
