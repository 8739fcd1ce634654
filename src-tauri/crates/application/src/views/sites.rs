//! The screen Sites: one line for each saved site.

use rotation::{card::CertificateCard, verdict::Verdict};
use serde::Serialize;
use ts_rs::TS;

/// One line of the list of sites.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SiteRow {
    /// Names the site in commands.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where its Cloud Service answers.
    pub address: String,
    /// It lives in the practice lab.
    pub practice: bool,
    /// The certificate it is known by.
    pub certificate: Option<CertificateCard>,
    /// What the last check said of trust.
    pub trust: Option<TrustWord>,
    /// The product version that the last check read.
    pub version: Option<String>,
    /// When a run of this app last replaced its certificate, RFC 3339.
    pub last_replaced: Option<String>,
    /// When it was last checked, RFC 3339.
    pub checked_at: Option<String>,
    /// A password is at hand.
    pub can_sign_in: bool,
    /// What needs attention, if anything does.
    pub attention: Option<String>,
}

/// A verdict and its sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TrustWord {
    /// One of four.
    pub verdict: Verdict,
    /// The sentence.
    pub says: String,
}
