//! A certificate as people see it: the facts of one card, on the screen and in the report.

use certificate::{Certificate, Thumbprint, issuance_of};
use message::Message;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use ts_rs::TS;

/// The facts of one certificate, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CertificateCard {
    /// The whole thumbprint in the vendor's form, `SHA-256:AA:BB:…`.
    pub thumbprint: String,
    /// The same thumbprint as 16 groups of four hexadecimal digits.
    pub groups: Vec<String>,
    /// The names the certificate covers.
    pub names: Vec<String>,
    /// The common name of the subject, where it has one.
    pub common_name: Option<String>,
    /// Who signed it.
    pub issuer: String,
    /// Whom it names.
    pub subject: String,
    /// Start of its validity, RFC 3339.
    pub not_before: String,
    /// End of its validity, RFC 3339.
    pub not_after: String,
    /// Whole days from the moment of looking to the end of validity; negative after it.
    pub days_left: i32,
    /// The key's kind and size, such as `RSA 2048`.
    pub key: String,
    /// The signature's algorithm.
    pub signature: String,
    /// Who stands behind it.
    pub issuance: Issuance,
    /// How that is known, in a sentence.
    pub issuance_why: Message,
}

impl CertificateCard {
    /// The card of a certificate, judged by the public roots, this machine's, and the chain that came with it.
    pub fn of(leaf: &Certificate, chain: &[Certificate], now: OffsetDateTime) -> Self {
        let issuance = issuance_of(leaf, chain, issuers::to_judge_by(), now);
        let days_left = (leaf.not_after() - now).whole_days();
        Self {
            thumbprint: leaf.thumbprint().to_string(),
            groups: leaf.thumbprint().groups().to_vec(),
            names: leaf.names().iter().map(ToString::to_string).collect(),
            common_name: leaf.common_name().map(ToOwned::to_owned),
            issuer: leaf.issuer().to_owned(),
            subject: leaf.subject().to_owned(),
            not_before: moment(leaf.not_before()),
            not_after: moment(leaf.not_after()),
            days_left: i32::try_from(days_left).unwrap_or(i32::MAX),
            key: leaf.key().to_string(),
            signature: leaf.signature().to_owned(),
            issuance_why: issuance.why(),
            issuance: (&issuance).into(),
        }
    }
}

/// A certificate's public key, by its SHA-256.
pub(crate) fn key_of(certificate: &Certificate) -> String {
    Thumbprint::of(certificate.public_key()).to_string()
}

/// A moment as RFC 3339; only years beyond 9999 cannot be written that way.
fn moment(at: OffsetDateTime) -> String {
    at.format(&Rfc3339).unwrap_or_default()
}

impl From<&certificate::Issuance> for Issuance {
    fn from(issuance: &certificate::Issuance) -> Self {
        match issuance {
            certificate::Issuance::Public { .. } => Self::Public,
            certificate::Issuance::Private { .. } => Self::Private,
            certificate::Issuance::SelfSigned => Self::SelfSigned,
            certificate::Issuance::Unknown { .. } => Self::Unknown,
        }
    }
}

/// Who stands behind a certificate. On-premises sites fare differently with each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Issuance {
    /// Its chain ends at a public certification authority.
    Public,
    /// An authority signed it that is not among the public ones.
    Private,
    /// It signed itself.
    SelfSigned,
    /// Its chain does not tell.
    Unknown,
}
