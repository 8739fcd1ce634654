//! A certificate as people see it: the facts of one card, on the screen and in the report.

use serde::{Deserialize, Serialize};
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
    pub issuance_why: String,
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
