//! What is going on: at a step, at one half of a pairing, at a site that restarts.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum StepStatus {
    /// Its turn has not come.
    Waiting,
    /// It is under way.
    Running,
    /// It is true.
    Done,
    /// It was true already.
    Skipped,
    /// It ended with something left for a person.
    Attention,
    /// It could not be completed.
    Failed,
}

/// The phases of a restart, as bare handshakes tell them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RestartPhase {
    /// The old certificate still answers.
    StillOld,
    /// Nothing answers.
    Down,
    /// The new certificate answers.
    UpWithNew,
    /// A certificate answers that may be the new one: nobody has vouched for it yet.
    UpWithCandidate,
    /// A certificate answers that is neither of the two.
    UpWithOther,
}

/// What is going on with one half of the trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Activity {
    /// Its turn has not come.
    Waiting,
    /// A repair is under way.
    Working,
    /// The trust is in order.
    Done,
    /// It needs attention.
    Failed,
    /// Nothing was tried.
    Skipped,
}
