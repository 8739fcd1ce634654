//! What is typed into a password window is not left behind in the app's own process.

use support::window_driver::{Opening, handle};

use crate::practice::Practice;

#[tokio::test]
async fn a_password_that_opened_nothing_is_in_no_block_of_the_apps_memory() {
    let practice = Practice::at_once(Opening::new("left-behind"))
        .await
        .unwrap();
    let window = practice.window;
    window.click(&handle("replace-certificate")).await.unwrap();
    window.click(&handle("browse-bundle")).await.unwrap();
    let dialog = "Choose certificate files";
    window.confirm_dialog(dialog).await.unwrap();
    for (times, wrong) in ["zq7Gehn3im+wort", "zq7Gehn4im+wort", "zq7Gehn5im+wort"]
        .into_iter()
        .enumerate()
    {
        if times > 0 {
            let again = handle("type-bundle-password");
            window.click(&again).await.unwrap();
        }
        window.enter_secret(wrong).await.unwrap();
        let problem = format!("{}[data-code=\"bundle.wrong_password\"]", handle("problem"));
        window.find(&problem).await.unwrap();
        let wide: Vec<u8> = wrong.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(window.app_memory_holds(wrong.as_bytes()).unwrap(), 0);
        assert_eq!(window.app_memory_holds(&wide).unwrap(), 0);
    }
    // The eye sees: the path that the app was told is held.
    let state = window.home.state().display().to_string();
    assert!(window.app_memory_holds(state.as_bytes()).unwrap() > 0);
}
