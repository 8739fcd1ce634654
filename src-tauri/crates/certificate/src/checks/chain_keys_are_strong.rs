//! Every issuer has a key that is strong enough.

use message::message;

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
        None => Finding::kept(message!("chain_keys_are_strong.kept")),
        Some(issuer) => {
            let (issuer, key) = (issuer.subject(), issuer.key());
            Finding::warning(match key {
                KeyKind::Rsa { .. } => {
                    message!(
                        "chain_keys_are_strong.weak",
                        issuer = issuer,
                        key = key.to_string()
                    )
                }
                KeyKind::Ec { .. } | KeyKind::Ed25519 | KeyKind::Other { .. } => {
                    message!(
                        "chain_keys_are_strong.rare",
                        issuer = issuer,
                        key = key.to_string()
                    )
                }
            })
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
