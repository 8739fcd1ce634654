//! Neither the certificate nor an issuer in its chain is signed with SHA-1 or an MD digest, or with an algorithm
//! that nobody here knows.

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
    if let Some(broken) = signed().find(is_broken) {
        return Finding::no(
            is_signed(subject, broken),
            "The product takes no SHA-1 or MD5 signatures, and nothing that verifies chains does.",
            if broken == subject.leaf {
                "Request it again from an authority that signs with SHA-256 or better."
            } else {
                "Ask the authority for its present intermediate certificate."
            },
        );
    }
    match signed().find(|certificate| certificate.digest() == "unknown") {
        None => Finding::kept(is_signed(subject, subject.leaf)),
        Some(unknown) => Finding::warning(
            format!(
                "{} This algorithm is not known here.",
                is_signed(subject, unknown)
            ),
            "Whether it is strong cannot be told, and whoever does not know it refuses the certificate.",
            "Ask the authority which algorithm that is, or for a certificate signed with SHA-256.",
        ),
    }
}

fn is_signed(subject: &Subject<'_>, certificate: &Certificate) -> String {
    let signature = certificate.signature();
    if certificate == subject.leaf {
        format!("The certificate is signed with {signature}.")
    } else {
        format!("{} is signed with {signature}.", certificate.called())
    }
}
