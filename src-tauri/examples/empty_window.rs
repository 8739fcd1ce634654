//! An empty window, built of the same parts: what the first screen's start is compared with.

use std::io::Write as _;

use tauri::{WebviewUrl, WebviewWindowBuilder, http::Response};

/// One word, so that it can be seen when the page is there.
const PAGE: &str = "<!doctype html><title>Empty</title><p>Empty</p>";

fn main() {
    let run = tauri::Builder::default()
        .register_uri_scheme_protocol("empty", |_, _| {
            let page = Response::builder().header("Content-Type", "text/html");
            page.body(PAGE.as_bytes().to_vec()).unwrap_or_default()
        })
        .setup(|app| {
            let url = "empty://localhost/".parse()?;
            WebviewWindowBuilder::new(app, "main", WebviewUrl::CustomProtocol(url))
                .title("Empty")
                .inner_size(1280.0, 800.0)
                .incognito(true)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!());
    if let Err(error) = run {
        // Whoever measures has gone away: then nobody is left to tell.
        drop(writeln!(std::io::stderr(), "empty_window: {error}"));
    }
}
