//! Enough days are left before the certificate has to be replaced again.

use super::{Check, Context, Finding, Subject, day};
use time::Duration;

pub(super) const CHECK: Check = Check {
    name: "lasts",
    source: "CA/Browser Forum ballot SC-081",
    judge,
};

/// Days that people should have for the next replacement.
const NOTICE: i64 = 30;

fn judge(subject: &Subject<'_>, context: &Context<'_>) -> Option<Finding> {
    let until = subject.leaf.not_after();
    let left = (until - context.now).whole_days();
    if until <= context.now {
        return None;
    }
    if left >= NOTICE {
        let due = day(until - Duration::days(NOTICE));
        return Finding::kept(format!("{left} days are left; replace it by {due}."));
    }
    Finding::warning(
        format!("Only {left} days are left, until {}.", day(until)),
        "It has to be replaced again soon, and every paired site be repaired again.",
        "Ask for a longer one. Public authorities issue for at most 200 days since March 2026, \
         100 days from March 2027 and 47 days from March 2029.",
    )
}
