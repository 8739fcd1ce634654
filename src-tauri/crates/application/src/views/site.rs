//! The screen Site: its certificate, its peers in both directions, its on-premises sites.

use rotation::{Problem, card::CertificateCard, on_premises::OnPremisesView};
use serde::Serialize;
use ts_rs::TS;

use super::sites::{SiteRow, TrustWord};

/// One site, whole.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SiteView {
    /// Its line in the list.
    pub row: SiteRow,
    /// The certificate it presented.
    pub certificate: Option<CertificateCard>,
    /// Its peers.
    pub peers: Vec<PeerView>,
    /// Its on-premises sites, with what an import would mean for each.
    pub on_premises: Vec<OnPremisesView>,
    /// What kind of appliance it is, in the vendor's words.
    pub service_type: String,
    /// The address that peers reach it by.
    pub public_endpoint: String,
    /// Seconds that its clock was ahead of this computer's when it was read.
    #[ts(type = "number | null")]
    pub clock_ahead: Option<i64>,
    /// The other services of the site and their certificates.
    pub other_services: Vec<OtherService>,
    /// Why it could not be read, if it could not.
    pub problem: Option<Problem>,
    /// Peers that are not saved yet.
    pub suggested: Vec<SuggestedSite>,
}

/// One peer of a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PeerView {
    /// The peer site's name.
    pub name: String,
    /// The address in the pairing list.
    pub address: String,
    /// The description in the pairing list.
    pub description: String,
    /// The identity of the saved site that it is.
    pub saved_as: Option<String>,
    /// What the peer holds of this site.
    pub trusts_us: TrustWord,
    /// What this site holds of the peer.
    pub we_trust_it: TrustWord,
    /// The peer's product version.
    pub version: Option<String>,
}

/// Another service of the same site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OtherService {
    /// The service, in the vendor's words.
    pub name: String,
    /// Its certificate's thumbprint.
    pub thumbprint: String,
}

/// A site that could be saved next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SuggestedSite {
    /// Its name.
    pub name: String,
    /// Where its administrators sign in, most likely; empty where nothing is known.
    pub address: String,
}
