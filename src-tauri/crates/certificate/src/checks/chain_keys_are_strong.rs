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
        Some(issuer) => {
            let (subject, key) = (issuer.subject(), issuer.key());
            let says = match key {
                KeyKind::Rsa { .. } => format!("{subject} has a weak key: {key}."),
                KeyKind::Ec { .. } | KeyKind::Ed25519 | KeyKind::Other { .. } => {
                    format!("{subject} has a key that few programs verify: {key}.")
                }
            };
            Finding::warning(
                says,
                "Browsers and OpenSSL as systems set it up refuse RSA keys below 2048 bits, Java those below \
                 1024; DSA and rare curves are known to some programs only.",
                "Ask the authority for a chain with RSA keys of 2048 bits or more, P-256 or P-384.",
            )
        }
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
