//! The screen Requests: keys and requests for certificates that wait for an authority's reply.
//!
//! One command takes a wish and answers with the whole picture. No private key is part of either.

use application::{
    Answer,
    views::requests::{RequestsView, RequestsWish},
};
use tauri::{AppHandle, Runtime, State};

use crate::{state::Shell, windows::Windows};

/// Does what is wished and answers with everything on the screen.
#[tauri::command]
pub async fn ask_requests<R: Runtime>(
    app: AppHandle<R>,
    shell: State<'_, Shell>,
    wish: RequestsWish,
) -> Answer<RequestsView> {
    shell.application.requests.ask(&Windows(app), wish).await
}
