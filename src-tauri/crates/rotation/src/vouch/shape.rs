//! Whether a certificate looks like one that an appliance made for itself just now. Pure.
//!
//! None of this is proof: whoever stands in between can make a certificate of the same shape. But a certificate of
//! another shape is not taken on the word of the peer sites alone.

use certificate::Certificate;
use time::{Duration, OffsetDateTime};

use crate::card::{CertificateCard, Issuance, key_of};

/// How far the appliance's clock may be off, and how far back its certificates may be dated. An estimate: when the
/// product lets its own certificates begin is not known.
const SLACK: Duration = Duration::days(1);

/// What is known of the certificate before.
#[derive(Debug, Clone)]
pub(super) struct Before {
    /// Its card.
    pub(super) old: Option<CertificateCard>,
    /// Its public key, by its SHA-256; none in records of earlier versions.
    pub(super) key: Option<String>,
    /// When the site was asked for a new one.
    pub(super) asked: Option<OffsetDateTime>,
}

/// What does not fit, each as a clause after "it".
pub(super) fn doubts(leaf: &Certificate, before: &Before, now: OffsetDateTime) -> Vec<String> {
    let mut doubts = Vec::new();
    if !leaf.is_self_signed() {
        doubts.push(format!("was signed by {}", leaf.issuer()));
    }
    // Only a certificate that the appliance made itself tells how it makes them.
    let made_here = before
        .old
        .as_ref()
        .filter(|old| old.issuance == Issuance::SelfSigned);
    if let Some(old) = made_here
        && !has_names_of(leaf, old)
    {
        doubts.push("names another subject or other hosts than the one before".to_owned());
    }
    if before.key.as_ref() == Some(&key_of(leaf)) {
        doubts.push("has the key of the one before".to_owned());
    }
    let from = leaf.not_before();
    let is_early = before.asked.is_some_and(|asked| from < asked - SLACK);
    if is_early || from > now + SLACK {
        doubts.push(format!(
            "begins at {from}, which is not when it was asked for"
        ));
    }
    doubts
}

/// The same subject and the same hosts, in whatever order.
fn has_names_of(leaf: &Certificate, old: &CertificateCard) -> bool {
    let mut names: Vec<String> = leaf.names().iter().map(ToString::to_string).collect();
    let mut before = old.names.clone();
    names.sort();
    before.sort();
    leaf.subject() == old.subject && names == before
}

#[cfg(test)]
mod tests {
    use certificate::{RsaSize, SelfSigned};
    use time::macros::datetime;

    use super::*;

    const NOW: OffsetDateTime = datetime!(2026-05-01 12:00 UTC);

    fn made(name: &str, from: OffsetDateTime) -> Certificate {
        let about = SelfSigned {
            names: vec![name.into()],
            size: RsaSize::Bits2048,
            valid_for: Duration::days(365),
        };
        about.make(from).unwrap().bundle.leaf
    }

    fn before(old: &Certificate) -> Before {
        Before {
            old: Some(CertificateCard::of(old, &[], NOW)),
            key: Some(key_of(old)),
            asked: Some(NOW - Duration::minutes(5)),
        }
    }

    #[test]
    fn a_fresh_certificate_of_the_same_names_raises_no_doubt() {
        let old = made("paris.example", NOW - Duration::days(300));
        let new = made("paris.example", NOW - Duration::minutes(2));
        assert_eq!(doubts(&new, &before(&old), NOW), Vec::<String>::new());
    }

    #[test]
    fn other_names_the_old_key_and_an_early_start_are_each_named() {
        let old = made("paris.example", NOW - Duration::days(300));
        let other = made("oslo.example", NOW);
        let found = doubts(&other, &before(&old), NOW);
        assert!(
            found.concat().contains("names another subject"),
            "{found:?}"
        );
        let found = doubts(&old, &before(&old), NOW).concat();
        assert!(found.contains("has the key of the one before"), "{found}");
        assert!(found.contains("not when it was asked for"), "{found}");
    }

    #[test]
    fn an_imported_certificate_before_says_nothing_about_names() {
        let old = made("paris.example", NOW - Duration::days(300));
        let mut before = before(&old);
        before.old.as_mut().unwrap().issuance = Issuance::Private;
        let new = made("cloud.vm", NOW);
        assert_eq!(doubts(&new, &before, NOW), Vec::<String>::new());
    }
}
