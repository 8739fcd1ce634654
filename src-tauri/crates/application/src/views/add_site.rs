//! The window *Add site*: who is there, what agrees with it, and what a person fills in.

use rotation::card::CertificateCard;
use serde::{Deserialize, Serialize};
use sites::Account;
use ts_rs::TS;

use super::sites::SiteRow;

/// Who answered at an address.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProbeView {
    /// The address as it was understood.
    pub address: String,
    /// The certificate that was presented.
    pub certificate: CertificateCard,
    /// What agrees with it, a sentence each.
    pub agreeing: Vec<String>,
    /// How well that makes it known: `E0` to `E5` (docs/security.md).
    pub grade: String,
    /// The saved site at this address.
    pub known: Option<SiteRow>,
}

/// What a person filled in to save a site.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddSite {
    /// Its address.
    pub address: String,
    /// The thumbprint that they got from elsewhere.
    pub expected: Option<String>,
    /// Who signs in.
    pub account: Account,
    /// Keep the password in the keyring.
    pub remember: bool,
    /// The address once more, typed to accept a certificate that nothing agrees with.
    pub accept_unverified: Option<String>,
}
