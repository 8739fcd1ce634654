//! Neither the certificate nor an issuer in its chain is signed with SHA-1 or an MD digest, or with an algorithm
//! that nobody here knows.

use message::message;

use super::{Check, Context, Finding, Subject};
use crate::Certificate;

pub(super) const CHECK: Check = Check {
    name: "signatures_are_modern",
    source: "docs/vcda-api.md §2.7",
    judge,
};

const BROKEN: [&str; 4] = ["SHA-1", "MD5", "MD4", "MD2"];

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    // Nobody checks the signature of a root on itself.
    let issuers = subject
        .chain
        .iter()
        .filter(|issuer| !issuer.is_self_issued());
    let signed = || std::iter::once(subject.leaf).chain(issuers.clone());
    let is_broken = |certificate: &&Certificate| BROKEN.contains(&certificate.digest());
    let is_leaf = |certificate: &Certificate| certificate == subject.leaf;
    if let Some(broken) = signed().find(is_broken) {
        let signature = broken.signature();
        return Finding::no(if is_leaf(broken) {
            message!("signatures_are_modern.broken", signature = signature)
        } else {
            let issuer = broken.called();
            message!(
                "signatures_are_modern.broken_issuer",
                issuer = issuer,
                signature = signature
            )
        });
    }
    let unknown = signed().find(|certificate| certificate.digest() == "unknown");
    let Some(unknown) = unknown else {
        let signature = subject.leaf.signature();
        return Finding::kept(message!(
            "signatures_are_modern.kept",
            signature = signature
        ));
    };
    let signature = unknown.signature();
    Finding::warning(if is_leaf(unknown) {
        message!("signatures_are_modern.unknown", signature = signature)
    } else {
        let issuer = unknown.called();
        message!(
            "signatures_are_modern.unknown_issuer",
            issuer = issuer,
            signature = signature
        )
    })
}
