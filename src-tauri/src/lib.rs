//! The desktop shell: opens windows and passes messages; no rules of its own.
//!
//! What the window may ask for is in [`commands`]; everything else in here is what those few lines
//! need: the windows, the dialogs, the clipboard, and the start. What they do is the crate `application`.

mod arguments;
mod asked;
mod clipboard;
pub mod commands;
mod file_dialog;
mod hardening;
mod one_instance;
mod sealing;
mod start_up;
mod state;
mod window;
mod windows;

pub use clipboard::SystemClipboard;
pub use file_dialog::NativeDialog;
pub use start_up::{context, fit, run};
pub use state::Shell;
