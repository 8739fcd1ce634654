//! What a run is about, and the sites as they were read before and after it.

use appliance::Verbatim;
use serde::{Deserialize, Serialize};

use super::{Action, StepId};
use crate::card::CertificateCard;
use crate::verdict::Verdict;

/// What a run is about: its first event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Opening {
    /// The run's id.
    pub run: String,
    /// The app's version that started it.
    pub app_version: String,
    /// Who started it.
    pub operator: String,
    /// What is done.
    pub action: Action,
    /// The site whose certificate is replaced.
    pub local: Participant,
    /// Its peer sites.
    pub peers: Vec<Participant>,
    /// The steps in order, with their titles.
    pub steps: Vec<StepTitle>,
    /// The certificate in use.
    pub old: CertificateCard,
    /// The certificate to come, where it is known beforehand.
    pub new: Option<CertificateCard>,
    /// SHA-256 of the bundle's file in hexadecimal, so that the same file can be asked for again.
    pub bundle_sha256: Option<String>,
    /// What the plan was made from.
    pub baseline: Baseline,
    /// How long things are expected to take, where the pace or earlier runs tell.
    pub expected: Option<Expected>,
}

/// A site that takes part, and by which certificate it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Participant {
    /// The site's name.
    pub name: String,
    /// Where its management address is.
    pub address: String,
    /// The pinned thumbprint.
    pub pin: String,
    /// How surely the pin is known, in the words of `docs/security.md`.
    pub grade: String,
}

/// A step of this run with its title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepTitle {
    /// Which step.
    pub step: StepId,
    /// Its title.
    pub title: String,
}

/// How long the two long waits are expected to take, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Expected {
    /// From the replacement to the new certificate on the wire.
    pub restart_ms: u64,
    /// From there to the last repair.
    pub repairs_ms: u64,
}

/// What the plan was made from: who was what, and who trusted whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Baseline {
    /// The local site.
    pub site: SiteReading,
    /// Its peer sites.
    pub peers: Vec<PeerReading>,
}

/// The local site as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SiteReading {
    /// Before or after the change.
    pub moment: Moment,
    /// The build's version, as the appliance tells it.
    pub version: Option<String>,
    /// The public service endpoint, `host:port`.
    pub public_endpoint: Option<String>,
    /// The id of the running process: it changes with every start.
    pub runtime_id: Option<String>,
    /// When the service was started, as the appliance tells it.
    pub service_boot: Option<String>,
    /// Thumbprint of the Cloud Service's certificate.
    pub thumbprint: Option<String>,
    /// SHA-256 of that certificate's public key; records of earlier versions have none.
    #[serde(default)]
    pub public_key: Option<String>,
}

/// What a peer site and the local site hold of each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PeerReading {
    /// Before or after the change.
    pub moment: Moment,
    /// The peer site's name.
    pub peer: String,
    /// The address by which the local site knows the peer, sent back unchanged by a repair.
    pub api_url: Option<String>,
    /// The description that goes with it, sent back unchanged by a repair.
    pub description: Verbatim,
    /// The address by which the peer knows the local site, sent back unchanged by a repair.
    pub our_url: Option<String>,
    /// The description that goes with it, sent back unchanged by a repair.
    pub our_description: Verbatim,
    /// The peer's build version, where it was told.
    pub version: Option<String>,
    /// The thumbprint that the peer has pinned for the local site.
    pub pinned_at_peer: Option<String>,
    /// The thumbprint that the local site has pinned for the peer.
    pub pinned_at_local: Option<String>,
    /// What that says of the peer's trust.
    pub at_peer: Verdict,
    /// What that says of the local site's trust.
    pub at_local: Verdict,
}

/// Before or after the change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Moment {
    /// Before the certificate was replaced.
    Before,
    /// After everything was repaired.
    After,
}
