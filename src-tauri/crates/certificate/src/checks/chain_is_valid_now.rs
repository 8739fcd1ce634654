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
        return outlasts(subject);
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

/// Whether the issuers last as long as the certificate. Roots that expire do less harm: who trusts them
/// often does so regardless.
fn outlasts(subject: &Subject<'_>) -> Option<Finding> {
    let until = subject.leaf.not_after();
    let ends_first = subject
        .chain
        .iter()
        .find(|issuer| issuer.not_after() < until && !issuer.is_self_issued());
    match ends_first {
        None => Finding::kept("Every issuer is valid at present, and as long as the certificate."),
        Some(issuer) => Finding::warning(
            format!(
                "{} ends on {}, before the certificate does.",
                issuer.subject(),
                minute(issuer.not_after())
            ),
            "From then on whoever verifies the chain refuses the certificate.",
            "Ask the authority for its renewed intermediate certificate, or replace both before that day.",
        ),
    }
}
