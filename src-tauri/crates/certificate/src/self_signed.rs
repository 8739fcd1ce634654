//! A self-signed certificate with its key, made here so that it is known before it is imported.

use time::{Duration, OffsetDateTime};

use crate::bundle::{Format, Source};
use crate::request::{fresh_key, server_params};
use crate::{Bundle, Certificate, Entry, MakeRequestError, Name, ReadCertificateError, RsaSize};

/// The longest that anything accepts from one certificate: macOS and iOS refuse more than 825 days.
const LONGEST: Duration = Duration::days(825);

/// What a self-signed certificate shall say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelfSigned {
    /// Host names and addresses; the first one is the common name as well.
    pub names: Vec<Name>,
    /// Bits of the key.
    pub size: RsaSize,
    /// How long it is valid; the product's own certificates last 365 days (`docs/vcda-api.md` §2.8).
    pub valid_for: Duration,
}

/// Why a self-signed certificate could not be made.
#[derive(Debug, thiserror::Error)]
pub enum MakeSelfSignedError {
    /// It would be valid for no time, or for longer than it is accepted.
    #[error("make the certificate: {} days of validity are not between 1 and 825", valid_for.whole_days())]
    Validity {
        /// The validity that was asked for.
        valid_for: Duration,
    },
    /// The key or the names are at fault.
    #[error("make the key and the names")]
    Request(#[from] MakeRequestError),
    /// It could not be signed.
    #[error("sign the certificate")]
    Sign(#[source] rcgen::Error),
    /// It could not be read back.
    #[error("read the certificate back")]
    ReadBack(#[from] ReadCertificateError),
}

impl SelfSigned {
    /// Makes the key and the certificate, valid from `now`, less an hour for clocks that differ.
    pub fn make(&self, now: OffsetDateTime) -> Result<Entry, MakeSelfSignedError> {
        if self.valid_for < Duration::days(1) || self.valid_for > LONGEST {
            let valid_for = self.valid_for;
            return Err(MakeSelfSignedError::Validity { valid_for });
        }
        let mut params = server_params(&self.names)?;
        params.not_before = now - Duration::hours(1);
        params.not_after = params.not_before + self.valid_for;
        let (key, pair) = fresh_key(self.size)?;
        let signed = params
            .self_signed(&pair)
            .map_err(MakeSelfSignedError::Sign)?;
        let bundle = Bundle {
            leaf: Certificate::from_der(signed.der().to_vec())?,
            chain: Vec::new(),
            strangers: Vec::new(),
            duplicates: 0,
            unused_keys: 0,
            source: Source {
                entries: 1,
                ..Source::of(Format::MadeHere)
            },
        };
        Ok(Entry { bundle, key })
    }
}
