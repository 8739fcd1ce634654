//! The certificate may be used for TLS servers.

use message::message;

use super::{Check, Context, Finding, Subject};

pub(super) const CHECK: Check = Check {
    name: "allows_server_authentication",
    source: "docs/vcda-api.md §2.7",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    let usages = subject.leaf.extended_key_usages();
    if subject.leaf.netscape_names_servers() == Some(false) {
        return Finding::no(message!("allows_server_authentication.netscape"));
    }
    if subject.leaf.is_for_servers() {
        return Finding::kept(message!("allows_server_authentication.kept"));
    }
    Finding::no(if usages.is_empty() {
        message!("allows_server_authentication.no_uses")
    } else if subject.leaf.is_for_any_use() {
        message!("allows_server_authentication.any_use")
    } else {
        message!("allows_server_authentication.other_uses")
    })
}
