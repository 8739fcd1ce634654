//! The password window's own three commands, and the main window's request to open it.

use application::{
    Answer, Refusal, SecretPrompt,
    views::secret::{SecretAnswer, SecretPurpose, SecretRequest},
};
use serde::Serialize;
use tauri::{
    AppHandle, Runtime, State, WebviewWindow,
    ipc::{InvokeBody, Request},
};
use ts_rs::TS;

use crate::{
    asked::nothing_asked,
    sealing::Seals,
    state::Shell,
    windows::{SecretWindows, Windows},
};

/// What a password window says, and what it seals the password to.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SecretAsked {
    /// What it says.
    pub prompt: SecretPrompt,
    /// A public key that is used once: an uncompressed point of P-256.
    pub seal_to: Vec<u8>,
}

/// Opens the password window and waits until it is closed.
#[tauri::command]
pub async fn request_secret<R: Runtime>(
    app: AppHandle<R>,
    shell: State<'_, Shell>,
    request: SecretRequest,
) -> Answer<SecretAnswer> {
    let (application, windows) = (&shell.application, Windows(app));
    let SecretRequest {
        purpose,
        target,
        remember,
    } = request;
    let given = match purpose {
        SecretPurpose::Site => {
            let passwords = application.passwords();
            passwords.ask_for_site(&windows, &target, remember).await?
        }
        SecretPurpose::Bundle => {
            application
                .bundles
                .ask_for_password(&windows, &target)
                .await?
        }
    };
    Ok(if given {
        SecretAnswer::Given
    } else {
        SecretAnswer::Cancelled
    })
}

/// What this password window should say, and the key that what is typed is sealed to.
#[tauri::command]
pub fn secret_prompt<R: Runtime>(
    window: WebviewWindow<R>,
    windows: State<'_, SecretWindows>,
    seals: State<'_, Seals>,
) -> Answer<SecretAsked> {
    let prompt = windows.shown(window.label()).ok_or_else(nothing_asked)?;
    let seal_to = seals.offer(window.label()).map_err(|_| Refusal::bug())?;
    Ok(SecretAsked { prompt, seal_to })
}

/// Takes the typed secret, sealed, as raw bytes: it is never part of a JSON text.
#[tauri::command]
pub fn submit_secret<R: Runtime>(
    window: WebviewWindow<R>,
    windows: State<'_, SecretWindows>,
    seals: State<'_, Seals>,
    request: Request<'_>,
) -> Answer<()> {
    let InvokeBody::Raw(sealed) = request.body() else {
        return Err(nothing_asked());
    };
    let secret = seals.open(window.label(), sealed).ok_or_else(not_opened)?;
    windows.answer(window.label(), secret);
    Ok(())
}

/// Gives up.
#[tauri::command]
pub fn cancel_secret<R: Runtime>(window: WebviewWindow<R>, windows: State<'_, SecretWindows>) {
    windows.give_up(window.label());
}

fn not_opened() -> Refusal {
    Refusal::new(
        "secret.not_opened",
        "What was typed did not arrive whole.",
        "Nothing was kept and nothing was sent.",
        "Close this window and ask for the password again.",
    )
}
