//! The private key belongs to the certificate.

use super::{Check, Context, Finding, Subject};

pub(super) const CHECK: Check = Check {
    name: "key_matches",
    source: "docs/keystores.md §5",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    if subject.source.is_some() {
        return Finding::kept("The private key belongs to the certificate.");
    }
    if subject.foreign_keys == 0 {
        return None;
    }
    Finding::no(
        "The private key belongs to none of the certificates.",
        "Java loads such a file without complaint; the server then proves to nobody who it is.",
        "Choose the key that was made with the request of this certificate.",
    )
}
