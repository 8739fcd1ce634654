//! The screens Run and History: watching a run, steering it, its report.

use rotation::{Problem, RunSummary, RunView};
use serde::Deserialize;
use tauri::{AppHandle, Runtime, State, ipc::Channel};

use super::Answer;
use crate::state::Shell;

/// In which form a report is saved.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ReportFormat {
    /// One page that prints well.
    Html,
    /// The same for programs.
    Json,
}

/// Sends the whole view of a run, at once and at every change.
#[tauri::command]
pub async fn watch_run(
    shell: State<'_, Shell>,
    run: String,
    channel: Channel<RunView>,
) -> Answer<()> {
    shell.runs.watch(&run, channel)
}

/// Stops after what is under way.
#[tauri::command]
pub async fn pause_run(shell: State<'_, Shell>, run: String) -> Answer<()> {
    shell.runs.steered_here(&run)?.pause();
    Ok(())
}

/// Goes on with a run that was paused or cut off.
#[tauri::command]
pub async fn resume_run<R: Runtime>(
    app: AppHandle<R>,
    shell: State<'_, Shell>,
    run: String,
) -> Answer<()> {
    shell.resume(&app, &run).await
}

/// Tries the peers again that failed, and only those.
#[tauri::command]
pub async fn retry_failed(shell: State<'_, Shell>, run: String) -> Answer<()> {
    Ok(shell.runs.steered_here(&run)?.retry_failed().await?)
}

/// Answers the question that a run waits with.
#[tauri::command]
pub async fn answer_question(
    shell: State<'_, Shell>,
    run: String,
    question: String,
    answer: String,
    typed: Option<String>,
) -> Answer<()> {
    let run = shell.runs.steered_here(&run)?;
    run.answer(&question, &answer, typed)
        .map_err(|error| Problem::from(&error).into())
}

/// Every run there was, newest first.
#[tauri::command]
pub async fn list_runs(shell: State<'_, Shell>) -> Answer<Vec<RunSummary>> {
    shell.runs.list()
}

/// Asks where to save the report of a run and saves it; nothing when the dialog is closed.
#[tauri::command]
pub async fn save_report(
    shell: State<'_, Shell>,
    run: String,
    format: ReportFormat,
) -> Answer<Option<String>> {
    shell.save_report(&run, format).await
}
