//! The screen Replace certificate: a file and its promises, the plan, and the start.

use std::sync::Arc;

use application::{Answer, views::replace::BundleView};
use rotation::PlanView;
use tauri::{AppHandle, Runtime, State};

use crate::{state::Shell, windows::Windows};

/// Reads the files that are chosen in the native dialog; nothing when it was closed.
#[tauri::command]
pub async fn pick_bundle<R: Runtime>(
    app: AppHandle<R>,
    shell: State<'_, Shell>,
    site: String,
) -> Answer<Option<BundleView>> {
    shell.application.bundles.pick(&Windows(app), &site).await
}

/// Reads a file that was picked, dropped or pasted, asking for its password when it needs one.
#[tauri::command]
pub async fn inspect_bundle<R: Runtime>(
    app: AppHandle<R>,
    shell: State<'_, Shell>,
    token: String,
    site: String,
) -> Answer<BundleView> {
    let bundles = &shell.application.bundles;
    bundles.inspect(&Windows(app), &token, &site).await
}

/// What would happen, and to whom. Without a token: of a regeneration. Nothing is changed.
#[tauri::command]
pub async fn prepare_plan(
    shell: State<'_, Shell>,
    site: String,
    token: Option<String>,
) -> Answer<PlanView> {
    shell
        .application
        .plans
        .prepare(&site, token.as_deref())
        .await
}

/// Starts what a plan told, once a person has agreed to it in a window of the core's own; nothing where they
/// did not. Each plan starts once.
#[tauri::command]
pub async fn start_rotation<R: Runtime>(
    app: AppHandle<R>,
    shell: State<'_, Shell>,
    plan_token: String,
) -> Answer<Option<String>> {
    let windows = Arc::new(Windows(app));
    shell.application.plans.start(windows, &plan_token).await
}
