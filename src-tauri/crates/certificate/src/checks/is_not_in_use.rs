//! The certificate is not the one that the Cloud Service uses already.

use super::{Check, Context, Finding, Subject};

pub(super) const CHECK: Check = Check {
    name: "is_not_in_use",
    source: "docs/vcda-api.md §2.6",
    judge,
};

fn judge(subject: &Subject<'_>, context: &Context<'_>) -> Option<Finding> {
    if context.in_use? != subject.leaf.thumbprint() {
        return Finding::kept("It is another certificate than the one in use.");
    }
    Finding::no(
        "It is the certificate that the Cloud Service uses already.",
        "Importing it again changes nothing and restarts the service.",
        "Choose the new certificate. If this is the new one, look at who trusts it: the pairings may still have to be repaired.",
    )
}
