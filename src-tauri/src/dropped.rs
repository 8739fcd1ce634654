//! What the screen Certificates holds.

use tauri::{AppHandle, Runtime};

use crate::{
    commands::{
        Answer,
        certificates::{DoctorView, DoctorWish},
    },
    state::Shell,
};

impl Shell {
    /// Does what is wished and answers with everything on the screen.
    pub(crate) async fn ask_doctor<R: Runtime>(
        &self,
        _app: &AppHandle<R>,
        _wish: DoctorWish,
    ) -> Answer<DoctorView> {
        Ok(DoctorView::default())
    }
}
