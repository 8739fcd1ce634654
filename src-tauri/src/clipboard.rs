//! The clipboard, read and written here and never by a page: what is pasted may be a private key, and
//! what is copied may be a password. Behind a trait, so that tests hand in their own.

use std::sync::Mutex;

use arboard::{Clipboard as System, Error};
use message::Problem;
use secrecy::{ExposeSecret as _, SecretString};
use zeroize::Zeroizing;

use crate::{error::Refusal, locks::lock};

/// What the app asks of the clipboard. Both may wait for another program: never on an async thread.
pub trait Clipboard: Send + Sync {
    /// The text on it.
    fn text(&self) -> Result<Zeroizing<String>, ClipboardError>;

    /// Puts a secret on it; where the system keeps a history of it, outside of that.
    fn put(&self, secret: &SecretString) -> Result<(), ClipboardError>;

    /// Empties it, if the secret is still what is on it.
    fn take_off(&self, secret: &SecretString) -> Result<(), ClipboardError>;
}

/// Why the clipboard could not be used.
#[derive(Debug, thiserror::Error)]
pub enum ClipboardError {
    /// There is nothing on it, or a picture.
    #[error("read the clipboard: there is no text on it")]
    NoText,
    /// The system did not let us.
    #[error("use the clipboard")]
    Refused(#[source] Error),
}

impl From<Error> for ClipboardError {
    fn from(error: Error) -> Self {
        let is_no_text = matches!(error, Error::ContentNotAvailable | Error::ConversionFailure);
        if is_no_text {
            Self::NoText
        } else {
            Self::Refused(error)
        }
    }
}

impl From<ClipboardError> for Refusal {
    fn from(error: ClipboardError) -> Self {
        let ClipboardError::Refused(_) = error else {
            return Self::of_window(
                "clipboard.no_text",
                "There is no text on the clipboard.",
                "Nothing was read from it.",
                "Copy the text from -----BEGIN to -----END and paste again, or drop the file.",
            );
        };
        let problem = Problem::new(
            "clipboard.refused",
            "The clipboard cannot be used.",
            "Nothing was read from it and nothing was put on it.",
            "Use files in its place: drop them, and type the password of the one that is made.",
        );
        Self::from(problem.quoting(&format!("{error:#}")))
    }
}

/// The clipboard of the operating system, opened when it is first needed. It stays open: on X11 what was
/// put on it is gone when the last one is closed.
#[derive(Default)]
pub struct SystemClipboard(Mutex<Option<System>>);

impl SystemClipboard {
    fn with<T>(
        &self,
        ask: impl FnOnce(&mut System) -> Result<T, Error>,
    ) -> Result<T, ClipboardError> {
        let mut opened = lock(&self.0);
        let system = match &mut *opened {
            Some(system) => system,
            none => none.insert(System::new()?),
        };
        Ok(ask(system)?)
    }
}

impl Clipboard for SystemClipboard {
    fn text(&self) -> Result<Zeroizing<String>, ClipboardError> {
        self.with(System::get_text).map(Zeroizing::new)
    }

    fn put(&self, secret: &SecretString) -> Result<(), ClipboardError> {
        self.with(|system| outside_of_history(system.set()).text(secret.expose_secret()))
    }

    fn take_off(&self, secret: &SecretString) -> Result<(), ClipboardError> {
        let is_ours = *self.text()? == secret.expose_secret();
        if is_ours {
            self.with(System::clear)
        } else {
            Ok(())
        }
    }
}

#[cfg(target_os = "linux")]
fn outside_of_history(set: arboard::Set<'_>) -> arboard::Set<'_> {
    use arboard::SetExtLinux as _;
    set.exclude_from_history()
}

#[cfg(target_os = "macos")]
fn outside_of_history(set: arboard::Set<'_>) -> arboard::Set<'_> {
    use arboard::SetExtApple as _;
    set.exclude_from_history()
}

#[cfg(windows)]
fn outside_of_history(set: arboard::Set<'_>) -> arboard::Set<'_> {
    use arboard::SetExtWindows as _;
    set.exclude_from_history().exclude_from_cloud()
}
