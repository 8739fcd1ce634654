//! Builds and verifies the path from a leaf to an anchor, with rustls-webpki.

use message::{Message, message};
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

/// What keeps a path from holding, to a person: the end of a sentence that begins with the path.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "webpki knows forty errors and may add more; those that no chain of files meets share one"
)]
pub(crate) fn why(error: &Error) -> Message {
    match error {
        Error::CertExpired { .. } => message!("path.expired"),
        Error::CertNotValidYet { .. } => message!("path.not_valid_yet"),
        Error::CaUsedAsEndEntity => message!("path.authority"),
        Error::EndEntityUsedAsCa => message!("path.no_authority"),
        Error::PathLenConstraintViolated => message!("path.too_long"),
        Error::InvalidSignatureForPublicKey => {
            message!("path.false_signature")
        }
        Error::UnknownIssuer => message!("path.no_top"),
        Error::UnsupportedCertVersion => {
            message!("path.version_1")
        }
        Error::NameConstraintViolation => message!("path.names"),
        Error::EmptyEkuExtension | Error::RequiredEkuNotFoundContext(_) => {
            message!("path.other_uses")
        }
        Error::UnsupportedCriticalExtension => {
            message!("path.critical")
        }
        Error::MaximumPathDepthExceeded => message!("path.too_many"),
        Error::InvalidSerialNumber => message!("path.serial"),
        Error::MalformedExtensions | Error::ExtensionValueInvalid => {
            message!("path.extensions")
        }
        Error::SignatureAlgorithmMismatch => {
            message!("path.two_algorithms")
        }
        Error::UnsupportedSignatureAlgorithmContext(_)
        | Error::UnsupportedSignatureAlgorithmForPublicKeyContext(_) => {
            message!("path.algorithm")
        }
        _ => message!("path.malformed"),
    }
}
