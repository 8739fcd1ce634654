//! The desktop shell: opens windows and passes messages; no rules of its own.
//!
//! What the window may ask for is in [`commands`]; everything else in here is what those few lines
//! need: the state, the windows, the files and the passwords.

mod arguments;
mod asked;
mod bundle;
mod cards;
mod clipboard;
pub mod commands;
mod confirmation;
mod doctor;
mod dropped;
mod error;
mod file_dialog;
mod hardening;
mod lab;
mod locks;
mod logging;
mod one_instance;
mod opening;
mod passwords;
mod plans;
mod probing;
mod promises;
mod replies;
mod requests;
mod runs;
mod saving;
mod sealing;
mod secret_windows;
mod settings;
mod start_up;
mod state;
mod survey;
mod surveys;
mod window;

pub use clipboard::{Clipboard, ClipboardError, SystemClipboard};
pub use confirmation::{Confirmation, Fact, TitledCertificate};
pub use error::Refusal;
pub use file_dialog::{Chosen, ChosenSeveral, FileDialog, NativeDialog};
pub use secret_windows::SecretPrompt;
pub use settings::{Settings, SettingsChange, Theme};
pub use start_up::{context, fit, run};
pub use state::{FromOutside, Shell};
