//! Every issuer in the chain has begun to be valid and has not ended, by this computer's clock and by the
//! site's.

use super::{Check, Context, Finding, Subject, minute};
use crate::Certificate;
use time::OffsetDateTime;

pub(super) const CHECK: Check = Check {
    name: "chain_is_valid_now",
    source: "RFC 5280 §6.1.3",
    judge,
};

fn judge(subject: &Subject<'_>, context: &Context<'_>) -> Option<Finding> {
    if subject.chain.is_empty() {
        return None;
    }
    let here = first_off(subject.chain, context.now).map(|issuer| (issuer, "now"));
    let there = || first_off(subject.chain, context.now_there());
    let off = here.or_else(|| Some((there()?, "now by the site's clock")));
    let Some((issuer, when)) = off else {
        return outlasts(subject);
    };
    let says = format!(
        "{} is valid from {} until {}, and not {when}.",
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

/// The first issuer that is not valid at this moment.
fn first_off(chain: &[Certificate], at: OffsetDateTime) -> Option<&Certificate> {
    let is_on = |issuer: &&Certificate| (issuer.not_before()..=issuer.not_after()).contains(&at);
    chain.iter().find(|issuer| !is_on(issuer))
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
