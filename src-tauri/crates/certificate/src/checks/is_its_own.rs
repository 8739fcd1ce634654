//! No other service of the site uses the same certificate.

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
        None => Finding::kept("No other service of this site uses it."),
        Some((service, _)) => Finding::no(
            format!("The {service} of this site uses the same certificate."),
            "Every service needs a certificate of its own.",
            "Request another certificate for the Cloud Service.",
        ),
    }
}
