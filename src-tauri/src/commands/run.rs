//! The screens Run and History: watching a run, steering it, its report.

use std::sync::Arc;

use application::{
    Answer,
    views::run::{ReportFormat, Steering},
};
use rotation::{RunSummary, RunView};
use tauri::{AppHandle, Runtime, State, ipc::Channel};

use crate::{state::Shell, windows::Windows};

/// Sends the whole view of a run, at once and at every change.
#[tauri::command]
pub async fn watch_run(
    shell: State<'_, Shell>,
    run: String,
    channel: Channel<RunView>,
) -> Answer<()> {
    let onlooker = Arc::new(move |view| channel.send(view).is_ok());
    shell.application.runs.watch(&run, onlooker)
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
    let (windows, plans) = (Arc::new(Windows(app)), &shell.application.plans);
    plans.steer(windows, &run, how, file.as_deref()).await
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
    let runs = &shell.application.runs;
    runs.answer(&Windows(app), &run, &question, &answer).await
}

/// Every run there was, newest first.
#[tauri::command]
pub async fn list_runs(shell: State<'_, Shell>) -> Answer<Vec<RunSummary>> {
    shell.application.runs.list()
}

/// Asks where to save the report of a run and saves it; nothing when the dialog is closed.
#[tauri::command]
pub async fn save_report(
    shell: State<'_, Shell>,
    run: String,
    format: ReportFormat,
) -> Answer<Option<String>> {
    shell.application.reports.save(&run, format).await
}
