//! A run whose window goes away in its middle.

use std::time::Duration;

use practice_lab::Pace;
use support::window_driver::{Opening, Window, handle};

use crate::real_sites::window_beside;

/// The restart takes six seconds: long enough to be caught in its middle.
const SLOW: Pace = Pace::LikeReal { scale: 0.1 };

/// How long such a run may take.
const RUN: Duration = Duration::from_secs(120);

#[tokio::test]
async fn a_page_that_loads_again_shows_the_same_run() {
    let (lab, window) = window_beside(SLOW, Opening::new("reload")).await;
    start(&window, &lab.description().authority).await;
    window.page.refresh().await.unwrap();
    window.find(&handle("run-status")).await.unwrap();
    window
        .find_within(&handle("run-outcome"), RUN)
        .await
        .unwrap();
    let repaired = format!(
        "{}[data-at-peer=\"same\"][data-at-local=\"same\"]",
        handle("peer-row")
    );
    window.find(&repaired).await.unwrap();
    assert_eq!(lab.replacements("Paris"), 1);
}

#[tokio::test]
async fn an_app_that_is_killed_goes_on_when_it_is_started_again() {
    let (lab, window) = window_beside(SLOW, Opening::new("killed")).await;
    start(&window, &lab.description().authority).await;
    let home = window.kill();
    let window = Window::open_at(Opening::new("killed"), home).await.unwrap();
    window
        .click(&format!("{} button", handle("open-run")))
        .await
        .unwrap();
    window.click(&handle("resume-run")).await.unwrap();
    window
        .find_within(&handle("run-outcome"), RUN)
        .await
        .unwrap();
    assert!(lab.trusts("Berlin", "Paris").await && lab.trusts("Paris", "Berlin").await);
    assert_eq!(lab.replacements("Paris"), 1);
}

/// Starts an import at Paris and waits until nothing answers there.
async fn start(window: &Window, authority: &practice_lab::AuthorityDescription) {
    window.click(&handle("nav-sites")).await.unwrap();
    let row = "[data-testid=\"site-row\"][data-site=\"Paris\"]";
    window
        .click(&format!("{row} {}", handle("replace-certificate")))
        .await
        .unwrap();
    window.click(&handle("browse-bundle")).await.unwrap();
    window
        .answer_dialog("Choose certificate files", &authority.bundle)
        .await
        .unwrap();
    window
        .enter_secret(&authority.bundle_password)
        .await
        .unwrap();
    window.click(&handle("start-rotation")).await.unwrap();
    let down = format!("{}[data-phase=\"down\"]", handle("restart"));
    window.find_within(&down, RUN).await.unwrap();
}
