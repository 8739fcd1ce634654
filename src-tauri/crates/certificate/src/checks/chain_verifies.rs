//! Signatures, constraints and uses hold from the certificate up to the top of its chain.

use super::{Check, Context, Finding, Subject, path};
use crate::{Certificate, issuance};
use rustls_pki_types::CertificateDer;
use webpki::Error;

pub(super) const CHECK: Check = Check {
    name: "chain_verifies",
    source: "RFC 5280 §6",
    judge,
};

fn judge(subject: &Subject<'_>, context: &Context<'_>) -> Option<Finding> {
    let top = subject.chain.last()?;
    // webpki does not look at what an issuer's key may be used for.
    if let Some(issuer) = subject.chain.iter().find(|issuer| !may_sign(issuer)) {
        return broken(format!(
            "{} may not sign certificates: its key usage does not allow that.",
            issuer.subject()
        ));
    }
    let root = [CertificateDer::from(top.der())];
    let at = issuance::within_validity(subject.leaf, context.now);
    match path::verify(subject.leaf, subject.chain, &path::anchors(&root), at) {
        Ok(()) => Finding::kept("Every signature up to the top of the chain is true."),
        Err(error) => told(&error),
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "webpki knows forty errors and may add more; the rest share one sentence"
)]
fn told(error: &Error) -> Option<Finding> {
    let says = match error {
        // Dates, uses, authorities and name constraints have promises of their own. Signatures are
        // verified before any of these.
        Error::CertExpired { .. }
        | Error::CertNotValidYet { .. }
        | Error::CaUsedAsEndEntity
        | Error::NameConstraintViolation
        | Error::RequiredEkuNotFoundContext(_) => return None,
        Error::UnsupportedSignatureAlgorithmContext(_)
        | Error::UnsupportedSignatureAlgorithmForPublicKeyContext(_) => {
            return Finding::warning(
                "The chain uses an algorithm that cannot be verified here, such as P-521.",
                "It may be right all the same; Reseal cannot tell.",
                "Verify it with openssl verify, or use a chain of RSA, P-256 or P-384 keys.",
            );
        }
        Error::PathLenConstraintViolated => {
            "The chain is longer than one of its issuers allows.".to_owned()
        }
        Error::EndEntityUsedAsCa => "One of its issuers is no authority.".to_owned(),
        Error::InvalidSignatureForPublicKey => "A signature in the chain is false.".to_owned(),
        Error::UnknownIssuer => "The certificates of the chain do not lead to its top.".to_owned(),
        other => format!("The chain does not verify: {other}."),
    };
    broken(says)
}

fn broken(says: String) -> Option<Finding> {
    Finding::no(
        says,
        "Whoever verifies the chain refuses the certificate.",
        "Ask the authority for the certificates that belong to this one.",
    )
}

fn may_sign(issuer: &Certificate) -> bool {
    issuer
        .key_usage()
        .is_none_or(|usage| usage.certificate_signing)
}
