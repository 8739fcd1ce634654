//! There is nothing in the file that does not belong to the chain.

use super::{Check, Context, Finding, Subject};

pub(super) const CHECK: Check = Check {
    name: "nothing_is_superfluous",
    source: "docs/vcda-api.md §2.7",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    let mut left_out: Vec<String> = subject
        .strangers
        .iter()
        .map(|stranger| stranger.subject().to_owned())
        .collect();
    match subject.duplicates {
        0 => {}
        1 => left_out.push("one certificate that is there twice".to_owned()),
        many => left_out.push(format!("{many} certificates that are there more than once")),
    }
    if subject.unused_keys > 0 {
        left_out.push(format!("{} other private keys", subject.unused_keys));
    }
    if left_out.is_empty() {
        return Finding::kept("Everything in the file belongs to this certificate.");
    }
    Finding::warning(
        format!("Left out: {}.", left_out.join("; ")),
        "It does not belong to this certificate's chain, and the product wants nothing else.",
        "Nothing, if you do not miss anything in the chain.",
    )
}
