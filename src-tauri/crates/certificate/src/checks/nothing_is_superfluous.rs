//! There is nothing in the file that does not belong to the chain.

use super::{Check, Context, Finding, Subject, day};
use crate::Certificate;

pub(super) const CHECK: Check = Check {
    name: "nothing_is_superfluous",
    source: "docs/vcda-api.md §2.7",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    let mut left_out: Vec<String> = subject
        .strangers
        .iter()
        .map(|stranger| told_apart(stranger, subject))
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
    let is_all_there_once = subject.strangers.is_empty() && subject.unused_keys == 0;
    if is_all_there_once {
        return Finding::warning(
            format!("Left out: {}.", left_out.join("; ")),
            "It belongs to the chain, and the product wants each certificate once.",
            "Nothing: it is in the chain once, which is enough.",
        );
    }
    Finding::warning(
        format!("Left out: {}.", left_out.join("; ")),
        "It does not belong to this certificate's chain, and the product wants nothing else.",
        "Nothing, if you do not miss anything in the chain.",
    )
}

/// A certificate by its subject; by its dates as well where another one has the same, and by its serial number where
/// that has the same dates.
fn told_apart(stranger: &Certificate, subject: &Subject<'_>) -> String {
    let name = stranger.subject();
    let all = std::iter::once(subject.leaf).chain(subject.chain);
    let namesakes: Vec<&Certificate> = all
        .chain(subject.strangers)
        .filter(|one| *one != stranger && one.subject() == name)
        .collect();
    let validity = |one: &Certificate| (one.not_before(), one.not_after());
    if namesakes.is_empty() {
        return name.to_owned();
    }
    let (from, until) = (day(stranger.not_before()), day(stranger.not_after()));
    if namesakes
        .iter()
        .all(|one| validity(one) != validity(stranger))
    {
        return format!("{name}, valid from {from} until {until}");
    }
    format!(
        "{name}, valid from {from} until {until}, serial number {}",
        stranger.serial()
    )
}
