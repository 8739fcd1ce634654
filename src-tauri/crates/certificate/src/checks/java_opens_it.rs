//! The file is a keystore that Java opens, so that the appliance can be given it as it is.

use message::{Argument, Message, message};

use super::java_reads_the_certificates::refused;
use super::{Check, Context, Finding, Subject};
use crate::{BeyondJava, Format, Served, Source};

pub(super) const CHECK: Check = Check {
    name: "java_opens_it",
    source: "docs/keystores.md §5",
    judge,
};

fn judge(subject: &Subject<'_>, context: &Context<'_>) -> Option<Finding> {
    let source = subject.source.filter(|_| !context.written_anew)?;
    match source.format {
        Format::MadeHere => None,
        Format::Pkcs12 => {
            let mut reasons: Vec<Message> =
                source.beyond_java.iter().map(BeyondJava::message).collect();
            reasons.extend(served(source, subject));
            reasons.extend(strangers(subject));
            if reasons.is_empty() {
                return readable(subject);
            }
            Finding::no(message!("java_opens_it.refused", reasons = reasons))
        }
        Format::JavaKeystore
        | Format::Pem
        | Format::Certificate
        | Format::PrivateKey
        | Format::Pkcs7
        | Format::SerializedStore
        | Format::Several => Finding::warning(message!(
            "java_opens_it.another_kind",
            format = source.format.message()
        )),
    }
}

/// A certificate that Java refuses has a promise of its own, and no new file helps.
fn readable(subject: &Subject<'_>) -> Option<Finding> {
    let mut certificates = std::iter::once(subject.leaf).chain(subject.chain);
    if certificates.any(|certificate| refused(certificate).is_some()) {
        return None;
    }
    Finding::kept(message!("java_opens_it.kept"))
}

/// What Java serves in the place of the certificate that is judged here.
fn served(source: &Source, subject: &Subject<'_>) -> Option<Message> {
    let thumbprint = match source.served? {
        Served::Certificate(thumbprint) => thumbprint,
        Served::NoKey => return Some(message!("java.no_key")),
        Served::NoCertificate => return Some(message!("java.no_certificate")),
    };
    let (leaf, others) = (subject.leaf, subject.chain.iter().chain(subject.strangers));
    let mut others = others.filter(|other| other.thumbprint() == thumbprint);
    let other = others.next().filter(|_| leaf.thumbprint() != thumbprint)?;
    Some(message!(
        "java.serves_another",
        other = other.called(),
        other_until = Argument::Day(other.not_after()),
        leaf = leaf.called(),
        leaf_until = Argument::Day(leaf.not_after())
    ))
}

/// What Java refuses of the certificates that a new file leaves out.
fn strangers(subject: &Subject<'_>) -> Option<Message> {
    let (stranger, _) = subject.strangers.iter().find_map(refused)?;
    Some(message!("java.refuses", certificate = stranger.called()))
}
