//! The certificate has begun to be valid and has not ended, by this computer's clock and by the site's.

use message::{Argument, message};

use super::{Check, Context, Finding, Subject};
use crate::Certificate;
use time::{Duration, OffsetDateTime};

pub(super) const CHECK: Check = Check {
    name: "is_valid_now",
    source: "RFC 5280 §4.1.2.5",
    judge,
};

fn judge(subject: &Subject<'_>, context: &Context<'_>) -> Option<Finding> {
    let leaf = subject.leaf;
    let (here, there) = (
        is_valid(leaf, context.now),
        is_valid(leaf, context.now_there()),
    );
    match (here, there) {
        (true, true) => {
            let until = Argument::Minute(leaf.not_after());
            Finding::kept(match context.clock_ahead {
                Some(_) => message!("is_valid_now.by_both_clocks", until = until),
                None => message!("is_valid_now.kept", until = until),
            })
        }
        (true, false) | (false, true) => disputed(leaf, context.disagreement(), here),
        _ if context.now < leaf.not_before() => Finding::no(message!(
            "is_valid_now.not_yet",
            from = Argument::Minute(leaf.not_before())
        )),
        _ => Finding::no(message!(
            "is_valid_now.expired",
            until = Argument::Minute(leaf.not_after())
        )),
    }
}

fn is_valid(leaf: &Certificate, at: OffsetDateTime) -> bool {
    (leaf.not_before()..=leaf.not_after()).contains(&at)
}

/// The two clocks disagree about the certificate.
fn disputed(leaf: &Certificate, ahead: Duration, is_valid_here: bool) -> Option<Finding> {
    let valid_by = if is_valid_here { "here" } else { "site" };
    let direction = if ahead.is_negative() { "slow" } else { "fast" };
    Finding::warning(message!(
        "is_valid_now.disputed",
        valid_by = valid_by,
        from = Argument::Minute(leaf.not_before()),
        until = Argument::Minute(leaf.not_after()),
        skew = ahead.abs(),
        direction = direction
    ))
}
