//! Every name is one that clients accept.

use super::{Check, Context, Finding, Subject};
use crate::Name;

pub(super) const CHECK: Check = Check {
    name: "names_are_well_formed",
    source: "RFC 6125 §6.4",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    let bad: Vec<String> = subject
        .leaf
        .names()
        .iter()
        .filter(|name| !name.is_well_formed())
        .map(Name::to_string)
        .collect();
    if !subject.leaf.names_are_in_one_list() {
        return Finding::warning(
            "Its alternative names stand in more than one extension.",
            "A certificate may have one. Some clients refuse it, others see a part of the names.",
            "Request it again, and tell the authority.",
        );
    }
    if bad.is_empty() {
        return Finding::kept("All its names are well formed.");
    }
    Finding::warning(
        format!("These names are malformed: {}.", bad.join(", ")),
        "Clients ignore such a name, and some refuse the whole certificate.",
        "Request it again without them: letters, digits and hyphens, one * as the whole first label.",
    )
}
