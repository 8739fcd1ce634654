//! The way through the app: from the first start to a saved report.

use std::error::Error as _;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use support::window_driver::{Album, Chosen, DriveError, Import, Opening, Window, handle};

/// Goes the whole way and tells where the pictures are.
pub(crate) async fn through(folder: &Path) -> ExitCode {
    match walk(folder).await {
        Ok(album) => {
            for picture in album.taken() {
                say(&format!("  {}", picture.display()));
            }
            let report = folder.join(REPORT);
            say(&format!("The report of the run:\n  {}", report.display()));
            ExitCode::SUCCESS
        }
        Err(why) => {
            say(&format!(
                "The tour ended early: cannot {}",
                with_causes(&why)
            ));
            ExitCode::FAILURE
        }
    }
}

const REPORT: &str = "report.html";

async fn walk(folder: &Path) -> Result<Album, DriveError> {
    let mut album = Album::begin(folder)?;
    let window = Window::open(Opening::new("tour")).await?;
    let ended = stations(&window, &mut album, folder).await;
    if ended.is_err() {
        // What is on the display tells more than the error.
        drop(album.snap(&window, "where-it-ended").await);
    }
    ended.map(|()| album)
}

async fn stations(window: &Window, album: &mut Album, folder: &Path) -> Result<(), DriveError> {
    window.find(&handle("first-door-lab")).await?;
    album.take(window, "first-start").await?;
    let (bundle, password) = start_lab(window, album).await?;
    window.click(&handle("lab-open-sites")).await?;
    window.find(&handle("site-row")).await?;
    album.take(window, "sites").await?;
    let report = std::path::absolute(folder.join(REPORT))?;
    // The native dialog would ask before it wrote over the report of an earlier tour.
    drop(std::fs::remove_file(&report));
    let import = Import {
        bundle: Chosen::Typed(bundle.as_ref()),
        password: &password,
        report: Some(&report),
    };
    import.perform(window, album).await?;
    certificates(window, album, bundle.as_ref(), &password).await?;
    requests(window, album).await?;
    other_screens(window, album).await
}

/// What the lab's bundle is, on the screen for certificates of any kind.
async fn certificates(
    window: &Window,
    album: &mut Album,
    bundle: &Path,
    password: &str,
) -> Result<(), DriveError> {
    window.click(&handle("nav-certificates")).await?;
    window.click(&handle("browse-certificates")).await?;
    window
        .answer_dialog("Choose certificate files", bundle)
        .await?;
    window.enter_secret(password).await?;
    let opened = format!("{}[data-answer=\"opened\"]", handle("offered-file"));
    window.find(&opened).await?;
    album.take(window, "certificates").await
}

/// A request for the certificate after this one.
async fn requests(window: &Window, album: &mut Album) -> Result<(), DriveError> {
    window.click(&handle("nav-requests")).await?;
    let names = "vcda.paris.example, vcda-mgmt.paris.example";
    window.fill(&handle("request-names"), names).await?;
    window.click(&handle("make-request")).await?;
    window.find(&handle("request-made")).await?;
    album.take(window, "requests").await
}

/// Starts the lab that is proposed, and reads where its bundle is and what its password is.
async fn start_lab(window: &Window, album: &mut Album) -> Result<(String, String), DriveError> {
    window.click(&handle("first-door-lab")).await?;
    window.find(&handle("start-lab")).await?;
    album.take(window, "practice-lab").await?;
    window.click(&handle("start-lab")).await?;
    let bundle = window.text(&handle("lab-bundle-path")).await?;
    let password = window.text(&handle("lab-bundle-password")).await?;
    album.take(window, "practice-lab-running").await?;
    Ok((bundle, password))
}

async fn other_screens(window: &Window, album: &mut Album) -> Result<(), DriveError> {
    window.click(&handle("nav-runs")).await?;
    window.find(&handle("run-row")).await?;
    album.take(window, "history").await?;
    window.click(&handle("nav-sites")).await?;
    window.find(&handle("site-row")).await?;
    album.take(window, "sites-afterwards").await?;
    window
        .click(&format!("{} .name", handle("site-row")))
        .await?;
    window.click(&handle("check-trust")).await?;
    window.find(&handle("trust-row")).await?;
    album.take(window, "site").await?;
    window.click(&handle("nav-sites")).await?;
    window.click(&handle("add-site")).await?;
    let beside = window.step_aside(&handle("site-address")).await?;
    album.take(window, "add-site").await?;
    window.click(&handle("cancel-site")).await?;
    window.step_back(beside).await?;
    window.click(&handle("nav-settings")).await?;
    window.find(&handle("settings-theme")).await?;
    album.take(window, "settings").await?;
    window.click(&handle("theme-dark")).await?;
    album.take(window, "settings-dark").await?;
    window.click(&handle("nav-runs")).await?;
    window
        .click(&format!("{} .link", handle("run-row")))
        .await?;
    window.find(&handle("run-outcome")).await?;
    album.take(window, "run-dark").await
}

fn with_causes(why: &DriveError) -> String {
    let mut text = why.to_string();
    let mut cause = why.source();
    while let Some(deeper) = cause {
        text.push_str(&format!(": {deeper}"));
        cause = deeper.source();
    }
    text
}

fn say(text: &str) {
    // Nothing is left to tell if standard output is closed.
    drop(writeln!(std::io::stdout(), "{text}"));
}
