//! The screen Practice lab.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The lab that a person asks for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LabScenario {
    /// How many cloud peers the own site has.
    pub peers: u32,
    /// How many on-premises sites.
    pub on_premises: u32,
    /// The product version, as `4.7`.
    pub version: String,
    /// `instant` or `likeReal`.
    pub pace: String,
}

/// The lab that runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LabView {
    /// It answers.
    pub running: bool,
    /// How many cloud peers the own site has.
    pub peers: u32,
    /// How many on-premises sites.
    pub on_premises: u32,
    /// The product version.
    pub version: String,
    /// `instant` or `likeReal`.
    pub pace: String,
    /// The faults that are switched on.
    pub faults: Vec<String>,
    /// The faults there are.
    pub available_faults: Vec<LabFault>,
    /// The sites in it, the own one first.
    pub sites: Vec<LabSite>,
    /// A bundle that a practice authority signed for the own site.
    pub bundle_path: Option<String>,
    /// The password of that bundle. It protects nothing: the lab makes both anew each time.
    pub bundle_password: Option<String>,
}

/// A fault that the lab can have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LabFault {
    /// Its name.
    pub name: String,
    /// What goes wrong.
    pub says: String,
}

/// A site of the lab.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LabSite {
    /// Its name.
    pub name: String,
    /// Where its Cloud Service answers.
    pub address: String,
}
