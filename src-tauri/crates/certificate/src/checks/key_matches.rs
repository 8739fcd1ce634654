//! The private key belongs to the certificate.

use message::message;

use super::{Check, Context, Finding, Subject};

pub(super) const CHECK: Check = Check {
    name: "key_matches",
    source: "docs/keystores.md §5",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    if subject.source.is_some() {
        return Finding::kept(message!("key_matches.kept"));
    }
    if subject.foreign_keys == 0 {
        return None;
    }
    Finding::no(message!("key_matches.foreign"))
}
