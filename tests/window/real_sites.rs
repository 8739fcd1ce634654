//! Sites that the app has to be told about: a lab outside of it, as appliances are.

use std::sync::Arc;

use ground::Surroundings;
use practice_lab::{Lab, Pace, Scenario, SiteDescription, SsoAccount};
use support::window_driver::{DriveError, Home, Opening, Window, handle};

/// A lab of an own site and one peer, in this process.
pub(crate) async fn lab(home: &Home, pace: Pace) -> Arc<Lab> {
    let scenario = Scenario {
        peers: 1,
        pace,
        ..Scenario::new(home.path().join("lab"))
    };
    Arc::new(
        Lab::start(scenario, &Surroundings::of_this_machine())
            .await
            .unwrap(),
    )
}

/// A window beside a lab, with all of the lab's sites added by hand.
pub(crate) async fn window_beside(pace: Pace, opening: Opening) -> (Arc<Lab>, Window) {
    let home = Home::new(opening.name).unwrap();
    let lab = lab(&home, pace).await;
    let window = Window::open_at(opening, home).await.unwrap();
    for site in lab.description().sites {
        add(&window, &site, true).await.unwrap();
    }
    (lab, window)
}

/// Adds a site: its address, the thumbprint that was heard elsewhere, its password.
pub(crate) async fn add(
    window: &Window,
    site: &SiteDescription,
    remember: bool,
) -> Result<(), DriveError> {
    add_as(window, site, None, remember).await
}

/// The same, by SSO where an account of that is given.
pub(crate) async fn add_as(
    window: &Window,
    site: &SiteDescription,
    sso: Option<&SsoAccount>,
    remember: bool,
) -> Result<(), DriveError> {
    window.click(&handle("nav-sites")).await?;
    let door = format!("{}, {}", handle("first-door-add"), handle("add-site"));
    window.click(&door).await?;
    let beside = window.step_aside(&handle("site-address")).await?;
    window
        .fill(&handle("site-address"), &site.cloud.address)
        .await?;
    window.click(&handle("probe-site")).await?;
    window
        .fill(&handle("expected-thumbprint"), &site.cloud.thumbprint)
        .await?;
    if !remember {
        window.click(&handle("remember-password")).await?;
    }
    if let Some(account) = sso {
        window.click(&handle("login-sso")).await?;
        window.fill(&handle("sso-username"), &account.user).await?;
    }
    window.click(&handle("save-site")).await?;
    window.step_back(beside).await?;
    let password = sso.map_or(&site.password, |account| &account.password);
    window.enter_secret(password).await?;
    window.find(&handle("trust-row")).await.map(drop)
}
