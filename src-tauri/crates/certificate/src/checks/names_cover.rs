//! The names cover the public service endpoint and the management address.

use super::{Check, Context, Finding, Subject};
use crate::Name;

pub(super) const CHECK: Check = Check {
    name: "names_cover",
    source: "docs/vcda-api.md §5",
    judge,
};

fn judge(subject: &Subject<'_>, context: &Context<'_>) -> Option<Finding> {
    let leaf = subject.leaf;
    if leaf.names().is_empty() {
        return Finding::warning(
            "It has no names of hosts among its subject alternative names.",
            "Clients that verify names look at the alternative names alone and refuse it.",
            "Request it again with the public service endpoint as alternative name.",
        );
    }
    let names: Vec<&Name> = leaf
        .names()
        .iter()
        .filter(|name| name.is_well_formed())
        .collect();
    if names.is_empty() {
        return Finding::warning(
            format!(
                "None of its names is one that clients accept: {}.",
                listed(leaf.names().iter())
            ),
            "Clients that verify names find none in it and refuse it.",
            "Request it again for the bare host name of the public service endpoint; an address needs an IP entry.",
        );
    }
    let wanted = [context.public_endpoint, context.management_host];
    let mut missing: Vec<&str> = wanted
        .into_iter()
        .flatten()
        .filter(|host| !leaf.covers(host))
        .collect();
    // Both may be reached at one host.
    missing.dedup();
    if missing.is_empty() {
        let names = listed(names.into_iter());
        return Finding::kept(format!("It is for {names}."));
    }
    Finding::warning(
        format!(
            "It does not cover {}. It is for {}.",
            missing.join(" and "),
            listed(names.into_iter())
        ),
        "Paired sites compare thumbprints and do not mind. On-premises sites that verify the chain, \
         browsers and scripts compare names and refuse it.",
        format!(
            "Request a certificate for {} as well.",
            missing.join(" and ")
        ),
    )
}

/// The first names; a certificate may have a hundred.
fn listed<'a>(names: impl ExactSizeIterator<Item = &'a Name>) -> String {
    let more = names.len().saturating_sub(5);
    let shown: Vec<String> = names.take(5).map(Name::to_string).collect();
    match more {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}
