//! The screen Practice lab: start, stop, faults.

use application::{
    Answer,
    views::lab::{LabScenario, LabView},
};
use tauri::State;

use crate::state::Shell;

/// Starts a lab, in place of the one that runs, and saves its sites as practice sites.
#[tauri::command]
pub async fn start_lab(shell: State<'_, Shell>, scenario: LabScenario) -> Answer<LabView> {
    shell.application.lab.start(scenario).await
}

/// Stops the lab and forgets its sites.
#[tauri::command]
pub fn stop_lab(shell: State<'_, Shell>) -> Answer<()> {
    shell.application.lab.stop()
}

/// Switches one fault of the lab on or off.
#[tauri::command]
pub async fn set_lab_fault(shell: State<'_, Shell>, name: String, on: bool) -> Answer<LabView> {
    shell.application.lab.set_fault(&name, on).await
}
