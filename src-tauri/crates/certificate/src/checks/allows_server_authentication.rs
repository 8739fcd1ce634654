//! The certificate may be used for TLS servers.

use super::{Check, Context, Finding, Subject};

pub(super) const CHECK: Check = Check {
    name: "allows_server_authentication",
    source: "docs/vcda-api.md §2.7",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    let usages = subject.leaf.extended_key_usages();
    if subject.leaf.netscape_names_servers() == Some(false) {
        return Finding::no(
            "Its Netscape certificate type does not name SSL servers.",
            "OpenSSL and Java follow this old extension and refuse the certificate for a server.",
            "Request it again without the extension Netscape Certificate Type, or with SSL Server in it.",
        );
    }
    if subject.leaf.is_for_servers() {
        return Finding::kept("It names server authentication among its uses.");
    }
    let says = if usages.is_empty() {
        "It does not name server authentication: it has no extended key usage at all."
    } else if subject.leaf.is_for_any_use() {
        "It allows any use, but does not name server authentication."
    } else {
        "It is for other uses: server authentication is not among them."
    };
    Finding::no(
        says,
        "The vendor's own import script refuses a file without server authentication.",
        "Request it again with the extended key usage Server Authentication (a web server template).",
    )
}
