//! The password window's own three commands, and the main window's request to open it.

use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use tauri::{
    AppHandle, Runtime, State, WebviewWindow,
    ipc::{InvokeBody, Request},
};
use ts_rs::TS;

use super::Answer;
use crate::{
    error::Refusal,
    secret_windows::{SecretPrompt, SecretWindows},
    state::Shell,
};

/// What a secret is wanted for.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SecretRequest {
    /// A site's account or a file.
    #[ts(inline)]
    pub purpose: SecretPurpose,
    /// The site's identity, or the bundle's token.
    pub target: String,
    /// Keep a site's password in the keyring.
    pub remember: bool,
}

/// The two kinds of secrets there are.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SecretPurpose {
    /// The password of a site's account.
    Site,
    /// The password of a certificate bundle.
    Bundle,
}

/// What became of the request. The secret itself never comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SecretAnswer {
    /// It was typed and is held.
    Given,
    /// The window was closed.
    Cancelled,
}

/// Opens the password window and waits until it is closed.
#[tauri::command]
pub async fn request_secret<R: Runtime>(
    app: AppHandle<R>,
    shell: State<'_, Shell>,
    request: SecretRequest,
) -> Answer<SecretAnswer> {
    let given = match request.purpose {
        SecretPurpose::Site => {
            shell
                .ask_for_site(&app, &request.target, request.remember)
                .await?
        }
        SecretPurpose::Bundle => shell.ask_for_bundle(&app, &request.target).await?,
    };
    Ok(if given {
        SecretAnswer::Given
    } else {
        SecretAnswer::Cancelled
    })
}

/// What this password window should say.
#[tauri::command]
pub fn secret_prompt<R: Runtime>(
    window: WebviewWindow<R>,
    windows: State<'_, SecretWindows>,
) -> Answer<SecretPrompt> {
    windows.prompt(window.label()).ok_or_else(nothing_asked)
}

/// Takes the typed secret as raw bytes: it is never part of a JSON text.
#[tauri::command]
pub fn submit_secret<R: Runtime>(
    window: WebviewWindow<R>,
    windows: State<'_, SecretWindows>,
    request: Request<'_>,
) -> Answer<()> {
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(nothing_asked());
    };
    let text = std::str::from_utf8(bytes).map_err(|_| not_text())?;
    windows.submit(window.label(), SecretString::from(text));
    Ok(())
}

/// Gives up.
#[tauri::command]
pub fn cancel_secret<R: Runtime>(window: WebviewWindow<R>, windows: State<'_, SecretWindows>) {
    windows.give_up(window.label());
}

fn nothing_asked() -> Refusal {
    Refusal::of_window(
        "secret.not_asked",
        "Nobody asked for a password here.",
        "Nothing was kept and nothing was sent.",
        "Close this window and start again from the main window.",
    )
}

fn not_text() -> Refusal {
    Refusal::of_window(
        "secret.not_text",
        "What was typed is not text.",
        "Nothing was kept and nothing was sent.",
        "Type the password again.",
    )
}
