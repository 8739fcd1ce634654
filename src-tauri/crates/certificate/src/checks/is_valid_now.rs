//! The certificate has begun to be valid and has not ended, by this computer's clock and by the site's.

use super::{Check, Context, Finding, Subject, minute};
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
            let until = minute(leaf.not_after());
            Finding::kept(match context.clock_ahead {
                Some(_) => {
                    format!("It is valid until {until}, by this computer's clock and the site's.")
                }
                None => format!("It is valid until {until}."),
            })
        }
        (true, false) | (false, true) => disputed(leaf, context.disagreement(), here),
        _ if context.now < leaf.not_before() => Finding::no(
            format!("It is valid only from {} on.", minute(leaf.not_before())),
            "Until then every connection to the Cloud Service would be refused.",
            "Wait until then. If that moment has passed where you are, set this computer's clock.",
        ),
        _ => Finding::no(
            format!("It expired on {}.", minute(leaf.not_after())),
            "Clients that look at the dates refuse it.",
            "Choose the renewed certificate, or request one.",
        ),
    }
}

fn is_valid(leaf: &Certificate, at: OffsetDateTime) -> bool {
    (leaf.not_before()..=leaf.not_after()).contains(&at)
}

/// The two clocks disagree about the certificate.
fn disputed(leaf: &Certificate, ahead: Duration, is_valid_here: bool) -> Option<Finding> {
    let (yes, no) = if is_valid_here {
        ("this computer's", "the site's")
    } else {
        ("the site's", "this computer's")
    };
    let direction = if ahead.is_negative() { "slow" } else { "fast" };
    let minutes = ahead.abs().whole_minutes();
    Finding::warning(
        format!(
            "It is valid by {yes} clock, not by {no}: from {} until {}. The site's clock was {minutes} \
             minutes {direction} when it was last read.",
            minute(leaf.not_before()),
            minute(leaf.not_after())
        ),
        "Whoever believes the other clock refuses the certificate.",
        "Set both clocks first; an appliance takes its time from NTP.",
    )
}
