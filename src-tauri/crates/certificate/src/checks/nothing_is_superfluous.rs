//! There is nothing in the file that does not belong to the chain.

use message::{Argument, Message, message};

use super::{Check, Context, Finding, Subject};
use crate::Certificate;

pub(super) const CHECK: Check = Check {
    name: "nothing_is_superfluous",
    source: "docs/vcda-api.md §2.7",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    let mut left_out: Vec<Message> = subject
        .strangers
        .iter()
        .map(|stranger| told_apart(stranger, subject))
        .collect();
    if subject.duplicates > 0 {
        left_out.push(message!("left_out.duplicates", count = subject.duplicates));
    }
    if subject.unused_keys > 0 {
        left_out.push(message!("left_out.keys", count = subject.unused_keys));
    }
    if left_out.is_empty() {
        return Finding::kept(message!("nothing_is_superfluous.kept"));
    }
    let is_all_there_once = subject.strangers.is_empty() && subject.unused_keys == 0;
    Finding::warning(if is_all_there_once {
        message!("nothing_is_superfluous.twice", left_out = left_out)
    } else {
        message!("nothing_is_superfluous.left_out", left_out = left_out)
    })
}

/// A certificate by its subject; by its dates as well where another one has the same, and by its serial number where
/// that has the same dates.
fn told_apart(stranger: &Certificate, subject: &Subject<'_>) -> Message {
    let name = stranger.subject();
    let all = std::iter::once(subject.leaf).chain(subject.chain);
    let namesakes: Vec<&Certificate> = all
        .chain(subject.strangers)
        .filter(|one| *one != stranger && one.subject() == name)
        .collect();
    let validity = |one: &Certificate| (one.not_before(), one.not_after());
    if namesakes.is_empty() {
        return message!("certificate.called", subject = name);
    }
    let from = Argument::Day(stranger.not_before());
    let until = Argument::Day(stranger.not_after());
    if namesakes
        .iter()
        .all(|one| validity(one) != validity(stranger))
    {
        return message!(
            "certificate.by_dates",
            subject = name,
            from = from,
            until = until
        );
    }
    message!(
        "certificate.by_serial",
        subject = name,
        from = from,
        until = until,
        serial = stranger.serial()
    )
}
