//! Every name is one that clients accept.

use message::{Argument, Message, message};

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
        return Finding::warning(message!("names_are_well_formed.two_lists"));
    }
    if bad.is_empty() {
        return Finding::kept(message!("names_are_well_formed.kept"));
    }
    let wanted: Vec<Message> = bad.iter().filter_map(|name| meant(name)).collect();
    let bad_names = Argument::list(bad.iter().map(ToString::to_string));
    Finding::warning(if wanted.len() < bad.len() {
        message!("names_are_well_formed.malformed", names = bad_names)
    } else {
        message!(
            "names_are_well_formed.meant",
            names = bad_names,
            wanted = wanted
        )
    })
}

/// What was meant is asked for as what it is; a name of which nobody can tell is left out.
fn meant(name: &Name) -> Option<Message> {
    Some(match name.meant()? {
        Name::Ip(address) => message!("wanted.address", address = address.to_string()),
        host @ Name::Dns(_) => message!("wanted.host", host = host.to_string()),
    })
}
