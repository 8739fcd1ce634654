//! Light and dark, small and magnified, and what a screen reader would complain about: every screen with
//! something in it.

use fantoccini::wd::WindowHandle;
use serde_json::{Value, json};
use support::window_driver::{DriveError, Opening, PATIENCE, Window, handle};

use crate::odd_certificate;
use crate::practice::Practice;

/// The rules of axe, as text to be run in the page.
const AXE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../ui/node_modules/axe-core/axe.min.js"
);

/// Every place that the navigation leads to.
const PLACES: [&str; 6] = [
    "nav-sites",
    "nav-certificates",
    "nav-requests",
    "nav-runs",
    "nav-lab",
    "nav-settings",
];

/// Where something was found, and what.
type Flaws = Vec<(String, Value)>;

const THEMES: [&str; 3] = ["light", "dark", "highContrast"];

#[tokio::test]
async fn every_screen_is_whole_and_free_of_barriers_at_1280_by_720() {
    let opening = Opening {
        screen: (1280, 720),
        ..Opening::new("axe")
    };
    look_at_every_screen(opening).await.unwrap();
}

#[tokio::test]
async fn every_screen_is_whole_and_free_of_barriers_at_200_percent() {
    // The smallest window that there is, at 200 %, has 640 by 400 points.
    let opening = Opening {
        scale: 2,
        ..Opening::new("magnified")
    };
    look_at_every_screen(opening).await.unwrap();
}

async fn look_at_every_screen(opening: Opening) -> Result<(), DriveError> {
    let practice = Practice::at_once(opening).await?;
    let (window, flaws) = (&practice.window, &mut Flaws::new());
    look(window, flaws, "the list of sites").await;
    rotate(window, flaws, &practice.password).await?;
    sites(window, flaws).await?;
    certificates(window, flaws).await?;
    requests(window, flaws).await?;
    for place in PLACES {
        window.click(&handle(place)).await?;
        window.find("h1").await?;
        look(window, flaws, place).await;
    }
    assert!(flaws.is_empty(), "{flaws:#?}");
    Ok(())
}

/// Replace certificate, the password window, a plan, a run.
async fn rotate(window: &Window, flaws: &mut Flaws, password: &str) -> Result<(), DriveError> {
    window.click(&handle("replace-certificate")).await?;
    window.find(&handle("browse-bundle")).await?;
    look(window, flaws, "a replacement to be chosen").await;
    window.click(&handle("browse-bundle")).await?;
    window.confirm_dialog("Choose certificate files").await?;
    let main = window.page.window().await?;
    let secret = window.wait_for_another(&main).await?;
    look_into(window, flaws, secret, main).await?;
    window.enter_secret(password).await?;
    let ready = format!("{}:not(:disabled)", handle("start-rotation"));
    window.find(&ready).await?;
    look(window, flaws, "a plan").await;
    window.click(&handle("start-rotation")).await?;
    let agree = format!("{}:not(:disabled)", handle("agree"));
    let beside = window.step_aside(&agree).await?;
    look(window, flaws, "what a person agrees to").await;
    window.click(&handle("agree")).await?;
    window.step_back(beside).await?;
    window
        .find_within(&handle("run-outcome"), 4 * PATIENCE)
        .await?;
    look(window, flaws, "a run").await;
    Ok(())
}

async fn look_into(
    window: &Window,
    flaws: &mut Flaws,
    secret: WindowHandle,
    main: WindowHandle,
) -> Result<(), DriveError> {
    window.page.switch_to_window(secret).await?;
    window.find(&handle("secret-input")).await?;
    look(window, flaws, "the password window").await;
    Ok(window.page.switch_to_window(main).await?)
}

/// A site, one that it suggests, and who answers there.
async fn sites(window: &Window, flaws: &mut Flaws) -> Result<(), DriveError> {
    open_site(window, "Berlin").await?;
    // What the first look finds moves everything below it.
    window.find(&handle("trust-row")).await?;
    window
        .click("details:has([data-testid=\"forget-site\"]) summary")
        .await?;
    window.click(&handle("forget-site")).await?;
    open_site(window, "Paris").await?;
    window.click(&handle("check-trust")).await?;
    window.find(&handle("add-suggested")).await?;
    look(window, flaws, "a site").await;
    window.click(&handle("add-suggested")).await?;
    let beside = window.step_aside(&handle("site-address")).await?;
    window.click(&handle("probe-site")).await?;
    window.find(&handle("expected-thumbprint")).await?;
    look(window, flaws, "a site to be added").await;
    window.click(&handle("cancel-site")).await?;
    window.step_back(beside).await?;
    Ok(())
}

