//! The confirmation window's own commands, and the one by which it and *Add site* take a thumbprint.

use application::{Agreed, Answer, ClipboardError, Confirmation, Refusal, parse_thumbprint};
use tauri::{AppHandle, Manager as _, Runtime, State, WebviewWindow};
use zeroize::Zeroizing;

use crate::{asked::nothing_asked, state::Shell, windows::Confirmations};

/// What this window asks.
#[tauri::command]
pub fn confirmation<R: Runtime>(
    window: WebviewWindow<R>,
    windows: State<'_, Confirmations>,
) -> Answer<Confirmation> {
    windows.shown(window.label()).ok_or_else(nothing_asked)
}

/// The person agrees, with what had to be typed for it.
#[tauri::command]
pub fn agree<R: Runtime>(
    window: WebviewWindow<R>,
    windows: State<'_, Confirmations>,
    typed: Option<String>,
) -> Answer<()> {
    let asked = windows.shown(window.label()).ok_or_else(nothing_asked)?;
    asked.check(typed.as_deref())?;
    windows.answer(window.label(), Agreed { typed });
    Ok(())
}

/// The person does not agree.
#[tauri::command]
pub fn decline<R: Runtime>(window: WebviewWindow<R>, windows: State<'_, Confirmations>) {
    windows.give_up(window.label());
}

/// The thumbprint on the clipboard, in the vendor's form. What is no thumbprint stays in the core.
#[tauri::command]
pub async fn pasted_thumbprint<R: Runtime>(app: AppHandle<R>) -> Answer<String> {
    // The system's clipboard belongs to another program, which may be slow.
    let reading = move || app.state::<Shell>().application.clipboard().text();
    let read = tauri::async_runtime::spawn_blocking(reading).await;
    let text = match read.map_err(|_| Refusal::bug())? {
        // Nothing is no thumbprint either.
        Err(ClipboardError::NoText) => Zeroizing::default(),
        read => read?,
    };
    parse_thumbprint(text.trim()).map(|thumbprint| thumbprint.to_string())
}
