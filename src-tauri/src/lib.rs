//! The desktop shell: opens windows and passes messages; no rules of its own.
//!
//! What the window may ask for is in [`commands`]; everything else in here is what those few lines
//! need: the state, the windows, the files and the passwords.

mod arguments;
mod bundle;
mod cards;
mod clipboard;
pub mod commands;
mod doctor;
mod dropped;
mod error;
mod file_dialog;
mod hardening;
mod lab;
mod logging;
mod opening;
mod passwords;
mod plans;
mod probing;
mod promises;
mod replies;
mod requests;
mod runs;
mod saving;
mod secret_windows;
mod settings;
mod start_up;
mod state;
mod survey;
mod surveys;
mod window;

pub use clipboard::{Clipboard, ClipboardError, SystemClipboard};
pub use error::Refusal;
pub use file_dialog::{Chosen, ChosenSeveral, FileDialog, NativeDialog};
pub use secret_windows::SecretPrompt;
pub use settings::{Settings, Theme};
pub use start_up::{context, fit, run};
pub use state::{Shell, Surroundings};
