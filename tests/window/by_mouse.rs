//! A whole rotation with the pointer, and what it takes.

use support::window_driver::{Album, Chosen, Import, InputLog, Opening, handle};

use crate::practice::Practice;

#[tokio::test]
async fn a_rotation_takes_five_clicks_and_one_typed_field() {
    let Practice {
        window,
        bundle,
        password,
    } = Practice::at_once(Opening::new("mouse")).await.unwrap();
    let log = InputLog::start(&window.display, window.home.path().join("input.log"));
    let log = log.await.unwrap();
    let import = Import {
        bundle: Chosen::Dropped(&bundle),
        password: &password,
        report: None,
    };
    import.perform(&window, &mut Album::none()).await.unwrap();
    let counted = log.counted().unwrap();
    assert!(counted.clicks <= 5 && counted.typed == 1, "{counted:?}");
    let saved = window.text(&handle("report-path")).await.unwrap();
    let mut words = saved
        .split_whitespace()
        .map(|word| word.trim_end_matches('.'));
    let report = words.find(|word| word.ends_with(".html"));
    let report = report.unwrap_or_else(|| panic!("{saved}"));
    assert!(std::path::Path::new(report).is_file(), "{report}");
}

#[tokio::test]
async fn a_rotation_repairs_every_peer_at_both_ends_and_leaves_a_report() {
    let Practice {
        window, password, ..
    } = Practice::at_once(Opening::new("report")).await.unwrap();
    let report = window.home.path().join("the report.html");
    let import = Import {
        bundle: Chosen::Proposed,
        password: &password,
        report: Some(&report),
    };
    import.perform(&window, &mut Album::none()).await.unwrap();
    let repaired = format!(
        "{}[data-at-peer=\"same\"][data-at-local=\"same\"]",
        handle("peer-row")
    );
    let all = window
        .page
        .find_all(fantoccini::Locator::Css(&repaired))
        .await
        .unwrap();
    assert_eq!(all.len(), 3);
    assert!(
        window
            .text(&handle("backup"))
            .await
            .unwrap()
            .contains("keystore.p12.bak")
    );
    let page = std::fs::read_to_string(&report).unwrap();
    assert!(page.contains("Paris") && page.contains("Oslo"), "{page}");
    assert!(
        !page.contains("<script") && !page.contains(&password),
        "{page}"
    );
}

#[tokio::test]
async fn a_wrong_password_is_told_and_asked_for_again() {
    let Practice {
        window, password, ..
    } = Practice::at_once(Opening::new("password")).await.unwrap();
    window.click(&handle("replace-certificate")).await.unwrap();
    window.click(&handle("browse-bundle")).await.unwrap();
    window
        .confirm_dialog("Choose certificate files")
        .await
        .unwrap();
    window.enter_secret("not the password").await.unwrap();
    let problem = format!("{}[data-code=\"bundle.wrong_password\"]", handle("problem"));
    window.find(&problem).await.unwrap();
    window.click(&handle("type-bundle-password")).await.unwrap();
    window.enter_secret(&password).await.unwrap();
    window.find(&handle("plan")).await.unwrap();
    assert!(!window.shows(&problem).await.unwrap());
}
