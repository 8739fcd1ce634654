//! The certificate has begun to be valid and has not ended.

use super::{Check, Context, Finding, Subject, minute};

pub(super) const CHECK: Check = Check {
    name: "is_valid_now",
    source: "RFC 5280 §4.1.2.5",
    judge,
};

fn judge(subject: &Subject<'_>, context: &Context<'_>) -> Option<Finding> {
    let leaf = subject.leaf;
    if context.now < leaf.not_before() {
        return Finding::no(
            format!("It is valid only from {} on.", minute(leaf.not_before())),
            "Until then every connection to the Cloud Service would be refused.",
            "Wait until then. If that moment has passed where you are, set this computer's clock.",
        );
    }
    if context.now > leaf.not_after() {
        return Finding::no(
            format!("It expired on {}.", minute(leaf.not_after())),
            "Clients that look at the dates refuse it.",
            "Choose the renewed certificate, or request one.",
        );
    }
    let until = minute(leaf.not_after());
    Finding::kept(format!("It is valid until {until}."))
}
