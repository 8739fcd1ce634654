//! The file is a keystore that Java opens, so that the appliance can be given it as it is.

use super::java_reads_the_certificates::refused;
use super::{ANEW, Check, Context, Finding, Subject, day};
use crate::{Format, Served, Source};

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
            let mut reasons: Vec<String> =
                source.beyond_java.iter().map(ToString::to_string).collect();
            reasons.extend(served(source, subject));
            reasons.extend(strangers(subject));
            if reasons.is_empty() {
                return readable(subject);
            }
            Finding::no(
                format!("Java cannot use the file as it is: {}.", reasons.join("; ")),
                "The appliance, which is a Java program, refuses the file or finds no key in it or \
                 another certificate, and often calls the password wrong. It is not a wrong password.",
                ANEW,
            )
        }
        Format::JavaKeystore
        | Format::Pem
        | Format::Certificate
        | Format::PrivateKey
        | Format::Pkcs7
        | Format::SerializedStore
        | Format::Several => Finding::warning(
            format!(
                "This is {}, and the appliance takes one PKCS#12 keystore.",
                source.format
            ),
            "It cannot be imported as it is.",
            ANEW,
        ),
    }
}

/// A certificate that Java refuses has a promise of its own, and no new file helps.
fn readable(subject: &Subject<'_>) -> Option<Finding> {
    let mut certificates = std::iter::once(subject.leaf).chain(subject.chain);
    if certificates.any(|certificate| refused(certificate).is_some()) {
        return None;
    }
    Finding::kept("A current Java opens the file as it is.")
}

/// What Java serves in the place of the certificate that is judged here.
fn served(source: &Source, subject: &Subject<'_>) -> Option<String> {
    let thumbprint = match source.served? {
        Served::Certificate(thumbprint) => thumbprint,
        Served::NoKey => return Some("its private key is in a part inside a part".to_owned()),
        Served::NoCertificate => {
            let why = "neither a local key id nor a name ties its private key to its certificate";
            return Some(why.to_owned());
        }
    };
    let (leaf, others) = (subject.leaf, subject.chain.iter().chain(subject.strangers));
    let mut others = others.filter(|other| other.thumbprint() == thumbprint);
    let other = others.next().filter(|_| leaf.thumbprint() != thumbprint)?;
    Some(format!(
        "by local key ids, names and order its key belongs to {}, valid until {}, and not to {}, valid until {}",
        other.called(),
        day(other.not_after()),
        leaf.called(),
        day(leaf.not_after())
    ))
}

/// What Java refuses of the certificates that a new file leaves out.
fn strangers(subject: &Subject<'_>) -> Option<String> {
    let refused = subject.strangers.iter().find_map(refused);
    let (stranger, _) = refused?;
    Some(format!("Java refuses {} in it", stranger.called()))
}
