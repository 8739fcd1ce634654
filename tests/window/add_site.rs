//! Adding a site: what is asked, what is remembered, what is refused.

use practice_lab::Pace;
use support::window_driver::{Home, Opening, Window, handle};

use crate::real_sites::{add, add_as, lab, window_beside};

#[tokio::test]
async fn the_keyring_keeps_the_password_when_the_app_ends() {
    let (_lab, window) = window_beside(Pace::Instant, Opening::new("keyring")).await;
    let home = window.kill();
    // Nothing is remembered of the peers, so only somebody who signs in can show them.
    std::fs::remove_file(home.state().join("surveys.json")).unwrap();
    let window = Window::open_at(Opening::new("keyring"), home)
        .await
        .unwrap();
    let paris = "[data-testid=\"site-row\"][data-site=\"Paris\"] .name";
    window.click(paris).await.unwrap();
    window.click(&handle("check-trust")).await.unwrap();
    // Nobody typed anything since the start.
    window
        .wait_for_attribute(
            &handle("trust-row"),
            "data-peer",
            "Berlin",
            support::window_driver::PATIENCE,
        )
        .await
        .unwrap();
    assert_eq!(window.page.windows().await.unwrap().len(), 1);
}

#[tokio::test]
async fn without_a_keyring_a_site_can_be_added_and_the_reason_is_told() {
    let home = Home::new("no-keyring").unwrap();
    let lab = lab(&home, Pace::Instant).await;
    let opening = Opening {
        keyring: false,
        ..Opening::new("no-keyring")
    };
    let window = Window::open_at(opening, home).await.unwrap();
    let site = lab.description().sites.into_iter().next().unwrap();
    // The box cannot be ticked, so there is nothing to untick.
    add(&window, &site, true).await.unwrap();
    window.click(&handle("nav-settings")).await.unwrap();
    let cannot =
        "Passwords cannot be remembered here: the Secret Service of this desktop does not answer";
    window.wait_for_text("main", cannot).await.unwrap();
}

#[tokio::test]
async fn a_password_that_is_not_to_be_remembered_is_gone_with_the_app_and_never_in_the_keyring() {
    let home = Home::new("not-kept").unwrap();
    let lab = lab(&home, Pace::Instant).await;
    let window = Window::open_at(Opening::new("not-kept"), home).await;
    let window = window.unwrap();
    window.click(&handle("nav-settings")).await.unwrap();
    let works = "Passwords can be remembered in";
    window.wait_for_text("main", works).await.unwrap();
    let before = keyring_files(&window);
    assert!(!before.is_empty());
    let site = lab.description().sites.into_iter().next().unwrap();
    add(&window, &site, false).await.unwrap();
    // Every write encrypts the whole file anew: the same bytes mean that nothing was written.
    assert_eq!(keyring_files(&window), before);
    let window = Window::open_at(Opening::new("not-kept"), window.kill()).await;
    let window = window.unwrap();
    let row = format!("{} .name", handle("site-row"));
    window.click(&row).await.unwrap();
    window.find(&handle("sign-in")).await.unwrap();
}

#[tokio::test]
async fn a_site_is_signed_in_to_by_sso() {
    let home = Home::new("sso").unwrap();
    let lab = lab(&home, Pace::Instant).await;
    let window = Window::open_at(Opening::new("sso"), home).await.unwrap();
    let site = lab.description().sites.into_iter().next().unwrap();
    let account = Some(&site.sso);
    add_as(&window, &site, account, true).await.unwrap();
    let signed_in = lab
        .requests()
        .into_iter()
        .any(|request| request.path.ends_with("/sessions"));
    assert!(signed_in);
    assert_eq!(lab.failed_logins(&site.name), 0);
}

/// What the keyring has written, file by file.
fn keyring_files(window: &Window) -> Vec<Vec<u8>> {
    let folder = window.home.path().join("data/keyrings");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    files
        .iter()
        .map(|file| std::fs::read(file).unwrap())
        .collect()
}

#[tokio::test]
async fn a_pasted_thumbprint_that_differs_keeps_the_password_from_being_asked_for() {
    let home = Home::new("differs").unwrap();
    let lab = lab(&home, Pace::Instant).await;
    let window = Window::open_at(Opening::new("differs"), home)
        .await
        .unwrap();
    let sites = lab.description().sites;
    window.click(&handle("first-door-add")).await.unwrap();
    let address = handle("site-address");
    let beside = window.step_aside(&address).await.unwrap();
    window
        .fill(&handle("site-address"), &sites[0].cloud.address)
        .await
        .unwrap();
    window.click(&handle("probe-site")).await.unwrap();
    window
        .fill(&handle("expected-thumbprint"), &sites[1].cloud.thumbprint)
        .await
        .unwrap();
    window.click(&handle("save-site")).await.unwrap();
    window.find(&handle("problem")).await.unwrap();
    window.click(&handle("cancel-site")).await.unwrap();
    window.step_back(beside).await.unwrap();
    assert_eq!(window.page.windows().await.unwrap().len(), 1);
    assert!(
        lab.requests().is_empty(),
        "nothing but handshakes reached the lab"
    );
}
