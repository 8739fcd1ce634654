//! Signatures, constraints and uses hold from the certificate up to the top of its chain.

use super::{Check, Context, Finding, Subject};
use crate::certificate::{Outcome, extension};
use crate::{Certificate, issuance, path};
use rustls_pki_types::CertificateDer;
use webpki::Error;

pub(super) const CHECK: Check = Check {
    name: "chain_verifies",
    source: "RFC 5280 §6",
    judge,
};

fn judge(subject: &Subject<'_>, context: &Context<'_>) -> Option<Finding> {
    if let Some(issuer) = subject.falsely_named() {
        return Finding::no(
            format!(
                "The signature of {} on {} is false.",
                issuer.subject(),
                subject.highest().subject()
            ),
            "The certificate was altered after it was signed, or damaged on its way. Whoever verifies it refuses it.",
            "Fetch or export it again, and compare its thumbprint with what the authority says.",
        );
    }
    if let Some(finding) = unknown_and_critical(subject) {
        return Some(finding);
    }
    let top = subject.chain.last()?;
    if top.is_version_3() && !top.is_authority() {
        return broken(format!(
            "{} is no authority: its basic constraints do not say that it may issue certificates.",
            top.subject()
        ));
    }
    // webpki does not look at what an issuer's key may be used for.
    if let Some(issuer) = subject.chain.iter().find(|issuer| !may_sign(issuer)) {
        return broken(format!(
            "{} may not sign certificates: its key usage does not allow that.",
            issuer.subject()
        ));
    }
    let root = [CertificateDer::from(top.der())];
    let at = issuance::within_validity(subject.leaf, context.now);
    let anchors = path::anchors(&root);
    // What the certificate is for has a promise of its own; what its issuers are for is looked at below.
    match path::verify(subject.leaf, subject.chain, &anchors, at, path::AnyUse) {
        Ok(()) => doubted(subject)
            .or_else(|| Finding::kept("Every signature up to the top of the chain is true.")),
        Err(error) => told(&error, subject),
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "webpki knows forty errors and may add more; the rest share one sentence"
)]
fn told(error: &Error, subject: &Subject<'_>) -> Option<Finding> {
    match error {
        // Dates, authorities and name constraints have promises of their own. Signatures are verified
        // before any of these.
        Error::CertExpired { .. }
        | Error::CertNotValidYet { .. }
        | Error::CaUsedAsEndEntity
        | Error::NameConstraintViolation => None,
        Error::UnsupportedSignatureAlgorithmContext(_)
        | Error::UnsupportedSignatureAlgorithmForPublicKeyContext(_) => not_verifiable(subject),
        // Of what it does not support webpki says that it is false.
        Error::InvalidSignatureForPublicKey => match worst_signature(subject) {
            Outcome::NotVerifiable => not_verifiable(subject),
            // True, under a key that is too weak for webpki: that has a promise of its own.
            Outcome::Valid => None,
            Outcome::Invalid => broken("A signature in the chain is false.".to_owned()),
        },
        // The names were found to be the same, and webpki compares their bytes.
        Error::UnknownIssuer if worst_signature(subject) == Outcome::Valid => Finding::warning(
            "An issuer is named with another spelling than it has itself, such as other capitals or \
             another kind of string.",
            "Java and OpenSSL see one name in the two; Go and others compare the bytes and refuse the chain.",
            "Ask the authority for a certificate that names its issuer byte by byte.",
        ),
        Error::UnsupportedCriticalExtension if has_critical_policies(subject) => Finding::warning(
            "A certificate in the chain has policies that have to be followed, which is not done here.",
            "Java and OpenSSL follow them. It may be right; Reseal cannot tell.",
            "Verify it with openssl verify -policy_check.",
        ),
        Error::MaximumPathDepthExceeded => Finding::warning(
            format!("The chain is long: {}.", path::in_words(error)),
            "Java and OpenSSL follow longer chains; others refuse it. Reseal cannot tell whether it is right.",
            "Verify it with openssl verify, or ask the authority for a shorter chain.",
        ),
        other => broken(format!(
            "The chain does not verify: {}.",
            path::in_words(other)
        )),
    }
}

