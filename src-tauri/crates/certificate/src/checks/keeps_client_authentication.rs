//! What the certificate in use allows as a client, the new one allows as well.

use message::message;

use super::{Check, Context, Finding, Subject};
use crate::Certificate;

pub(super) const CHECK: Check = Check {
    name: "keeps_client_authentication",
    source: "RFC 5280 §4.2.1.12",
    judge,
};

fn judge(subject: &Subject<'_>, context: &Context<'_>) -> Option<Finding> {
    // One that names no uses at all is for every use, and lost nothing by name.
    if !context.present?.is_for_clients() || allows_clients(subject.leaf) {
        return Finding::kept(message!("keeps_client_authentication.kept"));
    }
    Finding::warning(message!("keeps_client_authentication.lost"))
}

/// A certificate that names no uses allows all of them.
fn allows_clients(certificate: &Certificate) -> bool {
    let usages = certificate.extended_key_usages();
    usages.is_empty() || certificate.is_for_any_use() || certificate.is_for_clients()
}
