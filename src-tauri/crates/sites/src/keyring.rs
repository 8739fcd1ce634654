//! What a keyring is asked for, whichever it is.

use appliance::ApplianceAddress;
use certificate::Thumbprint;
use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::SavedSite;
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

/// Why a password could not be kept, recalled or forgotten.
#[derive(Debug, thiserror::Error)]
pub enum KeyringError {
    /// Nothing on this machine answers as a keyring.
    #[error("no keyring answers on this machine")]
    Unavailable {
        /// Why not, in the system's words.
        says: String,
    },
    /// The keyring answered and refused.
    #[error("the keyring refused")]
    Refused(#[source] keyring_core::Error),
    /// What is kept is not what was written here.
    #[error("the keyring holds something that Reseal did not write")]
    Unreadable(#[source] serde_json::Error),
    /// The password belongs to another endpoint.
    #[error("the password was given for {given_for}, not for {asked_for}")]
    OtherEndpoint {
        /// The endpoint it was typed for.
        given_for: String,
        /// The endpoint it was wanted for.
        asked_for: ApplianceAddress,
    },
    /// The site is known by a certificate that does not descend from the one the password was given under.
    #[error(
        "the password was given under the certificate {given_under}, which this site is not known by"
    )]
    OtherLineage {
        /// The certificate it was typed under.
        given_under: Thumbprint,
    },
}

/// The name of a site's password.
fn entry_of(site: &SavedSite) -> String {
    format!("v1/{}/{}", site.id, site.account.user())
}
