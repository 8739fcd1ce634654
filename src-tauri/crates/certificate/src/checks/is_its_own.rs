//! No other service of the site uses the same certificate.

use message::message;

use super::{Check, Context, Finding, Subject};

pub(super) const CHECK: Check = Check {
    name: "is_its_own",
    source: "docs/vcda-api.md §2.7",
    judge,
};

fn judge(subject: &Subject<'_>, context: &Context<'_>) -> Option<Finding> {
    if context.other_services.is_empty() {
        return None;
    }
    let thumbprint = subject.leaf.thumbprint();
    let shared = context
        .other_services
        .iter()
        .find(|(_, other)| *other == thumbprint);
    match shared {
        None => Finding::kept(message!("is_its_own.kept")),
        Some((service, _)) => Finding::no(message!("is_its_own.shared", service = service)),
    }
}
