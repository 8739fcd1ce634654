//! One Reseal for a state folder, and what becomes of a run whose window is closed while it asks.

use practice_lab::{Lab, Pace, Service};
use support::window_driver::{Album, DriveError, Opening, PATIENCE, Window, handle};

use crate::real_sites::window_beside;

#[tokio::test]
async fn a_second_start_ends_and_leaves_the_window_of_the_first() {
    let window = Window::open(Opening::new("second")).await.unwrap();
    window.find(&handle("first-door-lab")).await.unwrap();
    assert!(window.start_again().unwrap().success());
    assert_eq!(window.page.windows().await.unwrap().len(), 1);
    window.click(&handle("nav-settings")).await.unwrap();
    window.find(&handle("settings-theme")).await.unwrap();
}

#[tokio::test]
async fn a_window_that_is_closed_at_a_question_ends_the_app_and_the_next_one_asks_again() {
    let (lab, window) = window_beside(Pace::Instant, Opening::new("asked")).await;
    lab.inject("regenerate-shows-old@Paris".parse().unwrap())
        .await
        .unwrap();
    regenerate(&window).await.unwrap();
    let question = format!("{}[data-question=\"new-certificate\"]", handle("question"));
    window.find(&question).await.unwrap();
    window.close().await.unwrap();
    window.app_ends().await.unwrap();
    let next = Window::open_at(Opening::new("asked"), window.kill()).await;
    let next = next.unwrap();
    let open = format!("{} button", handle("open-run"));
    next.click(&open).await.unwrap();
    next.click(&handle("resume-run")).await.unwrap();
    next.find(&question).await.unwrap();
    let sites = lab.description().sites;
    answer(&next, &sites[1].cloud.thumbprint, &presented(&lab)).await;
    let done = format!("{}[data-status=\"done\"]", handle("run-status"));
    next.find_within(&done, 4 * PATIENCE).await.unwrap();
    assert_eq!(lab.replacements("Paris"), 1);
}

async fn regenerate(window: &Window) -> Result<(), DriveError> {
    window.click(&handle("nav-sites")).await?;
    let row = "[data-testid=\"site-row\"][data-site=\"Paris\"]";
    let replace = format!("{row} {}", handle("replace-certificate"));
    window.click(&replace).await?;
    window.click(&handle("choose-regenerate")).await?;
    let ready = format!("{}:not(:disabled)", handle("start-rotation"));
    window.find(&ready).await?;
    window.click(&handle("start-rotation")).await?;
    window.agree(&mut Album::none()).await
}

/// Pastes a wrong thumbprint, which answers nothing, and then the right one.
async fn answer(window: &Window, wrong: &str, right: &str) {
    window.click(&handle("answer-paste")).await.unwrap();
    let field = handle("confirm-thumbprint");
    let beside = window.step_aside(&field).await.unwrap();
    window.fill(&field, wrong).await.unwrap();
    window.click(&handle("agree")).await.unwrap();
    let differs = format!("{}[data-code=\"thumbprint.differs\"]", handle("problem"));
    window.find(&differs).await.unwrap();
    window.fill(&field, right).await.unwrap();
    window.click(&handle("agree")).await.unwrap();
    window.step_back(beside).await.unwrap();
}

/// The thumbprint that Paris itself would show on its console.
fn presented(lab: &Lab) -> String {
    lab.thumbprint("Paris", Service::Cloud).unwrap().to_string()
}
