//! Every issuer in the chain has begun to be valid and has not ended, by this computer's clock and by the
//! site's.

use message::{Argument, message};

use super::{Check, Context, Finding, Subject};
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
    let here = first_off(subject.chain, context.now).map(|issuer| (issuer, true));
    let there = || first_off(subject.chain, context.now_there());
    let off = here.or_else(|| Some((there()?, false)));
    let Some((issuer, is_here)) = off else {
        return outlasts(subject);
    };
    let (name, from) = (issuer.subject(), Argument::Minute(issuer.not_before()));
    let until = Argument::Minute(issuer.not_after());
    let clock = if is_here { "here" } else { "site" };
    if issuer.is_self_issued() {
        return Finding::warning(message!(
            "chain_is_valid_now.root_is_not",
            issuer = name,
            from = from,
            until = until,
            clock = clock
        ));
    }
    Finding::no(message!(
        "chain_is_valid_now.issuer_is_not",
        issuer = name,
        from = from,
        until = until,
        clock = clock
    ))
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
        None => Finding::kept(message!("chain_is_valid_now.kept")),
        Some(issuer) => Finding::warning(message!(
            "chain_is_valid_now.ends_first",
            issuer = issuer.subject(),
            until = Argument::Minute(issuer.not_after())
        )),
    }
}
