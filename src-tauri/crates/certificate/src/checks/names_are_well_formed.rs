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
        .filter(|name| !is_well_formed(name))
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

fn is_well_formed(name: &Name) -> bool {
    let Name::Dns(host) = name else {
        return true;
    };
    let labels = host.strip_prefix("*.").unwrap_or(host);
    let needs_two = host.starts_with("*.");
    host.len() <= 253
        && (!needs_two || labels.contains('.'))
        && labels.split('.').all(is_label)
        && labels.parse::<std::net::IpAddr>().is_err()
}

fn is_label(label: &str) -> bool {
    let is_inner = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=63).contains(&label.len())
        && label.bytes().all(is_inner)
        && !label.starts_with('-')
        && !label.ends_with('-')
}
