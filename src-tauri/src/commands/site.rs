//! The screen Site: its certificate, its peers in both directions, its on-premises sites.

use application::{Answer, views::site::SiteView};
use tauri::State;

use crate::state::Shell;

/// What was seen last.
#[tauri::command]
pub fn site(shell: State<'_, Shell>, id: String) -> Answer<SiteView> {
    shell.application.checks().site(&id)
}

/// Signs in and looks again.
#[tauri::command]
pub async fn check_site(shell: State<'_, Shell>, id: String) -> Answer<SiteView> {
    shell.application.checks().check(&id).await
}
