//! One Reseal for a state folder, and what becomes of a run whose window is closed while it asks.

use practice_lab::Pace;
use support::window_driver::{Album, Opening, Window, handle};

use crate::{cut_off::plan, real_sites::window_beside};

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
    plan(&window, &lab.description().authority).await;
    // After the plan and before the start nobody is left to repair.
    lab.inject("site-down@Berlin".parse().unwrap())
        .await
        .unwrap();
    window.click(&handle("start-rotation")).await.unwrap();
    window.agree(&mut Album::none()).await.unwrap();
    let question = format!("{}[data-question=\"no-peer-ready\"]", handle("question"));
    window.find(&question).await.unwrap();
    window.close().await.unwrap();
    window.app_ends().await.unwrap();
    let next = Window::open_at(Opening::new("asked"), window.kill()).await;
    let next = next.unwrap();
    let open = format!("{} button", handle("open-run"));
    next.click(&open).await.unwrap();
    next.click(&handle("resume-run")).await.unwrap();
    next.find(&question).await.unwrap();
    next.click(&handle("answer-stop")).await.unwrap();
    next.find(&handle("run-outcome")).await.unwrap();
    assert_eq!(lab.replacements("Paris"), 0);
}
