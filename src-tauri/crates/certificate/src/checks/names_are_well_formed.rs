//! Every name is one that clients accept.

use super::{Check, Context, Finding, Subject};
use crate::Name;

pub(super) const CHECK: Check = Check {
    name: "names_are_well_formed",
    source: "RFC 6125 §6.4",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    let names = subject.leaf.names().iter();
    let bad: Vec<&Name> = names.filter(|name| !name.is_well_formed()).collect();
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
        format!("These names are malformed: {}.", listed(&bad)),
        "Clients ignore such a name, and some refuse the whole certificate.",
        todo(&bad),
    )
}

fn listed(names: &[&Name]) -> String {
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    names.join(", ")
}

/// What was meant is asked for as what it is; a name of which nobody can tell is left out.
fn todo(bad: &[&Name]) -> String {
    let wanted: Vec<String> = bad
        .iter()
        .filter_map(|name| match name.meant()? {
            Name::Ip(address) => Some(format!("an IP entry for {address} in its place")),
            host @ Name::Dns(_) => Some(format!("the bare host name {host}")),
        })
        .collect();
    if wanted.len() < bad.len() {
        return "Request it again without them: letters, digits and hyphens, one * as the whole first label."
            .to_owned();
    }
    format!("Request it again with {}.", wanted.join(" and "))
}
