//! Builds and verifies the path from a leaf to an anchor, with rustls-webpki.

use rustls_pki_types::{CertificateDer, TrustAnchor, UnixTime};
use time::OffsetDateTime;
use webpki::{EndEntityCert, Error, ExtendedKeyUsageValidator, KeyPurposeIdIter};

use crate::Certificate;

/// The anchors that can be made of these roots; a root that cannot be one is left out.
pub(crate) fn anchors<'a>(roots: &'a [CertificateDer<'_>]) -> Vec<TrustAnchor<'a>> {
    roots
        .iter()
        .filter_map(|root| webpki::anchor_from_trusted_cert(root).ok())
        .collect()
}

/// Takes every extended key usage: who issued a certificate does not depend on what it is for.
pub(crate) struct AnyUse;

impl ExtendedKeyUsageValidator for AnyUse {
    fn validate(&self, _: KeyPurposeIdIter<'_, '_>) -> Result<(), Error> {
        Ok(())
    }
}

/// Whether a path for some use leads from `leaf` through `chain` to one of `anchors` at a moment.
pub(crate) fn verify(
    leaf: &Certificate,
    chain: &[Certificate],
    anchors: &[TrustAnchor<'_>],
    at: UnixTime,
    usage: impl ExtendedKeyUsageValidator,
) -> Result<(), Error> {
    let leaf = CertificateDer::from(leaf.der());
    let chain: Vec<CertificateDer<'_>> = chain
        .iter()
        .map(|certificate| CertificateDer::from(certificate.der()))
        .collect();
    let leaf = EndEntityCert::try_from(&leaf)?;
    let algorithms = webpki::ALL_VERIFICATION_ALGS;
    leaf.verify_for_usage(algorithms, anchors, &chain, at, usage, None, None)
        .map(|_| ())
}

/// The same moment for webpki, which knows none before 1970.
pub(crate) fn unix_time(at: OffsetDateTime) -> UnixTime {
    let seconds = u64::try_from(at.unix_timestamp()).unwrap_or(0);
    UnixTime::since_unix_epoch(std::time::Duration::from_secs(seconds))
}

/// What keeps a path from holding, as people read it: the end of a sentence that begins with the path.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "webpki knows forty errors and may add more; those that no chain of files meets share one"
)]
pub(crate) const fn in_words(error: &Error) -> &'static str {
    match error {
        Error::CertExpired { .. } => "one of its certificates has expired",
        Error::CertNotValidYet { .. } => "one of its certificates is not valid yet",
        Error::CaUsedAsEndEntity => "the certificate is an authority's own",
        Error::EndEntityUsedAsCa => "one of its issuers is no authority",
        Error::PathLenConstraintViolated => "it is longer than one of its issuers allows",
        Error::InvalidSignatureForPublicKey => {
            "a signature in it is false or cannot be verified here"
        }
        Error::UnknownIssuer => "its certificates do not lead to its top",
        Error::UnsupportedCertVersion => {
            "one of its certificates is of X.509 version 1, which does not say what it may be used for"
        }
        Error::NameConstraintViolation => "one of its issuers may not sign for these names",
        Error::EmptyEkuExtension | Error::RequiredEkuNotFoundContext(_) => {
            "one of its certificates is for other uses"
        }
        Error::UnsupportedCriticalExtension => {
            "one of its certificates has a critical extension that is not understood here"
        }
        Error::MaximumPathDepthExceeded => "it has more issuers than are followed here",
        Error::InvalidSerialNumber => "one of its serial numbers is malformed",
        Error::MalformedExtensions | Error::ExtensionValueInvalid => {
            "one of its certificates has malformed extensions"
        }
        Error::SignatureAlgorithmMismatch => {
            "one of its certificates names two different signature algorithms"
        }
        Error::UnsupportedSignatureAlgorithmContext(_)
        | Error::UnsupportedSignatureAlgorithmForPublicKeyContext(_) => {
            "it uses an algorithm that cannot be verified here"
        }
        _ => "one of its certificates is not well formed",
    }
}
