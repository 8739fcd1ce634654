//! The windows in which secrets are typed, and who waits for each of them.

use std::{
    collections::HashMap,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use secrecy::SecretString;
use serde::Serialize;
use tauri::{AppHandle, Manager as _, Runtime};
use tokio::sync::oneshot;
use ts_rs::TS;

use crate::{error::Refusal, window};

/// What the window says above its one field.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SecretPrompt {
    /// The window's title.
    pub title: String,
    /// What is asked for and what becomes of it.
    pub says: String,
    /// The site or file it is for.
    pub target: String,
}

/// Every secret that is being asked for.
#[derive(Default)]
pub struct SecretWindows {
    opened: AtomicU64,
    asked: Mutex<HashMap<String, Asked>>,
}

struct Asked {
    prompt: SecretPrompt,
    answer: oneshot::Sender<SecretString>,
}

impl SecretWindows {
    /// Opens a window for one secret and waits for it; nothing when the person gives up.
    pub(crate) async fn ask<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        prompt: SecretPrompt,
        theme: Option<tauri::Theme>,
    ) -> Result<Option<SecretString>, Refusal> {
        let label = format!("secret-{}", self.opened.fetch_add(1, Ordering::Relaxed) + 1);
        let title = prompt.title.clone();
        let answered = self.expect(&label, prompt);
        if window::open_secret(app, &label, &title, theme).is_err() {
            self.give_up(&label);
            return Err(no_window());
        }
        let secret = answered.await.ok();
        if let Some(window) = app.get_webview_window(&label) {
            // A window that is already gone needs no closing.
            drop(window.destroy());
        }
        Ok(secret)
    }

    /// What the window of this label asks for.
    pub(crate) fn prompt(&self, label: &str) -> Option<SecretPrompt> {
        self.all().get(label).map(|asked| asked.prompt.clone())
    }

    /// Hands the secret to whoever waits for it.
    pub(crate) fn submit(&self, label: &str, secret: SecretString) {
        if let Some(asked) = self.all().remove(label) {
            // The one who asked may have gone meanwhile; then the secret is wiped here.
            drop(asked.answer.send(secret));
        }
    }

    /// The person closed the window or chose to cancel.
    pub(crate) fn give_up(&self, label: &str) {
        self.all().remove(label);
    }

    fn expect(&self, label: &str, prompt: SecretPrompt) -> oneshot::Receiver<SecretString> {
        let (answer, answered) = oneshot::channel();
        self.all()
            .insert(label.to_owned(), Asked { prompt, answer });
        answered
    }

    fn all(&self) -> std::sync::MutexGuard<'_, HashMap<String, Asked>> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn no_window() -> Refusal {
    Refusal::of_window(
        "window.secret",
        "The window for the password could not be opened.",
        "Nothing was asked and nothing was changed.",
        "Close some windows and try again.",
    )
}
