//! What every screen needs: how things are, and what happens meanwhile.

use rotation::RunSummary;
use serde::Serialize;
use sites::KeyringStatus;
use ts_rs::TS;

use super::lab::LabView;
use crate::settings::Settings;

/// How things are, whole.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AppState {
    /// This app's version.
    pub version: String,
    /// The operating system, as `linux`, `macos` or `windows`.
    pub platform: String,
    /// Whether passwords can be remembered.
    pub keyring: KeyringView,
    /// The practice lab, when one runs.
    pub lab: Option<LabView>,
    /// Runs that are under way or were cut off.
    pub open_runs: Vec<RunSummary>,
    /// Reports that were saved by themselves since the start.
    pub saved_reports: Vec<SavedReport>,
    /// The settings.
    pub settings: Settings,
}

/// The report of a run, saved by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedReport {
    /// The run's id.
    pub run: String,
    /// Where the report is.
    pub path: String,
}

/// Whether passwords can be remembered on this machine, and in a sentence why or why not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyringView {
    /// Something was kept, read back and forgotten.
    pub available: bool,
    /// The same in a sentence.
    pub says: String,
}

impl KeyringView {
    /// The keyring is asked after the first screen is there: it may wait for the desktop.
    pub(crate) fn not_asked_yet() -> Self {
        Self {
            available: false,
            says: "Asking the keyring of this computer.".to_owned(),
        }
    }
}

impl From<KeyringStatus> for KeyringView {
    fn from(status: KeyringStatus) -> Self {
        Self {
            available: status.is_available,
            says: status.says,
        }
    }
}
