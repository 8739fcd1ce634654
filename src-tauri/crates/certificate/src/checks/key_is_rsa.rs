//! The key is RSA with 2048 bits or more.

use message::message;

use super::{Check, Context, Finding, Subject};
use crate::KeyKind;

pub(super) const CHECK: Check = Check {
    name: "key_is_rsa",
    source: "docs/vcda-api.md §2.7",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    let key = subject.leaf.key().to_string();
    match subject.leaf.key() {
        KeyKind::Rsa { bits } if *bits >= 2048 => {
            Finding::kept(message!("key_is_rsa.kept", key = key))
        }
        KeyKind::Rsa { .. } => Finding::no(message!("key_is_rsa.weak", key = key)),
        KeyKind::Ed25519 => Finding::no(message!("key_is_rsa.ed25519", key = key)),
        KeyKind::Ec { .. } | KeyKind::Other { .. } => {
            Finding::no(message!("key_is_rsa.another", key = key))
        }
    }
}
