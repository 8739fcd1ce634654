//! A run whose window goes away in its middle.

use std::time::Duration;

use practice_lab::{AuthorityDescription, Pace};
use support::window_driver::{Album, Opening, Window, handle};

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

#[tokio::test]
async fn a_window_that_is_closed_leaves_the_run_to_its_end_and_a_second_start_shows_it() {
    let (lab, window) = window_beside(SLOW, Opening::new("closed")).await;
    start(&window, &lab.description().authority).await;
    let run = place(&window).await;
    window.close().await.unwrap();
    assert!(window.start_again().unwrap().success());
    window.look_at_the_new_one().await.unwrap();
    let ended = window.find_within(&handle("run-outcome"), RUN).await;
    ended.unwrap();
    assert_eq!(place(&window).await, run);
    let done = format!("{}[data-status=\"done\"]", handle("run-status"));
    window.find(&done).await.unwrap();
    assert!(lab.trusts("Berlin", "Paris").await && lab.trusts("Paris", "Berlin").await);
    assert_eq!(lab.replacements("Paris"), 1);
}

#[tokio::test]
async fn an_app_without_a_window_ends_with_a_run_that_ends_well() {
    let (lab, window) = window_beside(SLOW, Opening::new("unseen")).await;
    start(&window, &lab.description().authority).await;
    window.close().await.unwrap();
    window.app_ends().await.unwrap();
    assert!(lab.trusts("Berlin", "Paris").await && lab.trusts("Paris", "Berlin").await);
    assert_eq!(lab.replacements("Paris"), 1);
}

#[tokio::test]
async fn a_closed_window_opens_again_at_a_run_that_needs_somebody() {
    let (lab, window) = window_beside(SLOW, Opening::new("needed")).await;
    start(&window, &lab.description().authority).await;
    let run = place(&window).await;
    window.close().await.unwrap();
    let fails = "task-fails@Berlin".parse().unwrap();
    lab.inject(fails).await.unwrap();
    window.look_at_the_new_one().await.unwrap();
    window.find(&handle("run-outcome")).await.unwrap();
    assert_eq!(place(&window).await, run);
    lab.clear_all();
    window.click(&handle("retry-failed")).await.unwrap();
    let done = format!("{}[data-status=\"done\"]", handle("run-status"));
    window.find_within(&done, RUN).await.unwrap();
}

#[tokio::test]
async fn a_run_that_was_killed_before_its_upload_goes_on_with_the_file() {
    let (lab, window) = window_beside(Pace::Instant, Opening::new("file-again")).await;
    let authority = lab.description().authority;
    plan(&window, &authority).await;
    // The run does not get past reading the site until that answers.
    let silent = "unavailable@Paris".parse().unwrap();
    lab.inject(silent).await.unwrap();
    window.click(&handle("start-rotation")).await.unwrap();
    window.agree(&mut Album::none()).await.unwrap();
    let running = format!("{}[data-status=\"running\"]", handle("run-status"));
    window.find(&running).await.unwrap();
    let home = window.kill();
    lab.clear_all();
    let window = Window::open_at(Opening::new("file-again"), home).await;
    let window = window.unwrap();
    window
        .click(&format!("{} button", handle("open-run")))
        .await
        .unwrap();
    window.click(&handle("resume-run")).await.unwrap();
    choose(&window, &authority).await;
    let done = format!("{}[data-status=\"done\"]", handle("run-status"));
    window.find_within(&done, RUN).await.unwrap();
    assert_eq!(lab.replacements("Paris"), 1);
}

/// What the address of the page says.
async fn place(window: &Window) -> serde_json::Value {
    let script = "return location.hash";
    window.ask_page(script, Vec::new()).await.unwrap()
}

/// Starts an import at Paris and waits until nothing answers there.
async fn start(window: &Window, authority: &AuthorityDescription) {
    plan(window, authority).await;
    window.click(&handle("start-rotation")).await.unwrap();
    window.agree(&mut Album::none()).await.unwrap();
    let down = format!("{}[data-phase=\"down\"]", handle("restart"));
    window.find_within(&down, RUN).await.unwrap();
}

/// From the list of sites to a plan that can be started.
async fn plan(window: &Window, authority: &AuthorityDescription) {
    window.click(&handle("nav-sites")).await.unwrap();
    let row = "[data-testid=\"site-row\"][data-site=\"Paris\"]";
    window
        .click(&format!("{row} {}", handle("replace-certificate")))
        .await
        .unwrap();
    choose(window, authority).await;
    let ready = format!("{}:not(:disabled)", handle("start-rotation"));
    window.find(&ready).await.unwrap();
}

/// The file of the new certificate, and its password.
async fn choose(window: &Window, authority: &AuthorityDescription) {
    window.click(&handle("browse-bundle")).await.unwrap();
    window
        .answer_dialog("Choose certificate files", &authority.bundle)
        .await
        .unwrap();
    window
        .enter_secret(&authority.bundle_password)
        .await
        .unwrap();
}
