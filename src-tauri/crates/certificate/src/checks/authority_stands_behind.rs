//! An authority that verifiers can know has issued the certificate.

use super::{Check, Context, Finding, Subject};
use crate::Issuance;

pub(super) const CHECK: Check = Check {
    name: "authority_stands_behind",
    source: "docs/vcda-api.md §3.5",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    let why = subject.issuance.why();
    match subject.issuance {
        Issuance::Public { .. } => Finding::kept(format!("It is from a public authority. {why}")),
        Issuance::Private { .. } => Finding::kept(format!(
            "It is from a private authority. {why} On-premises sites keep their trust if they know that root."
        )),
        Issuance::SelfSigned => Finding::warning(
            why,
            "On-premises sites pin a self-signed certificate: each of them has to repair its pairing.",
            "Use a certificate of an authority, or tell the on-premises sites beforehand.",
        ),
        Issuance::Unknown { .. } => Finding::warning(
            why,
            "Whether on-premises sites keep their trust cannot be told.",
            "Add the issuer's certificate: in the same file, or in one given together with it.",
        ),
    }
}
