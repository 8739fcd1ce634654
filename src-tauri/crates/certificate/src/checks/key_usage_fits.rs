//! The key may sign handshakes.

use super::{Check, Context, Finding, Subject};

pub(super) const CHECK: Check = Check {
    name: "key_usage_fits",
    source: "RFC 5280 §4.2.1.3",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    match subject.leaf.key_usage() {
        None => Finding::kept("It does not restrict what the key is used for."),
        Some(usage) if usage.digital_signature => Finding::kept("The key may sign handshakes."),
        Some(_) => Finding::no(
            "Its key usage does not allow digital signatures.",
            "With TLS 1.3, and with nearly everything in TLS 1.2, the server signs the handshake.",
            "Request it again with the key usages Digital Signature and Key Encipherment.",
        ),
    }
}
