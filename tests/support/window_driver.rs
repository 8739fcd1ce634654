//! Drives the real window as a person does: a display, a pointer, a keyboard, and eyes.
//!
//! Every [`Window`] has a display, a session bus, a keyring and a home folder of its own, so that
//! several can be driven side by side; all of it ends with the value. Pointer and keyboard are the
//! X server's, not a script's: what a person could not reach, this cannot reach either. WebDriver
//! is used to look at the page and to find where a control is.

mod album;
mod by_hand;
mod dialogs;
mod display;
mod drag;
mod error;
mod group;
mod home;
mod input_log;
mod keyring;
mod memory;
mod pointer;
mod window;

pub use album::Album;
pub use by_hand::{Chosen, Import, SITE};
pub use display::Display;
pub use error::DriveError;
pub use home::Home;
pub use input_log::{Counted, InputLog};
pub use window::{Opening, Window, app_binary, handle};

use std::time::Duration;

/// How long anything may take to show before it counts as missing.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// How often to look again.
const GLANCE: Duration = Duration::from_millis(25);
