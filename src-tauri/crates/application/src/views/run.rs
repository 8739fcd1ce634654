//! The screens Run and History.

use serde::Deserialize;
use ts_rs::TS;

/// In which form a report is saved.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ReportFormat {
    /// One page that prints well.
    Html,
    /// The same for programs.
    Json,
}

/// What a person may do with a run besides answering it.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Steering {
    /// Stop after what is under way.
    Pause,
    /// Go on with what was paused, cut off, or ended with something left to do.
    Resume,
    /// Try the peers again that failed, and only those.
    Retry,
}
