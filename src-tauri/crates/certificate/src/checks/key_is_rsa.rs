//! The key is RSA with 2048 bits or more.

use super::{Check, Context, Finding, Subject};
use crate::KeyKind;

pub(super) const CHECK: Check = Check {
    name: "key_is_rsa",
    source: "docs/vcda-api.md §2.7",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    let key = subject.leaf.key();
    match key {
        KeyKind::Rsa { bits } if *bits >= 2048 => Finding::kept(format!("The key is {key}.")),
        KeyKind::Rsa { .. } => Finding::no(
            format!("The key is {key}."),
            "The product takes RSA keys of 2048 bits or more.",
            "Request a certificate with an RSA key of 2048, 3072 or 4096 bits.",
        ),
        KeyKind::Ec { .. } | KeyKind::Ed25519 | KeyKind::Other { .. } => Finding::no(
            format!("The key is {key}."),
            match key {
                KeyKind::Ed25519 => {
                    "The vendor's text knows RSA keys only; Java 8 and 11 cannot even load Ed25519."
                }
                KeyKind::Rsa { .. } | KeyKind::Ec { .. } | KeyKind::Other { .. } => {
                    "The vendor's text knows RSA keys only."
                }
            },
            "Request a certificate with an RSA key of 2048, 3072 or 4096 bits.",
        ),
    }
}
