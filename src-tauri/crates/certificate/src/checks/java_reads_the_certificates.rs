//! Java reads the certificate and every issuer beside it: it reads all that is in a keystore, or nothing.

use message::{Message, message};

use super::{Check, Context, Finding, Subject};
use crate::Certificate;
use crate::certificate::extension;
use crate::java::{self, Part, Refusal};

pub(super) const CHECK: Check = Check {
    name: "java_reads_the_certificates",
    source: "docs/keystores.md §5",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    let mut certificates = std::iter::once(subject.leaf).chain(subject.chain);
    let refused = certificates.find_map(refused);
    let Some((certificate, refusal)) = refused else {
        return Finding::kept(message!("java_reads_the_certificates.kept"));
    };
    Finding::no(told(subject.leaf, certificate, &refusal))
}

/// What Java refuses of `leaf` or of a certificate above it, and what to do about that.
pub(crate) fn told(leaf: &Certificate, certificate: &Certificate, refusal: &Refusal) -> Message {
    let is_leaf = certificate == leaf;
    let (certificate, part, why) = (certificate.called(), part(&refusal.part), refusal.why);
    match refusal.part {
        _ if !is_leaf => message!(
            "java_reads_the_certificates.issuer",
            certificate = certificate,
            part = part,
            why = why
        ),
        Part::Extension {
            is_critical: true, ..
        } => message!(
            "java_reads_the_certificates.critical_extension",
            certificate = certificate,
            part = part,
            why = why
        ),
        Part::Subject => message!(
            "java_reads_the_certificates.subject",
            certificate = certificate,
            part = part,
            why = why
        ),
        Part::Structure
        | Part::Version
        | Part::Serial
        | Part::Signature
        | Part::Issuer
        | Part::Validity
        | Part::Key
        | Part::Extensions
        | Part::Extension {
            is_critical: false, ..
        } => message!(
            "java_reads_the_certificates.malformed",
            certificate = certificate,
            part = part,
            why = why
        ),
    }
}

/// The certificate, where Java refuses it, and why.
pub(crate) fn refused(certificate: &Certificate) -> Option<(&Certificate, Refusal)> {
    Some((certificate, java::refusal_of(certificate.der())?))
}

fn part(part: &Part) -> Message {
    match part {
        Part::Structure => message!("part.structure"),
        Part::Version => message!("part.version"),
        Part::Serial => message!("part.serial"),
        Part::Signature => message!("part.signature"),
        Part::Issuer => message!("part.issuer"),
        Part::Validity => message!("part.validity"),
        Part::Subject => message!("part.subject"),
        Part::Key => message!("part.key"),
        Part::Extensions => message!("part.extensions"),
        Part::Extension {
            identifier,
            is_critical,
        } => {
            let name = extension::name(identifier).unwrap_or(identifier);
            if *is_critical {
                message!("part.critical_extension", name = name)
            } else {
                message!("part.extension", name = name)
            }
        }
    }
}
