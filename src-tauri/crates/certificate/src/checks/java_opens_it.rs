//! The file is a keystore that Java opens, so that the appliance can be given it as it is.

use super::{ANEW, Check, Context, Finding, Subject};
use crate::Format;

pub(super) const CHECK: Check = Check {
    name: "java_opens_it",
    source: "docs/keystores.md §5",
    judge,
};

fn judge(subject: &Subject<'_>, context: &Context<'_>) -> Option<Finding> {
    let source = subject.source.filter(|_| !context.written_anew)?;
    match source.format {
        Format::MadeHere => None,
        Format::Pkcs12 if source.beyond_java.is_empty() => {
            Finding::kept("A current Java opens the file as it is.")
        }
        Format::Pkcs12 => {
            let reasons: Vec<String> = source.beyond_java.iter().map(ToString::to_string).collect();
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
