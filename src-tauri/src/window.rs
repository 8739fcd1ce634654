//! How windows are opened: the same fences around each.

use tauri::{
    AppHandle, Runtime, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    webview::NewWindowResponse,
};

/// The label of the main window; capabilities/main.json is for it alone.
pub(crate) const MAIN: &str = "main";

/// Opens the main window.
pub(crate) fn open_main<R: Runtime>(
    app: &AppHandle<R>,
    theme: Option<tauri::Theme>,
) -> tauri::Result<WebviewWindow<R>> {
    main_at(app, "index.html", theme)
}

/// The same, showing a run.
pub(crate) fn open_main_at<R: Runtime>(
    app: &AppHandle<R>,
    run: &str,
    theme: Option<tauri::Theme>,
) -> tauri::Result<WebviewWindow<R>> {
    main_at(app, &format!("index.html#/run/{run}"), theme)
}

fn main_at<R: Runtime>(
    app: &AppHandle<R>,
    page: &str,
    theme: Option<tauri::Theme>,
) -> tauri::Result<WebviewWindow<R>> {
    fenced(app, MAIN, page)
        .title("Reseal")
        .inner_size(1280.0, 800.0)
        .min_inner_size(640.0, 400.0)
        .theme(theme)
        .build()
        .and_then(drawn_by_the_processor)
}

/// Opens a window in which one secret is typed. It is closed for good afterwards: what was typed
/// stays in the memory of the window's web process, and goes with it (docs/security.md).
pub(crate) fn open_secret<R: Runtime>(
    app: &AppHandle<R>,
    label: &str,
    title: &str,
    theme: Option<tauri::Theme>,
) -> tauri::Result<WebviewWindow<R>> {
    fenced(app, label, "secret.html")
        .title(title)
        .inner_size(520.0, 320.0)
        .theme(theme)
        .center()
        .always_on_top(true)
        .build()
        .and_then(drawn_by_the_processor)
}

/// A page of text and tables needs no graphics card: to start one costs a tenth of a second, and with
/// a driver that does not work the window stays empty (docs/decisions/window.md).
#[cfg(target_os = "linux")]
fn drawn_by_the_processor<R: Runtime>(window: WebviewWindow<R>) -> tauri::Result<WebviewWindow<R>> {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt as _, WebViewExt as _};
    window.with_webview(|webview| {
        if let Some(settings) = webview.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })?;
    Ok(window)
}

/// The other systems' web views bring their own way of drawing.
#[cfg(not(target_os = "linux"))]
#[expect(clippy::unnecessary_wraps, reason = "its twin can fail")]
fn drawn_by_the_processor<R: Runtime>(window: WebviewWindow<R>) -> tauri::Result<WebviewWindow<R>> {
    Ok(window)
}

fn fenced<'a, R: Runtime>(
    app: &'a AppHandle<R>,
    label: &str,
    page: &str,
) -> WebviewWindowBuilder<'a, R, AppHandle<R>> {
    let window = WebviewWindowBuilder::new(app, label, WebviewUrl::App(page.into()));
    #[cfg(target_os = "macos")]
    let window = window.allow_link_preview(false);
    window
        .incognito(!is_driven())
        .general_autofill_enabled(false)
        .browser_extensions_enabled(false)
        .devtools(false)
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
}

fn is_own_page(url: &Url) -> bool {
    url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost")
}

/// A debug build under WebDriver: private mode and automation exclude each other. A released app
/// cannot be driven at all.
fn is_driven() -> bool {
    cfg!(debug_assertions)
        && std::env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|driven| driven == "true")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_from_elsewhere_is_not_ours() {
        let own = |url: &str| is_own_page(&url.parse().unwrap());
        assert!(own("tauri://localhost/index.html") && own("http://tauri.localhost/secret.html"));
        assert!(!own("https://example.com/") && !own("https://tauri.localhost.example.com/"));
        assert!(!own("file:///etc/passwd") && !own("data:text/html,x"));
    }
}
