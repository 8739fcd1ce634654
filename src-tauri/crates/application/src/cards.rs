//! Certificates as the cards that the screens show, and words that several screens use.

use certificate::Certificate;
use rotation::card::CertificateCard;
use rotation::verdict::Verdict;
use time::{OffsetDateTime, UtcOffset, macros::format_description};

/// The card of a certificate of which no chain is known.
pub(crate) fn of(certificate: &Certificate, now: OffsetDateTime) -> CertificateCard {
    CertificateCard::of(certificate, &[], now)
}

/// The card of a certificate that was kept as bytes.
pub(crate) fn of_der(der: &[u8], now: OffsetDateTime) -> Option<CertificateCard> {
    let certificate = Certificate::from_der(der.to_vec()).ok()?;
    Some(of(&certificate, now))
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

/// A moment to the minute, in UTC.
pub(crate) fn moment(at: OffsetDateTime) -> String {
    let words = format_description!("[year]-[month]-[day] [hour]:[minute] UTC");
    at.to_offset(UtcOffset::UTC)
        .format(words)
        .unwrap_or_default()
}
