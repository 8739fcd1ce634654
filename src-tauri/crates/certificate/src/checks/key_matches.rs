//! The private key belongs to the certificate. A key that belongs to none of the certificates makes no
//! bundle, so here the promise can only be kept: it is told because people look for it.

use super::{Check, Context, Finding, Subject};

pub(super) const CHECK: Check = Check {
    name: "key_matches",
    source: "docs/keystores.md §5",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    if subject.has_key {
        Finding::kept("The private key belongs to the certificate.")
    } else {
        None
    }
}
