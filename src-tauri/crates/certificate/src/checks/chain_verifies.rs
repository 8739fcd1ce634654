//! Signatures, constraints and uses hold from the certificate up to the top of its chain.

use message::message;

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
        return Finding::no(message!(
            "chain_verifies.false_signature_on",
            issuer = issuer.subject(),
            signed = subject.highest().subject()
        ));
    }
    if let Some(finding) = unknown_and_critical(subject) {
        return Some(finding);
    }
    let top = subject.chain.last()?;
    if top.is_version_3() && !top.is_authority() {
        return Finding::no(message!(
            "chain_verifies.no_authority",
            issuer = top.subject()
        ));
    }
    // webpki does not look at what an issuer's key may be used for.
    if let Some(issuer) = subject.chain.iter().find(|issuer| !may_sign(issuer)) {
        return Finding::no(message!(
            "chain_verifies.may_not_sign",
            issuer = issuer.subject()
        ));
    }
    let root = [CertificateDer::from(top.der())];
    let at = issuance::within_validity(subject.leaf, context.now);
    let anchors = path::anchors(&root);
    // What the certificate is for has a promise of its own; what its issuers are for is looked at below.
    match path::verify(subject.leaf, subject.chain, &anchors, at, path::AnyUse) {
        Ok(()) => doubted(subject).or_else(|| Finding::kept(message!("chain_verifies.kept"))),
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
            Outcome::Invalid => Finding::no(message!("chain_verifies.false_signature")),
        },
        // The names were found to be the same, and webpki compares their bytes.
        Error::UnknownIssuer if worst_signature(subject) == Outcome::Valid => {
            Finding::warning(message!("chain_verifies.other_spelling"))
        }
        Error::UnsupportedCriticalExtension if has_critical_policies(subject) => {
            Finding::warning(message!("chain_verifies.critical_policies"))
        }
        Error::MaximumPathDepthExceeded => Finding::warning(message!("chain_verifies.too_long")),
        other => Finding::no(message!("chain_verifies.broken", why = path::why(other))),
    }
}

/// A certificate with an extension that has to be understood and is by nobody.
fn unknown_and_critical(subject: &Subject<'_>) -> Option<Finding> {
    let mut all = std::iter::once(subject.leaf).chain(subject.chain);
    let (culprit, oid) = all.find_map(|one| Some((one, one.unknown_critical_extension()?)))?;
    if oid == extension::POISON {
        return Finding::no(message!(
            "chain_verifies.precertificate",
            name = culprit.subject(),
            serial = culprit.serial(),
            extension = oid
        ));
    }
    let extension = match extension::name(&oid) {
        Some(name) => format!("{name}, {oid}"),
        None => oid,
    };
    Finding::no(message!(
        "chain_verifies.unknown_critical_extension",
        name = culprit.subject(),
        extension = extension
    ))
}

/// What some programs refuse and others do not look at.
fn doubted(subject: &Subject<'_>) -> Option<Finding> {
    if let Some(issuer) = subject.chain.iter().find(|issuer| is_for_others(issuer)) {
        return Finding::warning(message!(
            "chain_verifies.issuer_for_other_uses",
            issuer = issuer.subject()
        ));
    }
    let differs = |signed: &Certificate, issuer: &Certificate| {
        let ids = signed.authority_key_id().zip(issuer.key_id());
        ids.is_some_and(|(named, own)| named != own)
    };
    let mut pairs = signatures(subject);
    let (signed, issuer, _) = pairs.find(|(signed, issuer, _)| differs(signed, issuer))?;
    Finding::warning(message!(
        "chain_verifies.another_key_named",
        signed = signed.subject(),
        issuer = issuer.subject()
    ))
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
    Finding::warning(match first {
        None => message!("chain_verifies.an_algorithm_not_verifiable"),
        Some((signed, issuer, _)) => message!(
            "chain_verifies.not_verifiable",
            signed = signed.subject(),
            signature = signed.signature(),
            key = issuer.key().to_string()
        ),
    })
}

fn may_sign(issuer: &Certificate) -> bool {
    issuer
        .key_usage()
        .is_none_or(|usage| usage.certificate_signing)
}
