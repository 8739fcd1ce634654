//! No issuer in the chain has expired.

use super::{Check, Context, Finding, Subject, minute};

pub(super) const CHECK: Check = Check {
    name: "chain_is_valid_now",
    source: "RFC 5280 §6.1.3",
    judge,
};

fn judge(subject: &Subject<'_>, context: &Context<'_>) -> Option<Finding> {
    if subject.chain.is_empty() {
        return None;
    }
    let is_off = |at, from, until| at < from || at > until;
    let off = subject
        .chain
        .iter()
        .find(|issuer| is_off(context.now, issuer.not_before(), issuer.not_after()));
    let Some(issuer) = off else {
        return Finding::kept("Every issuer is valid at present.");
    };
    let says = format!(
        "{} is valid from {} until {}, and not now.",
        issuer.subject(),
        minute(issuer.not_before()),
        minute(issuer.not_after())
    );
    let means = "Whoever verifies the chain refuses the certificate.";
    if issuer.is_self_issued() {
        let todo = "Ask the authority whether its root was renewed, and add the present one.";
        return Finding::warning(says, means, todo);
    }
    Finding::no(
        says,
        means,
        "Ask the authority for its present intermediate certificate.",
    )
}
