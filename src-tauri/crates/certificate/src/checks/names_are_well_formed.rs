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
    if bad.is_empty() {
        return Finding::kept("All its names are well formed.");
    }
    Finding::warning(
        format!("These names are malformed: {}.", bad.join(", ")),
        "Clients ignore such a name, and some refuse the whole certificate.",
        "Request it again without them: letters, digits and hyphens, one * as the whole first label.",
    )
}