async fn open_site(window: &Window, name: &str) -> Result<(), DriveError> {
    window.click(&handle("nav-sites")).await?;
    let row = format!("[data-testid=\"site-row\"][data-site=\"{name}\"] .name");
    window.click(&row).await
}

async fn certificates(window: &Window, flaws: &mut Flaws) -> Result<(), DriveError> {
    let file = odd_certificate::write(window.home.path());
    window.click(&handle("nav-certificates")).await?;
    window.click(&handle("browse-certificates")).await?;
    let title = "Choose certificate files";
    window.answer_dialog(title, &file).await?;
    window.find(&handle("chain-link")).await?;
    open_everything(window).await?;
    look(window, flaws, "a certificate that is hard to show").await;
    Ok(())
}

async fn requests(window: &Window, flaws: &mut Flaws) -> Result<(), DriveError> {
    window.click(&handle("nav-requests")).await?;
    let long = ["x", "y", "z"].map(|label| label.repeat(63)).join(".");
    let names = format!("{long}, *.paris.example, xn--bcher-kva.example, 2001:db8::7");
    window.fill(&handle("request-names"), &names).await?;
    window.click(&handle("make-request")).await?;
    window.find(&handle("request-made")).await?;
    open_everything(window).await?;
    look(window, flaws, "a request that waits").await;
    Ok(())
}

/// Unfolds what is folded, to see all of it at once.
async fn open_everything(window: &Window) -> Result<(), DriveError> {
    let unfold = "document.querySelectorAll('details').forEach((one) => (one.open = true))";
    window.ask_page(unfold, Vec::new()).await.map(drop)
}

/// Looks at the screen as it is, in every theme.
async fn look(window: &Window, flaws: &mut Flaws, what: &str) {
    window.painted().await.unwrap();
    note(flaws, what, cut_off(window).await);
    for theme in THEMES {
        let wear = "document.documentElement.dataset.theme = arguments[0]";
        window.ask_page(wear, vec![json!(theme)]).await.unwrap();
        note(flaws, &format!("{what} in {theme}"), barriers(window).await);
    }
}

fn note(flaws: &mut Flaws, what: &str, found: Value) {
    if found != json!([]) {
        flaws.push((what.to_owned(), found));
    }
}

async fn barriers(window: &Window) -> Value {
    let axe = std::fs::read_to_string(AXE).unwrap();
    window.ask_page(&axe, Vec::new()).await.unwrap();
    let run = "const [done] = arguments;
        axe.run(document).then((found) => done(found.violations.map((one) =>
            [one.id, one.nodes.map((node) => node.html).slice(0, 3)])), (error) => done(String(error)))";
    window.page.execute_async(run, Vec::new()).await.unwrap()
}

/// What is out of the window or out of its card to the left or right, where nobody scrolls to, and text
/// that its own box cuts off. What only screen readers are told has no place of its own.
async fn cut_off(window: &Window) -> Value {
    let beyond = "const shown = (one) => one.getClientRects().length > 0
            && !one.closest('.unseen, thead, [hidden]');
        const outside = (one) => {
            const box = one.getBoundingClientRect();
            const card = one.closest('.card')?.getBoundingClientRect();
            const left = Math.max(0, card?.left ?? 0);
            const right = Math.min(innerWidth, card?.right ?? innerWidth);
            return box.left < left - 1 || box.right > right + 1;
        };
        const cut = (one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1
            && ['hidden', 'clip'].includes(getComputedStyle(one).overflowX);
        const found = [...document.querySelectorAll('body *')]
            .filter((one) => shown(one) && one.tagName !== 'PROGRESS' && (outside(one) || cut(one)))
            .map((one) => `${one.tagName} ${one.className}: ${one.textContent.trim().slice(0, 60)}`);
        if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
        return found";
    window.ask_page(beyond, Vec::new()).await.unwrap()
}
