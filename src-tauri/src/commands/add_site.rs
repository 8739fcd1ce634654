//! The screen Add site: who is there, what agrees with it, and saving it.

use application::{
    Answer,
    views::{
        add_site::{AddSite, ProbeView},
        app::KeyringView,
    },
};
use serde::Serialize;
use tauri::{AppHandle, Runtime, State, WebviewWindow};
use ts_rs::TS;

use crate::{
    asked::{Asked, Titled, nothing_asked},
    state::Shell,
    windows::Windows,
};

/// The windows in which a site is looked at and saved.
pub type AddSiteWindows = Asked<NewSite, AddedSite>;

impl Titled for NewSite {
    fn title(&self) -> &str {
        // As the page calls itself.
        "Add site – Reseal"
    }
}

/// What such a window starts with.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NewSite {
    /// The address that a pairing list offers; empty where a person types it.
    pub address: String,
    /// Whether the password can be remembered.
    pub keyring: KeyringView,
}

/// The site that was saved.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddedSite {
    /// Names it in commands.
    pub id: String,
    /// A password is at hand.
    pub can_sign_in: bool,
    /// Keep its password in the keyring.
    pub remember: bool,
}

/// Opens the window in which a site is added, and answers with that site once it is saved: nothing else can
/// save one. Nothing where the window was closed.
#[tauri::command]
pub async fn open_add_site<R: Runtime>(
    app: AppHandle<R>,
    shell: State<'_, Shell>,
    windows: State<'_, AddSiteWindows>,
    address: String,
) -> Answer<Option<AddedSite>> {
    let keyring = shell.application.passwords().keyring();
    let looks = Windows(app.clone()).looks();
    windows.ask(&app, NewSite { address, keyring }, looks).await
}

/// What this window starts with.
#[tauri::command]
pub fn new_site<R: Runtime>(
    window: WebviewWindow<R>,
    windows: State<'_, AddSiteWindows>,
) -> Answer<NewSite> {
    windows.shown(window.label()).ok_or_else(nothing_asked)
}

/// Looks who is there: one TLS handshake, no request, no password.
#[tauri::command]
pub async fn probe_site(shell: State<'_, Shell>, address: String) -> Answer<ProbeView> {
    shell.application.adding.probe(&address).await
}

/// Saves a site under the certificate that it presents, if that is known well enough; then the window closes.
#[tauri::command]
pub async fn add_site<R: Runtime>(
    window: WebviewWindow<R>,
    shell: State<'_, Shell>,
    windows: State<'_, AddSiteWindows>,
    form: AddSite,
) -> Answer<()> {
    let remember = form.remember;
    let saved = shell.application.adding.add(form).await?;
    let added = AddedSite {
        can_sign_in: shell.application.passwords().can_sign_in(&saved),
        id: saved.id,
        remember,
    };
    windows.answer(window.label(), added);
    Ok(())
}

/// Goes to a site that was found to be saved already; then the window closes.
#[tauri::command]
pub fn open_known_site<R: Runtime>(
    window: WebviewWindow<R>,
    shell: State<'_, Shell>,
    windows: State<'_, AddSiteWindows>,
    id: String,
) -> Answer<()> {
    let known = shell.application.sites().find(&id)?;
    let added = AddedSite {
        // It is only gone to: whether it has a password is told by its own screen.
        can_sign_in: true,
        id: known.id,
        remember: known.remember,
    };
    windows.answer(window.label(), added);
    Ok(())
}

/// Saves nothing.
#[tauri::command]
pub fn cancel_new_site<R: Runtime>(window: WebviewWindow<R>, windows: State<'_, AddSiteWindows>) {
    windows.give_up(window.label());
}
