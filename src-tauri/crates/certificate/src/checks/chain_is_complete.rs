//! Every issuer up to a root is in the file, or known.

use super::{Check, Context, Finding, Subject};
use crate::{Issuance, missing_above};

pub(super) const CHECK: Check = Check {
    name: "chain_is_complete",
    source: "docs/vcda-api.md §2.7",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    if subject.falsely_named().is_some() {
        return None;
    }
    let Some(missing) = missing_above(subject.leaf, subject.chain) else {
        return Finding::kept(match subject.chain.len() {
            0 => "It needs no chain: it signed itself.".to_owned(),
            1 => "Its issuer is in the file.".to_owned(),
            issuers => format!("All {issuers} issuers up to the root are in the file."),
        });
    };
    // A root that this machine alone may know is better in the file; below a public one nobody misses it.
    let is_known = match subject.issuance {
        Issuance::Public { .. } => true,
        Issuance::Private { .. } => !subject.chain.is_empty(),
        Issuance::SelfSigned | Issuance::Unknown { .. } => false,
    };
    if is_known {
        return Finding::kept("The chain leads to a known root, which need not be in the file.");
    }
    let highest = subject.highest();
    let has_namesake = subject
        .strangers
        .iter()
        .any(|one| highest.names_as_issuer(one));
    // What leads to the root is there: clients have the root, or are given it, and the appliance sends none.
    if !subject.chain.is_empty() && !has_namesake {
        return Finding::kept(format!(
            "The issuers up to {} are in the file. {missing} is not, and the appliance does not need it.",
            highest.subject()
        ));
    }
    let besides = if has_namesake {
        " One of the same name is in the file; its key did not sign this."
    } else {
        ""
    };
    Finding::warning(
        format!("The issuer {missing} is missing.{besides}"),
        "Whoever verifies the chain, such as an on-premises site from 4.3 on, may not find its way to a root.",
        "Add the certificate of the issuer: in the same file, or in one given together with it.",
    )
}
