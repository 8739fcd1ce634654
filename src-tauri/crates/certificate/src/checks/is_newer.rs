//! The certificate is not older than the one in use.

use message::{Argument, message};

use super::{Check, Context, Finding, Subject};

pub(super) const CHECK: Check = Check {
    name: "is_newer",
    source: "docs/vcda-api.md §2.6",
    judge,
};

fn judge(subject: &Subject<'_>, context: &Context<'_>) -> Option<Finding> {
    let since = context.present?.not_before();
    if context.in_use == Some(subject.leaf.thumbprint()) {
        return None;
    }
    let begins = subject.leaf.not_before();
    if begins >= since {
        return Finding::kept(message!("is_newer.kept"));
    }
    Finding::warning(message!(
        "is_newer.older",
        begins = Argument::Day(begins),
        since = Argument::Day(since)
    ))
}
