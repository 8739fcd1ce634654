//! What a person does with hands and eyes, counted from the display's own input events.

use support::window_driver::{Album, Chosen, Counted, Import, InputLog, Opening, Window, handle};

use crate::table::{Figure, Measured};

/// With so many peer sites, and with as many hands for each.
const PEERS: [usize; 4] = [1, 5, 10, 20];

/// One line for every number of peers.
pub(crate) async fn measure() -> Measured<Vec<Figure>> {
    let mut figures = Vec::new();
    for peers in PEERS {
        let Counted { clicks, typed, .. } = rotate(peers).await?;
        let what = "import through the window: clicks · typed fields · logins · thumbprints";
        figures.push(Figure {
            what: format!("{what}, N = {peers}"),
            // The one text is the file's password; a login would be another one. A thumbprint to be
            // compared is a question, and a question keeps the run from the end that was waited for.
            is: format!("{clicks} · {typed} · {} · 0", typed.saturating_sub(1)),
            bar: "5 · 1 · 0 · 0".to_owned(),
            is_met: clicks <= 5 && typed == 1,
        });
    }
    Ok(figures)
}

async fn rotate(peers: usize) -> Measured<Counted> {
    let window = Window::open(Opening::new("effort")).await?;
    window.click(&handle("first-door-lab")).await?;
    window
        .fill(&handle("lab-peers"), &peers.to_string())
        .await?;
    window.click(&handle("lab-pace-instant")).await?;
    window.click(&handle("start-lab")).await?;
    let password = window.text(&handle("lab-bundle-password")).await?;
    let bundle = window.text(&handle("lab-bundle-path")).await?;
    window.click(&handle("lab-open-sites")).await?;
    window.find(&handle("site-row")).await?;
    let log = InputLog::start(&window.display, window.home.path().join("input.log")).await?;
    let mut album = Album::none();
    let import = Import {
        bundle: Chosen::Dropped(bundle.as_ref()),
        password: &password,
        report: None,
    };
    import.perform(&window, &mut album).await?;
    Ok(log.counted()?)
}
