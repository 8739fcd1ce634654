//! The names cover the public service endpoint and the management address.

use message::{Argument, message};

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
        return Finding::warning(message!("names_cover.no_names"));
    }
    let names: Vec<&Name> = leaf
        .names()
        .iter()
        .filter(|name| name.is_well_formed())
        .collect();
    if names.is_empty() {
        return Finding::warning(message!(
            "names_cover.none_accepted",
            names = listed(leaf.names().iter())
        ));
    }
    let wanted = [context.public_endpoint, context.management_host];
    let mut missing: Vec<&str> = wanted
        .into_iter()
        .flatten()
        .filter(|host| !leaf.covers(host))
        .collect();
    // Both may be reached at one host.
    missing.dedup();
    let names = listed(names.into_iter());
    if missing.is_empty() {
        return Finding::kept(message!("names_cover.kept", names = names));
    }
    Finding::warning(message!(
        "names_cover.missing",
        missing = missing,
        names = names
    ))
}

/// The first names; a certificate may have a hundred.
fn listed<'a>(names: impl ExactSizeIterator<Item = &'a Name>) -> Argument {
    let more = names.len().saturating_sub(5);
    let shown = names.take(5).map(Name::to_string).map(Argument::from);
    let rest = (more > 0).then(|| message!("names.more", more = more).into());
    Argument::List(shown.chain(rest).collect())
}
