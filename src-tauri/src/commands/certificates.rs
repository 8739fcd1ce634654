//! The screen Certificates: whatever file people have, what it is, what is wrong, and how it is mended.
//!
//! One command takes a wish and answers with the whole picture, so that a page that was reloaded shows
//! what the one before showed. No private key and no password is part of either.

use application::{
    Answer,
    views::certificates::{DoctorView, DoctorWish},
};
use tauri::{AppHandle, Runtime, State};

use crate::{state::Shell, windows::Windows};

/// Does what is wished and answers with everything on the screen.
#[tauri::command]
pub async fn ask_doctor<R: Runtime>(
    app: AppHandle<R>,
    shell: State<'_, Shell>,
    wish: DoctorWish,
) -> Answer<DoctorView> {
    shell.application.doctor.ask(&Windows(app), wish).await
}
