//! Enough days are left before the certificate has to be replaced again.

use message::{Argument, Message, message};

use super::lifetime_is_accepted::longest;
use super::{Check, Context, Finding, Subject};
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
        return Finding::kept(kept(&subject.issuance, left, due));
    }
    Finding::warning(short(&subject.issuance, left, until, context.now))
}

/// How many days are left, and by when to replace it; where the rules for public authorities tell, when the
/// certificate after this one falls due.
fn kept(issuance: &Issuance, left: i64, due: OffsetDateTime) -> Message {
    if !matches!(issuance, Issuance::Public { .. }) {
        return message!("lasts.kept", left = left, due = Argument::Day(due));
    }
    let lifetime = longest(due);
    message!(
        "lasts.kept_and_the_next",
        left = left,
        due = Argument::Day(due),
        next_days = lifetime.whole_days(),
        next_due = Argument::Day(due + lifetime - notice(lifetime))
    )
}

/// Few days are left. A public authority has its limits.
fn short(issuance: &Issuance, left: i64, until: OffsetDateTime, now: OffsetDateTime) -> Message {
    match issuance {
        Issuance::Private { .. } | Issuance::SelfSigned => {
            message!("lasts.ends_soon", left = left, until = Argument::Day(until))
        }
        Issuance::Public { .. } | Issuance::Unknown { .. } => message!(
            "lasts.ends_soon_and_limited",
            left = left,
            until = Argument::Day(until),
            most = longest(now).whole_days()
        ),
    }
}

/// How long before the end people should replace a certificate that is valid for so long.
fn notice(lifetime: Duration) -> Duration {
    Duration::days(30).min(lifetime / 3)
}
