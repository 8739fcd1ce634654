//! The screen Sites: every saved site, what needs attention first.

use application::{Answer, views::sites::SiteRow};
use tauri::State;

use crate::state::Shell;

/// Every saved site in the order to show.
#[tauri::command]
pub fn list_sites(shell: State<'_, Shell>) -> Answer<Vec<SiteRow>> {
    shell.application.checks().list()
}

/// Forgets a site and its password. Nothing happens at the site.
#[tauri::command]
pub async fn forget_site(shell: State<'_, Shell>, id: String) -> Answer<()> {
    shell.application.checks().forget(&id).await
}
