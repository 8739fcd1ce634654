//! The certificate is not the one that the Cloud Service uses already.

use message::message;

use super::{Check, Context, Finding, Subject};

pub(super) const CHECK: Check = Check {
    name: "is_not_in_use",
    source: "docs/vcda-api.md §2.6",
    judge,
};

fn judge(subject: &Subject<'_>, context: &Context<'_>) -> Option<Finding> {
    if context.in_use? != subject.leaf.thumbprint() {
        return Finding::kept(message!("is_not_in_use.kept"));
    }
    Finding::no(message!("is_not_in_use.in_use"))
}
