//! The certificate is a server's, not that of an authority.

use super::{Check, Context, Finding, Subject};

pub(super) const CHECK: Check = Check {
    name: "is_no_authority",
    source: "RFC 5280 §4.2.1.9",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    if !subject.leaf.is_authority() {
        return Finding::kept("It is the certificate of a server.");
    }
    if subject.leaf.is_self_signed() && !subject.leaf.names().is_empty() {
        return Finding::warning(
            "It signed itself and bears the mark of an authority, as openssl req -x509 makes it.",
            "Who pins it does not mind. Firefox and others that look at the mark refuse it for a server.",
            "Make it with basicConstraints=CA:FALSE, or have the appliance make a self-signed one.",
        );
    }
    if subject.source.is_none() {
        return Finding::no(
            "It is the certificate of an authority.",
            "Clients refuse it for a server.",
            "Choose the certificate that the authority issued for the appliance, with its key.",
        );
    }
    Finding::no(
        "It is the certificate of an authority, and its private key is in this file.",
        "Whoever gets this file can issue certificates for any name. Clients refuse it for a server.",
        "Keep this file away from the appliance. Choose the certificate that the authority issued for it.",
    )
}
