//! Every issuer up to a root is in the file, or known.

use message::message;

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
            0 => message!("chain_is_complete.not_needed"),
            issuers => message!("chain_is_complete.kept", issuers = issuers),
        });
    };
    // A root that this machine alone may know is better in the file; below a public one nobody misses it.
    let is_known = match subject.issuance {
        Issuance::Public { .. } => true,
        Issuance::Private { .. } => !subject.chain.is_empty(),
        Issuance::SelfSigned | Issuance::Unknown { .. } => false,
    };
    if is_known {
        return Finding::kept(message!("chain_is_complete.root_known"));
    }
    let highest = subject.highest();
    let has_namesake = subject
        .strangers
        .iter()
        .any(|one| highest.names_as_issuer(one));
    let missing = missing.message();
    if has_namesake {
        return Finding::warning(message!("chain_is_complete.namesake", missing = missing));
    }
    // What leads to the root is there: clients have the root, or are given it, and the appliance sends none.
    if !subject.chain.is_empty() {
        return Finding::kept(message!(
            "chain_is_complete.but_the_root",
            highest = highest.subject(),
            missing = missing
        ));
    }
    Finding::warning(message!("chain_is_complete.missing", missing = missing))
}
