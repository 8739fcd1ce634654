//! The private key belongs to the certificate.

use super::{Check, Context, Finding, Subject};

pub(super) const CHECK: Check = Check {
    name: "key_matches",
    source: "docs/keystores.md §5",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    if subject.key?.matches(subject.leaf) {
        return Finding::kept("The private key belongs to the certificate.");
    }
    Finding::no(
        "The private key belongs to another certificate.",
        "Java loads such a keystore without complaint, and every connection fails afterwards.",
        "Choose the key that the request for this certificate was made with.",
    )
}
