//! Builds and verifies the path from a leaf to an anchor, with rustls-webpki.

use rustls_pki_types::{CertificateDer, TrustAnchor, UnixTime};
use time::OffsetDateTime;
use webpki::{EndEntityCert, KeyUsage};

use crate::Certificate;

/// The anchors that can be made of these roots; a root that cannot be one is left out.
pub(crate) fn anchors<'a>(roots: &'a [CertificateDer<'_>]) -> Vec<TrustAnchor<'a>> {
    roots
        .iter()
        .filter_map(|root| webpki::anchor_from_trusted_cert(root).ok())
        .collect()
}

/// Whether a path leads from `leaf` through `chain` to one of `anchors` at a moment.
pub(crate) fn verify(
    leaf: &Certificate,
    chain: &[Certificate],
    anchors: &[TrustAnchor<'_>],
    at: UnixTime,
) -> Result<(), webpki::Error> {
    let leaf = CertificateDer::from(leaf.der());
    let chain: Vec<CertificateDer<'_>> = chain
        .iter()
        .map(|certificate| CertificateDer::from(certificate.der()))
        .collect();
    let leaf = EndEntityCert::try_from(&leaf)?;
    let algorithms = webpki::ALL_VERIFICATION_ALGS;
    let usage = KeyUsage::server_auth();
    leaf.verify_for_usage(algorithms, anchors, &chain, at, usage, None, None)
        .map(|_| ())
}

/// The same moment for webpki, which knows none before 1970.
pub(crate) fn unix_time(at: OffsetDateTime) -> UnixTime {
    let seconds = u64::try_from(at.unix_timestamp()).unwrap_or(0);
    UnixTime::since_unix_epoch(std::time::Duration::from_secs(seconds))
}
