//! Neither the certificate nor an issuer in its chain is signed with SHA-1 or MD5.

use super::{Check, Context, Finding, Subject};
use crate::Certificate;

pub(super) const CHECK: Check = Check {
    name: "signatures_are_modern",
    source: "docs/vcda-api.md §2.7",
    judge,
};

const BROKEN: [&str; 3] = ["SHA-1", "MD5", "MD2"];

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    let is_broken = |certificate: &Certificate| BROKEN.contains(&certificate.digest());
    if is_broken(subject.leaf) {
        return Finding::no(
            format!(
                "The certificate is signed with {}.",
                subject.leaf.signature()
            ),
            "The product takes no SHA-1 or MD5 signatures, and nothing on the web does.",
            "Request it again from an authority that signs with SHA-256 or better.",
        );
    }
    // Nobody checks the signature of a root on itself.
    let issuers = subject
        .chain
        .iter()
        .filter(|issuer| !issuer.is_self_issued());
    match issuers.into_iter().find(|issuer| is_broken(issuer)) {
        None => Finding::kept(format!("It is signed with {}.", subject.leaf.signature())),
        Some(issuer) => Finding::no(
            format!(
                "{} is signed with {}.",
                issuer.subject(),
                issuer.signature()
            ),
            "The product takes no SHA-1 or MD5 signatures, and nothing that verifies chains does.",
            "Ask the authority for its present intermediate certificate.",
        ),
    }
}
