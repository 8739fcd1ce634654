//! Whether the window goes on drawing while files are opened that ask for too much.

use std::fs::{self, File};

use support::window_driver::{Opening, Window, handle};

use crate::doctor::{LARGE, hostile_files};
use crate::table::{Figure, Measured};

/// What a person takes for no delay at all, in milliseconds.
const UNNOTICED: f64 = 100.0;

/// From here on the page notes the longest time between two of its frames.
const WATCH: &str = "
    window.longest = 0;
    let last = performance.now();
    const frame = (now) => {
        window.longest = Math.max(window.longest, now - last);
        last = now;
        requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);";

/// Drops a folder of hostile files and looks at the longest frame until each has its answer.
pub(crate) async fn measure() -> Measured<Vec<Figure>> {
    let window = Window::open(Opening::new("held-up")).await?;
    let folder = window.home.path().join("hostile files");
    fs::create_dir(&folder)?;
    let files = hostile_files()?;
    for (number, (_, bytes)) in files.iter().enumerate() {
        fs::write(folder.join(format!("{number:02}")), bytes)?;
    }
    let last = format!("{:02}", files.len());
    File::create(folder.join(&last))?.set_len(LARGE)?;
    window.click(&handle("nav-certificates")).await?;
    let zone = handle("drop-zone");
    window.find(&zone).await?;
    window.painted().await?;
    window.ask_page(WATCH, Vec::new()).await?;
    window.drop_file(&folder, &zone).await?;
    let last = format!("{}[data-name=\"{last}\"]", handle("offered-file"));
    window.find(&last).await?;
    window.painted().await?;
    let longest = window.ask_page("return window.longest", Vec::new()).await?;
    let what = format!(
        "window: longest time without a frame while {} hostile files are opened",
        files.len() + 1
    );
    let longest = longest.as_f64();
    let longest = longest.ok_or("the page noted no frame")?;
    Ok(vec![Figure::at_most(what, longest, UNNOTICED, " ms")])
}
