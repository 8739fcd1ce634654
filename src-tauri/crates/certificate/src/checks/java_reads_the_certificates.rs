//! Java reads the certificate and every issuer beside it: it reads all that is in a keystore, or nothing.

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
        return Finding::kept("Java reads the certificate and what stands above it.");
    };
    Finding::no(
        in_words(certificate, &refusal),
        "The appliance, which is a Java program, cannot open a keystore with this certificate inside and \
         calls the password wrong. The Cloud Service would not come back.",
        if certificate == subject.leaf {
            todo(&refusal.part)
        } else {
            "Ask the authority for another certificate of this issuer, or for one from another issuer."
        },
    )
}

/// The certificate, where Java refuses it, and why.
pub(crate) fn refused(certificate: &Certificate) -> Option<(&Certificate, Refusal)> {
    Some((certificate, java::refusal_of(certificate.der())?))
}

/// The refusal as a sentence that names certificate and extension.
pub(crate) fn in_words(certificate: &Certificate, refusal: &Refusal) -> String {
    let why = refusal.why;
    let part = match &refusal.part {
        Part::Structure => "its structure".to_owned(),
        Part::Version => "its version".to_owned(),
        Part::Serial => "its serial number".to_owned(),
        Part::Signature => "its signature".to_owned(),
        Part::Issuer => "the name of its issuer".to_owned(),
        Part::Validity => "its validity".to_owned(),
        Part::Subject => "its subject".to_owned(),
        Part::Key => "its public key".to_owned(),
        Part::Extensions => "its extensions".to_owned(),
        Part::Extension {
            identifier,
            is_critical,
        } => {
            let critical = if *is_critical { "critical " } else { "" };
            let name = extension::name(identifier).unwrap_or(identifier);
            format!("its {critical}extension {name}")
        }
    };
    format!("Java refuses {}: {part} {why}.", certificate.called())
}

const fn todo(part: &Part) -> &'static str {
    match part {
        Part::Extension {
            is_critical: true, ..
        } => {
            "Request it again, and tell the authority that this extension is malformed: it has to be well \
             formed, or not critical."
        }
        Part::Subject => {
            "Request it again with a common name in its subject, or with critical alternative names."
        }
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
        } => "Request it again, and tell the authority what is malformed.",
    }
}
