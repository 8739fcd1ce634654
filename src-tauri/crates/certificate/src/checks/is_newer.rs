//! The certificate is not older than the one in use.

use super::{Check, Context, Finding, Subject, day};

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
        return Finding::kept("It is newer than the certificate in use.");
    }
    Finding::warning(
        format!(
            "It is older than the certificate in use: {} against {}.",
            day(begins),
            day(since)
        ),
        "Perhaps it is the previous certificate, chosen by mistake.",
        "Compare the two before you go on.",
    )
}
