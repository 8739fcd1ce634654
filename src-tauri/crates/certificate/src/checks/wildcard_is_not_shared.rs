//! A wildcard certificate serves the Cloud Service alone.

use message::message;

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
        None => Finding::kept(message!("wildcard_is_not_shared.kept")),
        Some(name) if is_known_to_be_alone(subject, context) => {
            Finding::kept(message!("wildcard_is_not_shared.alone", name = name))
        }
        Some(name) => Finding::warning(message!("wildcard_is_not_shared.wildcard", name = name)),
    }
}

fn is_known_to_be_alone(subject: &Subject<'_>, context: &Context<'_>) -> bool {
    let thumbprint = subject.leaf.thumbprint();
    let mut others = context.other_services.iter();
    !context.other_services.is_empty() && others.all(|(_, other)| *other != thumbprint)
}
