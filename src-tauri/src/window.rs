//! How windows are opened: the same fences around each.

use application::{Settings, Theme};
use tauri::{
    AppHandle, Manager as _, Runtime, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
    webview::NewWindowResponse,
};

/// The label of the main window; what it may ask for is in `commands/list.in`.
pub(crate) const MAIN: &str = "main";

/// How every window looks.
#[derive(Debug, Clone)]
pub(crate) struct Looks {
    /// The theme of its frame; nothing is the system's.
    pub(crate) theme: Option<tauri::Theme>,
    /// How large everything in it is drawn: 1 is as designed.
    pub(crate) zoom: f64,
    /// The language that was chosen, by its tag; nothing is the system's.
    pub(crate) language: Option<String>,
}

impl Looks {
    /// As the settings say.
    pub(crate) fn of(settings: &Settings) -> Self {
        let theme = match settings.theme {
            Theme::System | Theme::HighContrast => None,
            Theme::Light => Some(tauri::Theme::Light),
            Theme::Dark => Some(tauri::Theme::Dark),
        };
        let zoom = f64::from(settings.zoom) / 100.0;
        Self {
            theme,
            zoom,
            language: settings.language.clone(),
        }
    }

    /// The address of a page with the language in which it begins.
    fn speaking(&self, page: &str) -> String {
        match &self.language {
            Some(tag) => format!("{page}?language={tag}"),
            None => page.to_owned(),
        }
    }
}

/// Opens the main window.
pub(crate) fn open_main<R: Runtime>(
    app: &AppHandle<R>,
    looks: Looks,
) -> tauri::Result<WebviewWindow<R>> {
    main_at(app, "", looks)
}

/// The same, showing a run.
pub(crate) fn open_main_at<R: Runtime>(
    app: &AppHandle<R>,
    run: &str,
    looks: Looks,
) -> tauri::Result<WebviewWindow<R>> {
    main_at(app, &format!("#/run/{run}"), looks)
}

fn main_at<R: Runtime>(
    app: &AppHandle<R>,
    place: &str,
    looks: Looks,
) -> tauri::Result<WebviewWindow<R>> {
    let page = format!("{}{place}", looks.speaking("index.html"));
    fenced(app, MAIN, &page)
        .title("Reseal")
        .inner_size(1280.0, 800.0)
        .min_inner_size(640.0, 400.0)
        .theme(looks.theme)
        .build()
        .and_then(drawn_by_the_processor)
        .and_then(|window| zoomed(window, looks.zoom))
}

/// Brings a window to where it is seen.
pub(crate) fn bring_to_front<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    window.unminimize()?;
    window.show()?;
    window.set_focus()
}

/// A page that is shown in windows of its own, and how large these are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OwnPage {
    /// What the labels of its windows begin with; what they may ask for is in `commands/list.in`.
    pub(crate) kind: &'static str,
    page: &'static str,
    size: (f64, f64),
}

/// One secret is typed in it. It is closed for good afterwards: what was typed stays in the memory of the
/// window's web process, and goes with it (docs/security.md).
pub(crate) const SECRET: OwnPage = OwnPage {
    kind: "secret",
    page: "secret.html",
    size: (600.0, 480.0),
};

/// A person agrees in it to what will happen.
pub(crate) const CONFIRM: OwnPage = OwnPage {
    kind: "confirm",
    page: "confirm.html",
    size: (880.0, 640.0),
};

/// A site is looked at and saved in it.
pub(crate) const ADD_SITE: OwnPage = OwnPage {
    kind: "add-site",
    page: "add-site.html",
    size: (960.0, 720.0),
};

/// Opens a window for one answer, in front of the main one.
pub(crate) fn open_own<R: Runtime>(
    app: &AppHandle<R>,
    page: OwnPage,
    label: &str,
    title: &str,
    looks: Looks,
) -> tauri::Result<WebviewWindow<R>> {
    let (width, height) = within_the_screen(app, page.size);
    fenced(app, label, &looks.speaking(page.page))
        .title(title)
        .inner_size(width, height)
        .theme(looks.theme)
        .center()
        .always_on_top(true)
        .build()
        .and_then(drawn_by_the_processor)
        .and_then(|window| zoomed(window, looks.zoom))
}

/// A size that fits on the screen of the main window: with everything drawn twice as large few points are left.
fn within_the_screen<R: Runtime>(app: &AppHandle<R>, (width, height): (f64, f64)) -> (f64, f64) {
    let main = app.get_webview_window(MAIN);
    let Some(screen) = main.and_then(|main| main.current_monitor().ok().flatten()) else {
        return (width, height);
    };
    let all = screen.size().to_logical::<f64>(screen.scale_factor());
    (width.min(all.width), height.min(all.height))
}

/// Where everything is drawn as designed, nothing is asked of the web view.
fn zoomed<R: Runtime>(window: WebviewWindow<R>, zoom: f64) -> tauri::Result<WebviewWindow<R>> {
    if (zoom - 1.0).abs() > f64::EPSILON {
        window.set_zoom(zoom)?;
    }
    Ok(window)
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
        .proxy_url(nowhere())
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
}

/// Scheme and host of the app's own pages, as the system's web view is given them; they have no port.
const OWN_ORIGIN: (&str, &str) = if cfg!(windows) {
    ("http", "tauri.localhost")
} else {
    ("tauri", "localhost")
};

fn is_own_page(url: &Url) -> bool {
    let (scheme, host) = OWN_ORIGIN;
    let is_own = url.scheme() == scheme && url.host_str() == Some(host) && url.port().is_none();
    is_own && url.username().is_empty() && url.password().is_none()
}

/// A proxy that is not there: whatever a page might open a connection for (a hint to connect early, a download,
/// a form) goes to it and ends. Our own pages and commands do not come over the network. On this port of this
/// computer only an administrator could listen.
fn nowhere() -> Url {
    const NOWHERE: &str = "http://127.0.0.1:1";
    NOWHERE.parse().expect("an address that is written here")
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
        let (scheme, host) = OWN_ORIGIN;
        assert!(own(&format!("{scheme}://{host}/index.html#/runs")));
        for elsewhere in [
            "https://example.com/",
            "https://tauri.localhost.example.com/",
            "http://tauri.localhost:8080/",
            "https://tauri.localhost/",
            "tauri://localhost:8080/",
            "tauri://elsewhere/",
            "tauri://somebody@localhost/",
            "file:///etc/passwd",
            "data:text/html,x",
            "about:blank",
        ] {
            assert!(!own(elsewhere), "{elsewhere}");
        }
    }
}
