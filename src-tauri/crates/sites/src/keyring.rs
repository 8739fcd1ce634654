//! What a keyring is asked for, whichever it is.

use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::keyring_error::KeyringError;
use crate::saved_site::SavedSite;
use crate::sealed::{seal, unseal};

/// Keeps small secrets by their names. A site's password is one of them, bound to the site's endpoint
/// and pin.
///
/// Every call may wait for the operating system, even for a person who unlocks a keyring: call it
/// from a thread that may block, never from an async one.
pub trait Keyring: Send + Sync {
    /// Keeps a secret under a name, in place of the one before.
    ///
    /// # Errors
    /// When no keyring answers or it refuses.
    fn write(&self, name: &str, secret: &[u8]) -> Result<(), KeyringError>;

    /// The secret of this name, or nothing when none is kept.
    ///
    /// # Errors
    /// When no keyring answers or it refuses.
    fn read(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, KeyringError>;

    /// Forgets the secret of this name; having none is no error.
    ///
    /// # Errors
    /// When no keyring answers or it refuses.
    fn erase(&self, name: &str) -> Result<(), KeyringError>;

    /// Keeps the password of a site, in place of the one before.
    ///
    /// # Errors
    /// When no keyring answers or it refuses.
    fn keep(&self, site: &SavedSite, password: &SecretString) -> Result<(), KeyringError> {
        self.write(&entry_of(site), &seal(site, password)?)
    }

    /// The password of a site, or nothing when none is kept.
    ///
    /// # Errors
    /// When no keyring answers, or the password was given for another endpoint or another pin.
    fn recall(&self, site: &SavedSite) -> Result<Option<SecretString>, KeyringError> {
        let sealed = self.read(&entry_of(site))?;
        sealed.map(|sealed| unseal(site, &sealed)).transpose()
    }

    /// Forgets the password of a site; having none is no error.
    ///
    /// # Errors
    /// When no keyring answers or it refuses.
    fn forget(&self, site: &SavedSite) -> Result<(), KeyringError> {
        self.erase(&entry_of(site))
    }

    /// Tries the keyring with something worthless and says in a sentence what became of it.
    fn status(&self) -> KeyringStatus;
}

/// Whether passwords can be remembered on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyringStatus {
    /// Something was kept, read back and forgotten.
    pub is_available: bool,
    /// The same in a sentence for people.
    pub says: String,
}

/// The name of a site's password.
fn entry_of(site: &SavedSite) -> String {
    format!("v1/{}/{}", site.id, site.account.user())
}
