//! A whole import rotation by hand: exactly the presses that a person needs, and no more.

use std::path::Path;
use std::time::Duration;

use super::{Album, DriveError, Window, handle};

/// The practice lab's own site.
pub const SITE: &str = "Paris";

/// How long a practice rotation may take.
const RUN: Duration = Duration::from_secs(180);

/// How a bundle is chosen.
#[derive(Debug, Clone, Copy)]
pub enum Chosen<'a> {
    /// In the native dialog, as it proposes.
    Proposed,
    /// In the native dialog, by its path.
    Typed(&'a Path),
    /// Dragged from another window and dropped.
    Dropped(&'a Path),
}

/// What a person has at hand for an import.
#[derive(Debug, Clone, Copy)]
pub struct Import<'a> {
    /// How the certificate bundle that an authority sent gets into the window.
    pub bundle: Chosen<'a>,
    /// Its password.
    pub password: &'a str,
    /// Where the report goes; else where the dialog proposes.
    pub report: Option<&'a Path>,
}

impl Import<'_> {
    /// From the list of sites to the saved report. `album` gets a picture of every station.
    pub async fn perform(&self, window: &Window, album: &mut Album) -> Result<(), DriveError> {
        window.click(&replace_certificate()).await?;
        window.find(&handle("browse-bundle")).await?;
        album.take(window, "replace-certificate").await?;
        self.choose_bundle(window, album).await?;
        window
            .find(&format!(
                "{}:not([aria-disabled=\"true\"])",
                handle("start-rotation")
            ))
            .await?;
        album.take(window, "plan").await?;
        window.click(&handle("start-rotation")).await?;
        window.agree(album).await?;
        watch(window, album).await?;
        album.take(window, "done").await?;
        self.save_report(window).await?;
        album.take(window, "report-saved").await
    }

    async fn choose_bundle(&self, window: &Window, album: &mut Album) -> Result<(), DriveError> {
        let path = match self.bundle {
            Chosen::Proposed => None,
            Chosen::Typed(path) => Some(path),
            Chosen::Dropped(path) => {
                window.drop_file(path, &handle("drop-zone")).await?;
                return window.enter_secret_pictured(self.password, album).await;
            }
        };
        window.click(&handle("browse-bundle")).await?;
        window.display.wait_for("Choose certificate files").await?;
        album.take(window, "native-dialog").await?;
        window
            .close_dialog("Choose certificate files", path)
            .await?;
        window.enter_secret_pictured(self.password, album).await
    }

    async fn save_report(&self, window: &Window) -> Result<(), DriveError> {
        window.click(&handle("save-report-html")).await?;
        window.close_dialog("Save the report", self.report).await?;
        window.find(&handle("report-path")).await.map(drop)
    }
}

/// The button of the practice lab's own site in the list of sites.
fn replace_certificate() -> String {
    let row = format!("[data-testid=\"site-row\"][data-site=\"{SITE}\"]");
    format!("{row} {}", handle("replace-certificate"))
}

/// Looks at the run until it has ended, with a picture of the restart and of the repairs.
async fn watch(window: &Window, album: &mut Album) -> Result<(), DriveError> {
    let down = "[data-testid=\"restart\"][data-phase=\"down\"]";
    let repairing = "[data-testid=\"step-repair_at_peer_sites\"][data-status=\"running\"]";
    let ended = handle("run-outcome");
    for (moment, name) in [(down, "restart"), (repairing, "repairing")] {
        let either = format!("{moment}, {ended}");
        window.find_within(&either, RUN).await?;
        if window.shows(moment).await? {
            album.snap(window, name).await?;
        }
    }
    window.find_within(&ended, RUN).await.map(drop)
}
