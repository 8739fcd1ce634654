//! What every screen needs: how things are, what happens meanwhile, the settings.

use rotation::{Problem, RunSummary};
use serde::Serialize;
use sites::KeyringStatus;
use tauri::{AppHandle, Manager as _, Runtime, State, ipc::Channel};
use ts_rs::TS;

use super::{Answer, lab::LabView};
use crate::{
    error::Refusal,
    logging::{Entry, log},
    settings::{Settings, SettingsChange},
    state::Shell,
    window,
};

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

/// What the window is told without asking.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum AppMessage {
    /// Something changed; this is how things are.
    State {
        /// The whole of it.
        state: Box<AppState>,
    },
    /// Files were dropped on the window. Their paths stay in Rust.
    Dropped {
        /// Names what was dropped in commands.
        token: String,
    },
    /// Something went wrong that no command was waiting for.
    Problem {
        /// What.
        problem: Problem,
    },
}

/// Sends how things are, at once and at every change, and what is dropped on the window.
#[tauri::command]
pub fn watch_app(shell: State<'_, Shell>, channel: Channel<AppMessage>) {
    shell.watch(channel);
    let after = shell.surroundings.since(shell.started).as_millis();
    log(Entry::FirstScreen {
        after_ms: u64::try_from(after).unwrap_or(u64::MAX),
    });
}

/// Takes the text on the clipboard as if it had been dropped; the answer names it. The page itself never
/// sees what it is: it may be a private key.
#[tauri::command]
pub async fn offer_clipboard<R: Runtime>(app: AppHandle<R>) -> Answer<String> {
    // The system's clipboard belongs to another program, which may be slow.
    let reading = move || app.state::<Shell>().take_pasted();
    let read = tauri::async_runtime::spawn_blocking(reading).await;
    read.map_err(|_| Refusal::bug())?
}

/// Changes a setting, saves it and follows it.
#[tauri::command]
pub async fn set_settings<R: Runtime>(
    app: AppHandle<R>,
    shell: State<'_, Shell>,
    change: SettingsChange,
) -> Answer<Settings> {
    let before = shell.settings();
    let mut wanted = before.clone().with(change.clone());
    if change == SettingsChange::ChooseReports {
        let chosen = shell.dialogs.pick_reports_folder().await;
        wanted.reports = chosen.or_else(|| before.reports.clone());
    }
    let settings = shell.change_settings(wanted)?;
    if let Some(main) = app.get_webview_window(window::MAIN) {
        // A frame that cannot change its colour is no reason to refuse a setting.
        drop(main.set_theme(settings.looks().theme));
        if settings.zoom != before.zoom {
            drop(main.set_zoom(settings.looks().zoom));
        }
    }
    Ok(settings)
}
