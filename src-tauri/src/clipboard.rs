//! The clipboard of the operating system, read and written here and never by a page: what is pasted may be a private
//! key, and what is copied may be a password.

use std::sync::Mutex;

use application::{Clipboard, ClipboardError, lock};
use arboard::{Clipboard as System, Error};
use secrecy::{ExposeSecret as _, SecretString};
use zeroize::Zeroizing;

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
            none => none.insert(System::new().map_err(refused)?),
        };
        ask(system).map_err(refused)
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

fn refused(error: Error) -> ClipboardError {
    if matches!(error, Error::ContentNotAvailable | Error::ConversionFailure) {
        return ClipboardError::NoText;
    }
    ClipboardError::Refused(Box::new(error))
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
