//! The same rotation without a pointer: Tab, the arrows, Enter.

use serde_json::json;
use support::window_driver::{DriveError, InputLog, Opening, Window, handle};

/// No screen has more places to stop at.
const STOPS: usize = 80;

#[tokio::test]
async fn a_rotation_needs_no_pointer() {
    let window = Window::open(Opening::new("keyboard")).await.unwrap();
    let log = InputLog::start(&window.display, window.home.path().join("input.log"));
    let log = log.await.unwrap();
    press(&window, "first-door-lab").await.unwrap();
    tab_to(&window, &handle("lab-pace-like-real"))
        .await
        .unwrap();
    window.display.press("Down").unwrap();
    press(&window, "start-lab").await.unwrap();
    let password = window.text(&handle("lab-bundle-password")).await.unwrap();
    press(&window, "lab-open-sites").await.unwrap();
    press(&window, "replace-certificate").await.unwrap();
    press(&window, "browse-bundle").await.unwrap();
    window
        .confirm_dialog("Choose certificate files")
        .await
        .unwrap();
    window.enter_secret(&password).await.unwrap();
    press(&window, "start-rotation").await.unwrap();
    let agree = format!("{}:not(:disabled)", handle("agree"));
    let beside = window.step_aside(&agree).await.unwrap();
    press(&window, "agree").await.unwrap();
    window.step_back(beside).await.unwrap();
    window.find(&handle("run-outcome")).await.unwrap();
    press(&window, "save-report-html").await.unwrap();
    window.confirm_dialog("Save the report").await.unwrap();
    window.find(&handle("report-path")).await.unwrap();
    assert_eq!(log.counted().unwrap().clicks, 0);
}

/// Goes to a control with Tab, once it can be pressed, and presses Enter.
async fn press(window: &Window, control: &str) -> Result<(), DriveError> {
    let selector = handle(control);
    let ready = format!("{selector}:not([aria-disabled=\"true\"]):not(:disabled)");
    window.find(&ready).await?;
    tab_to(window, &selector).await?;
    window.display.press("Return")
}

/// Presses Tab until the control has the focus, and that can be seen.
async fn tab_to(window: &Window, selector: &str) -> Result<(), DriveError> {
    let is_there = "return document.activeElement?.matches(arguments[0]) ?? false";
    for _ in 0..STOPS {
        if window.ask_page(is_there, vec![json!(selector)]).await? == json!(true) {
            return Ok(());
        }
        window.display.press("Tab")?;
        window.painted().await?;
    }
    panic!("Tab never reaches {selector}");
}
