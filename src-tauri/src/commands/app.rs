//! What every screen needs: how things are, what happens meanwhile, the settings.

use std::sync::Arc;

use application::{
    Answer, Notice, Refusal, Settings, SettingsChange,
    logging::{Entry, log},
    views::app::AppState,
};
use rotation::Problem;
use serde::Serialize;
use tauri::{AppHandle, Manager as _, Runtime, State, ipc::Channel};
use ts_rs::TS;

use crate::{
    state::Shell,
    window::{self, Looks},
};

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
    let application = Arc::clone(&shell.application);
    shell.application.notices().listen(move |notice| {
        let message = match notice {
            Notice::Changed => AppMessage::State {
                state: Box::new(application.snapshot()),
            },
            Notice::Offered { token } => AppMessage::Dropped { token },
            Notice::Problem(problem) => AppMessage::Problem { problem },
        };
        // A window that is closing asks again when it opens.
        drop(channel.send(message));
    });
    let after = shell.age().as_millis();
    log(Entry::FirstScreen {
        after_ms: u64::try_from(after).unwrap_or(u64::MAX),
    });
}

/// Takes the text on the clipboard as if it had been dropped; the answer names it. The page itself never
/// sees what it is: it may be a private key.
#[tauri::command]
pub async fn offer_clipboard<R: Runtime>(app: AppHandle<R>) -> Answer<String> {
    // The system's clipboard belongs to another program, which may be slow.
    let reading = move || app.state::<Shell>().application.offers.take_pasted();
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
    let settings = shell.application.settings();
    let before = Looks::of(&settings.now());
    let settings = settings.change(change).await?;
    let looks = Looks::of(&settings);
    if let Some(main) = app.get_webview_window(window::MAIN) {
        // A frame that cannot change its colour is no reason to refuse a setting.
        drop(main.set_theme(looks.theme));
        if looks.zoom != before.zoom {
            drop(main.set_zoom(looks.zoom));
        }
    }
    Ok(settings)
}