/// A certificate with an extension that has to be understood and is by nobody.
fn unknown_and_critical(subject: &Subject<'_>) -> Option<Finding> {
    let mut all = std::iter::once(subject.leaf).chain(subject.chain);
    let (culprit, oid) = all.find_map(|one| Some((one, one.unknown_critical_extension()?)))?;
    let (name, number) = (culprit.subject(), culprit.serial());
    if oid == extension::POISON {
        return Finding::no(
            format!(
                "{name} (serial number {number}) is a precertificate from a transparency log, not the certificate: \
                 the critical extension {oid} marks it."
            ),
            "Every client refuses a precertificate.",
            "Get the certificate itself: from the authority, or the log's other entry with the same serial number.",
        );
    }
    let known = extension::name(&oid)
        .map(|name| format!("{name}, "))
        .unwrap_or_default();
    Finding::no(
        format!(
            "{name} has the critical extension {known}{oid}, which has to be understood and is not."
        ),
        "Whoever does not understand it, such as Java and OpenSSL, refuses the certificate.",
        "Ask the authority for a certificate in which that extension is not critical, or absent.",
    )
}

/// What some programs refuse and others do not look at.
fn doubted(subject: &Subject<'_>) -> Option<Finding> {
    if let Some(issuer) = subject.chain.iter().find(|issuer| is_for_others(issuer)) {
        return Finding::warning(
            format!(
                "{} may only issue certificates for other uses: server authentication is not among them.",
                issuer.subject()
            ),
            "OpenSSL and browsers refuse it for a server; Java does not look.",
            "Ask the authority for a certificate from an issuer that is meant for servers.",
        );
    }
    let differs = |signed: &Certificate, issuer: &Certificate| {
        let ids = signed.authority_key_id().zip(issuer.key_id());
        ids.is_some_and(|(named, own)| named != own)
    };
    let mut pairs = signatures(subject);
    let (signed, issuer, _) = pairs.find(|(signed, issuer, _)| differs(signed, issuer))?;
    Finding::warning(
        format!(
            "{} names another key than that of {}, which signed it.",
            signed.subject(),
            issuer.subject()
        ),
        "OpenSSL and GnuTLS go by the named key and do not find the issuer; Java does.",
        "Ask the authority for the present certificate of its issuer, or for a new one of this server.",
    )
}

/// Whether it says what its certificates are for, and servers are not among that.
fn is_for_others(issuer: &Certificate) -> bool {
    let says_uses = !issuer.extended_key_usages().is_empty();
    says_uses && !issuer.is_for_servers() && !issuer.is_for_any_use()
}

fn has_critical_policies(subject: &Subject<'_>) -> bool {
    let mut all = std::iter::once(subject.leaf).chain(subject.chain);
    all.any(Certificate::has_critical_policies)
}

/// Every certificate that has its issuer in the chain, with what can be said of the signature.
fn signatures<'a>(
    subject: &'a Subject<'_>,
) -> impl Iterator<Item = (&'a Certificate, &'a Certificate, Outcome)> {
    let signed = std::iter::once(subject.leaf).chain(subject.chain);
    let pairs = signed.zip(subject.chain);
    pairs.map(|(signed, issuer)| (signed, issuer, signed.check_signature(issuer)))
}

/// The least that can be said of the signatures up to the top.
fn worst_signature(subject: &Subject<'_>) -> Outcome {
    let outcomes: Vec<Outcome> = signatures(subject).map(|(_, _, outcome)| outcome).collect();
    let worst = [Outcome::Invalid, Outcome::NotVerifiable];
    let worst = worst.into_iter().find(|worst| outcomes.contains(worst));
    worst.unwrap_or(Outcome::Valid)
}

fn not_verifiable(subject: &Subject<'_>) -> Option<Finding> {
    let mut signatures = signatures(subject);
    let first = signatures.find(|(_, _, outcome)| *outcome == Outcome::NotVerifiable);
    let how = first.map_or_else(
        || "The chain uses an algorithm".to_owned(),
        |(signed, issuer, _)| {
            let (signature, key) = (signed.signature(), issuer.key());
            format!(
                "{} is signed with {signature} and a key of {key},",
                signed.subject()
            )
        },
    );
    Finding::warning(
        format!("{how} which cannot be verified here."),
        "It may be right all the same; Reseal cannot tell.",
        "Verify it with openssl verify, or use a chain of RSA, P-256 or P-384 keys and SHA-256.",
    )
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
