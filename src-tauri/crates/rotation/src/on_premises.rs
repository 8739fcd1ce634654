//! Which on-premises sites must re-pair after the change, said before it. Pure.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::progress::Verdict;

/// One on-premises site: what it must do, why, and the message for its tenant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OnPremisesView {
    /// The on-premises site's name.
    pub name: String,
    /// The tenant that owns it.
    pub owner: String,
    /// What it must do.
    pub forecast: Forecast,
    /// Why.
    pub why: String,
    /// What was seen of it after the change.
    pub seen: Option<Verdict>,
    /// A message for the tenant, ready to copy.
    pub message: String,
}

/// What an on-premises site must do after the change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Forecast {
    /// Nothing: its trust survives.
    Nothing,
    /// It must repair its pairing, on its own appliance.
    MustRepair,
    /// It may have to; nobody can say before it was tried.
    Uncertain,
}
