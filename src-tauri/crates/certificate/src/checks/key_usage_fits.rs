//! The key may sign handshakes.

use message::message;

use super::{Check, Context, Finding, Subject};

pub(super) const CHECK: Check = Check {
    name: "key_usage_fits",
    source: "RFC 5280 §4.2.1.3",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    match subject.leaf.key_usage() {
        None => Finding::kept(message!("key_usage_fits.not_restricted")),
        Some(usage) if usage.digital_signature => Finding::kept(message!("key_usage_fits.kept")),
        Some(_) => Finding::no(message!("key_usage_fits.no_signatures")),
    }
}
