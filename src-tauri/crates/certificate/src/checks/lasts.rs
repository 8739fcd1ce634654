//! Enough days are left before the certificate has to be replaced again.

use super::lifetime_is_accepted::longest;
use super::{Check, Context, Finding, Subject, day};
use crate::Issuance;
use time::{Duration, OffsetDateTime};

pub(super) const CHECK: Check = Check {
    name: "lasts",
    source: "CA/Browser Forum ballot SC-081",
    judge,
};

fn judge(subject: &Subject<'_>, context: &Context<'_>) -> Option<Finding> {
    let leaf = subject.leaf;
    let until = leaf.not_after();
    if until <= context.now {
        return None;
    }
    let left = (until - context.now).whole_days();
    let due = until - notice(leaf.not_after() - leaf.not_before());
    if due > context.now {
        let next = next_due(&subject.issuance, due);
        return Finding::kept(format!(
            "{left} days are left; replace it by {}.{next}",
            day(due)
        ));
    }
    Finding::warning(
        format!("Only {left} days are left, until {}.", day(until)),
        "It has to be replaced again soon, and every paired site be repaired again.",
        format!(
            "Ask for a longer one.{}",
            most(&subject.issuance, context.now)
        ),
    )
}

/// How long before the end people should replace a certificate that is valid for so long.
fn notice(lifetime: Duration) -> Duration {
    Duration::days(30).min(lifetime / 3)
}

/// When the certificate after this one falls due, where the rules for public authorities tell.
fn next_due(issuance: &Issuance, renewed: OffsetDateTime) -> String {
    if !matches!(issuance, Issuance::Public { .. }) {
        return String::new();
    }
    let lifetime = longest(renewed);
    let due = day(renewed + lifetime - notice(lifetime));
    let days = lifetime.whole_days();
    format!(" The next one may last {days} days at most and will be due by {due}.")
}

/// What a public authority may issue at most; nothing where the authority is another.
fn most(issuance: &Issuance, now: OffsetDateTime) -> String {
    match issuance {
        Issuance::Private { .. } | Issuance::SelfSigned => String::new(),
        Issuance::Public { .. } | Issuance::Unknown { .. } => format!(
            " A public authority issues for at most {} days now, 100 days from 15 March 2027 on and 47 \
             days from 15 March 2029 on.",
            longest(now).whole_days()
        ),
    }
}
