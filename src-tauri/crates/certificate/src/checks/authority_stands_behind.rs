//! An authority that verifiers can know has issued the certificate.

use message::message;

use super::{Check, Context, Finding, Subject};
use crate::Issuance;

pub(super) const CHECK: Check = Check {
    name: "authority_stands_behind",
    source: "docs/vcda-api.md §3.5",
    judge,
};

fn judge(subject: &Subject<'_>, _: &Context<'_>) -> Option<Finding> {
    let why = subject.issuance.why();
    match subject.issuance {
        Issuance::Public { .. } => {
            Finding::kept(message!("authority_stands_behind.public", why = why))
        }
        Issuance::Private { .. } => {
            Finding::kept(message!("authority_stands_behind.private", why = why))
        }
        Issuance::SelfSigned => {
            Finding::warning(message!("authority_stands_behind.nobody", why = why))
        }
        Issuance::Unknown { .. } => {
            Finding::warning(message!("authority_stands_behind.unknown", why = why))
        }
    }
}
