//! One request that waits for its reply.

use certificate::{Certificate, CertificateRequest, Name, RsaSize};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// A request as it is kept in the file. The key in it is encrypted; nothing else in it is secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PendingRequest {
    /// Made here; names the request in wishes and its secret in the keyring.
    pub id: String,
    /// The names that were asked for; the first one that is short enough is the common name.
    pub names: Vec<Name>,
    /// Bits of its RSA key.
    pub size: RsaSize,
    /// When it was made.
    #[serde(with = "time::serde::rfc3339")]
    pub made: OffsetDateTime,
    /// The site that the certificate is meant for, as it was called then.
    pub meant_for: Option<String>,
    /// When a certificate with its key was first seen.
    #[serde(with = "time::serde::rfc3339::option")]
    pub answered: Option<OffsetDateTime>,
    /// The request as PEM: what goes to the authority.
    pub request: String,
    /// The public key (a SubjectPublicKeyInfo, DER).
    #[serde(with = "base64_bytes")]
    pub public_key: Vec<u8>,
    /// The private key as encrypted PKCS#8 in PEM.
    pub encrypted_key: String,
    /// What decrypts it.
    pub protection: Protection,
}

/// Where the password of a waiting key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Protection {
    /// Drawn at random, in the keyring of the operating system.
    Keyring,
    /// Typed by the person, kept nowhere.
    Typed,
}

impl PendingRequest {
    /// What the request is called: its first name.
    #[must_use]
    pub fn name(&self) -> String {
        self.names
            .first()
            .map_or_else(|| self.id.clone(), ToString::to_string)
    }

    /// What is told of its common name, where that is not its first name: a longer one does not fit.
    #[must_use]
    pub fn says_of_common_name(&self) -> Option<String> {
        let first = self.names.first()?;
        let instead = match CertificateRequest::common_name(&self.names) {
            Some(name) if name == first => return None,
            Some(name) => format!("{name} is the common name in its place"),
            None => "the request has no common name".to_owned(),
        };
        Some(format!(
            "{first} is longer than a common name may be (64 characters), so {instead}. The alternative names \
             hold it, and they are what clients look at."
        ))
    }

    /// Whether `leaf` bears its key.
    #[must_use]
    pub fn is_answered_by(&self, leaf: &Certificate) -> bool {
        leaf.bears(&self.public_key)
    }

    /// How many whole days it has been waiting.
    #[must_use]
    pub fn days_old(&self, now: OffsetDateTime) -> i64 {
        (now - self.made).whole_days().max(0)
    }

    /// The day on which it was made.
    #[must_use]
    pub fn day(&self) -> String {
        let made = self.made;
        format!("{} {} {}", made.day(), made.month(), made.year())
    }
}

/// Bytes as base64 text.
mod base64_bytes {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&STANDARD.encode(bytes))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(from)?;
        STANDARD.decode(text).map_err(D::Error::custom)
    }
}
