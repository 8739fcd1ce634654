//! A wildcard certificate serves the Cloud Service alone.

use super::{Check, Context, Finding, Subject};
use crate::Name;

pub(super) const CHECK: Check = Check {
    name: "wildcard_is_not_shared",
    source: "docs/vcda-api.md §2.7",
    judge,
};

fn judge(subject: &Subject<'_>, context: &Context<'_>) -> Option<Finding> {
    let wildcard = subject.leaf.names().iter().find(|name| name.is_wildcard());
    match wildcard.map(Name::to_string) {
        None => Finding::kept("It is no wildcard certificate."),
        Some(name) if is_known_to_be_alone(subject, context) => Finding::kept(format!(
            "It is a wildcard certificate for {name}, and no other service of this site uses it."
        )),
        Some(name) => Finding::warning(
            format!("It is a wildcard certificate for {name}."),
            "The vendor allows that for the Cloud Service only, and never shared with another service.",
            "Make sure that no other service of the site uses this certificate.",
        ),
    }
}

fn is_known_to_be_alone(subject: &Subject<'_>, context: &Context<'_>) -> bool {
    let thumbprint = subject.leaf.thumbprint();
    let mut others = context.other_services.iter();
    !context.other_services.is_empty() && others.all(|(_, other)| *other != thumbprint)
}
