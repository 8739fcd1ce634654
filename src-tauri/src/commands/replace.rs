//! The screen Replace certificate: a file and its promises, the plan, and the start.

use message::Message;
use rotation::{PlanView, Problem, card::CertificateCard};
use serde::Serialize;
use tauri::{AppHandle, Runtime, State};
use ts_rs::TS;

use super::Answer;
use crate::state::Shell;

/// What one file is, or several together, and which promises they keep.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BundleView {
    /// Names the files in commands: their paths stay in Rust.
    pub token: String,
    /// The name of the file without the folder, or how many there are; where one of them cannot be opened,
    /// the name of that one.
    pub file_name: String,
    /// It is encrypted and no password that opens it is at hand.
    pub needs_password: bool,
    /// What it is, in a sentence.
    pub answer: String,
    /// The certificate in it that the key belongs to.
    pub certificate: Option<CertificateCard>,
    /// The certificates above that one, in order.
    pub chain: Vec<CertificateCard>,
    /// The checks, in order.
    pub promises: Vec<PromiseView>,
    /// Why it could not be read.
    pub problem: Option<Problem>,
    /// No promise is broken that would make an import fail.
    pub acceptable: bool,
}

/// A promise, kept or broken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PromiseView {
    /// Its name, which says what is true when it is kept.
    pub name: String,
    /// Whether it is kept.
    #[ts(inline)]
    pub kept: Kept,
    /// What was found, what follows from it and what to do.
    pub message: Message,
    /// Where the rule comes from.
    pub source: String,
}

/// Whether a promise is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Kept {
    /// It is.
    Yes,
    /// It is not, and an import works all the same.
    Warning,
    /// It is not, and an import would fail or do harm.
    No,
}

/// Reads the files that are chosen in the native dialog; nothing when it was closed.
#[tauri::command]
pub async fn pick_bundle<R: Runtime>(
    app: AppHandle<R>,
    shell: State<'_, Shell>,
    site: String,
) -> Answer<Option<BundleView>> {
    let files = shell.chosen(shell.bundle_folder(&site).as_deref()).await?;
    if files.is_empty() {
        return Ok(None);
    }
    let token = shell.hold_bundle(files);
    shell.inspect(&app, &token, &site).await.map(Some)
}

/// Reads a file that was picked, dropped or pasted, asking for its password when it needs one.
#[tauri::command]
pub async fn inspect_bundle<R: Runtime>(
    app: AppHandle<R>,
    shell: State<'_, Shell>,
    token: String,
    site: String,
) -> Answer<BundleView> {
    shell.inspect(&app, &token, &site).await
}

/// What would happen, and to whom. Without a token: of a regeneration. Nothing is changed.
#[tauri::command]
pub async fn prepare_plan(
    shell: State<'_, Shell>,
    site: String,
    token: Option<String>,
) -> Answer<PlanView> {
    shell.prepare(&site, token.as_deref()).await
}

/// Starts what a plan told, once a person has agreed to it in a window of the core's own; nothing where they
/// did not. Each plan starts once.
#[tauri::command]
pub async fn start_rotation<R: Runtime>(
    app: AppHandle<R>,
    shell: State<'_, Shell>,
    plan_token: String,
) -> Answer<Option<String>> {
    shell.start(&app, &plan_token).await
}
