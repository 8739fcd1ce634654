//! A practice lab inside the driven app: started through its own screens.

use std::path::PathBuf;

use support::window_driver::{DriveError, Opening, Window, handle};

/// The password of the lab's bundle, and the window with the list of sites in it.
pub(crate) struct Practice {
    /// The window, at its list of sites.
    pub(crate) window: Window,
    /// Where the lab's bundle is.
    pub(crate) bundle: PathBuf,
    /// The password of the lab's bundle.
    pub(crate) password: String,
}

impl Practice {
    /// Opens the app and starts a lab at which nothing waits.
    pub(crate) async fn at_once(opening: Opening) -> Result<Self, DriveError> {
        let window = Window::open(opening).await?;
        window.click(&handle("first-door-lab")).await?;
        window.click(&handle("lab-pace-instant")).await?;
        window.click(&handle("start-lab")).await?;
        let password = window.text(&handle("lab-bundle-password")).await?;
        let bundle = window.text(&handle("lab-bundle-path")).await?.into();
        window.click(&handle("lab-open-sites")).await?;
        window.find(&handle("site-row")).await?;
        Ok(Self {
            window,
            bundle,
            password,
        })
    }
}
