//! The screens Run and History: watching a run, steering it, its report.

use rotation::{RunSummary, RunView};
use serde::Deserialize;
use tauri::{AppHandle, Runtime, State, ipc::Channel};
use ts_rs::TS;

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

/// Sends the whole view of a run, at once and at every change.
#[tauri::command]
pub async fn watch_run(
    shell: State<'_, Shell>,
    run: String,
    channel: Channel<RunView>,
) -> Answer<()> {
    shell.runs.watch(&run, channel)
}

/// Pauses a run, goes on with it, or tries again what failed. A run that asked for its file again goes
/// on with the one of this token.
#[tauri::command]
pub async fn steer_run<R: Runtime>(
    app: AppHandle<R>,
    shell: State<'_, Shell>,
    run: String,
    how: Steering,
    file: Option<String>,
) -> Answer<()> {
    match how {
        Steering::Pause => {
            shell.runs.steered_here(&run)?.pause();
            Ok(())
        }
        Steering::Resume => shell.resume(&app, &run, file.as_deref()).await,
        Steering::Retry => shell.retry(&app, &run).await,
    }
}

/// Answers the question that a run waits with. An answer with which the run goes on is agreed to in a window
/// of the core's own first.
#[tauri::command]
pub async fn answer_question<R: Runtime>(
    app: AppHandle<R>,
    shell: State<'_, Shell>,
    run: String,
    question: String,
    answer: String,
) -> Answer<()> {
    shell.answer(&app, &run, &question, &answer).await
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
