//! Certificates as the cards that the screens show.

use certificate::Certificate;
use rotation::{card::CertificateCard, progress::Verdict};
use time::OffsetDateTime;

/// The card of a certificate of which no chain is known.
pub(crate) fn of(certificate: &Certificate) -> CertificateCard {
    CertificateCard::of(certificate, &[], OffsetDateTime::now_utc())
}

/// The card of a certificate that was kept as bytes.
pub(crate) fn of_der(der: &[u8]) -> Option<CertificateCard> {
    Certificate::from_der(der.to_vec()).ok().as_ref().map(of)
}

/// A verdict as it is kept in the list of sites.
pub(crate) fn word(verdict: Verdict) -> String {
    let word = match verdict {
        Verdict::Same => "same",
        Verdict::Different => "different",
        Verdict::Old => "old",
        Verdict::Unknown => "unknown",
    };
    word.to_owned()
}
