//! The certificate is a server's, not that of an authority.

use message::message;

use super::{Check, Context, Finding, Subject};

pub(super) const CHECK: Check = Check {
    name: "is_no_authority",
    source: "RFC 5280 §4.2.1.9",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    if !subject.leaf.is_authority() {
        return Finding::kept(message!("is_no_authority.kept"));
    }
    if subject.leaf.is_self_signed() && !subject.leaf.names().is_empty() {
        return Finding::warning(message!("is_no_authority.self_signed"));
    }
    if subject.source.is_none() {
        return Finding::no(message!("is_no_authority.authority"));
    }
    Finding::no(message!("is_no_authority.authority_with_key"))
}
