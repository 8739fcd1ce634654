//! Every issuer has a key that is strong enough.

use super::{Check, Context, Finding, Subject};
use crate::KeyKind;

pub(super) const CHECK: Check = Check {
    name: "chain_keys_are_strong",
    source: "docs/keystores.md §7",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    if subject.chain.is_empty() {
        return None;
    }
    match subject.chain.iter().find(|issuer| !is_strong(issuer.key())) {
        None => Finding::kept("Every issuer's key is strong enough."),
        Some(issuer) => Finding::warning(
            format!("{} has a weak key: {}.", issuer.subject(), issuer.key()),
            "Current Java refuses RSA keys below 2048 bits and DSA in a chain.",
            "Ask the authority for a chain with stronger keys.",
        ),
    }
}

fn is_strong(key: &KeyKind) -> bool {
    match key {
        KeyKind::Rsa { bits } => *bits >= 2048,
        KeyKind::Ec { curve } => matches!(curve.as_str(), "P-256" | "P-384" | "P-521"),
        KeyKind::Ed25519 => true,
        KeyKind::Other { .. } => false,
    }
}
