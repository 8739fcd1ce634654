//! Light and dark, small and magnified, and what a screen reader would complain about.

use serde_json::{Value, json};
use support::window_driver::{Album, Chosen, Import, Opening, Window, handle};

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

#[tokio::test]
async fn every_screen_is_free_of_barriers_in_light_and_in_dark() {
    let Practice {
        window, password, ..
    } = Practice::at_once(Opening::new("axe")).await.unwrap();
    let import = Import {
        bundle: Chosen::Proposed,
        password: &password,
        report: None,
    };
    import.perform(&window, &mut Album::none()).await.unwrap();
    assert_eq!(barriers(&window).await, json!([]), "the run's own screen");
    for theme in ["theme-light", "theme-dark", "theme-highContrast"] {
        window.click(&handle("nav-settings")).await.unwrap();
        window.click(&handle(theme)).await.unwrap();
        for place in PLACES {
            window.click(&handle(place)).await.unwrap();
            window.find("h1").await.unwrap();
            assert_eq!(barriers(&window).await, json!([]), "{place} in {theme}");
        }
    }
}

#[tokio::test]
async fn nothing_is_cut_off_at_1280_by_720_and_at_200_percent() {
    // The smallest window that there is, at 200 %, has 640 by 400 points.
    for (screen, scale) in [((1280, 720), 1), ((1280, 800), 2)] {
        let opening = Opening {
            screen,
            scale,
            ..Opening::new("small")
        };
        let Practice {
            window, password, ..
        } = Practice::at_once(opening).await.unwrap();
        assert_eq!(cut_off(&window).await, json!([]), "sites at {scale}");
        let import = Import {
            bundle: Chosen::Proposed,
            password: &password,
            report: None,
        };
        import.perform(&window, &mut Album::none()).await.unwrap();
        assert_eq!(cut_off(&window).await, json!([]), "run at {scale}");
        for place in PLACES {
            window.click(&handle(place)).await.unwrap();
            window.find("h1").await.unwrap();
            assert_eq!(cut_off(&window).await, json!([]), "{place} at {scale}");
        }
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
