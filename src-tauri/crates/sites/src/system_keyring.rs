//! The keyring of the operating system: Credential Manager, Keychain or the Secret Service.
//!
//! The store is handed to this type and used directly: there is no global default that could turn
//! out to be an in-memory one (docs/decisions/keyring.md).

use std::{error::Error as _, sync::Arc};

use keyring_core::{CredentialStore, Entry, Error};
use zeroize::Zeroizing;

use crate::{Keyring, KeyringError, KeyringStatus};

/// How entries are named in the operating system's own viewer.
const SERVICE: &str = "Reseal";

/// The keyring of this machine, or the reason why there is none.
pub struct SystemKeyring {
    store: Result<Arc<CredentialStore>, String>,
}

impl SystemKeyring {
    /// Connects to the keyring of this machine. It never fails: a machine without one is told about
    /// by [`Keyring::status`], and every other call answers [`KeyringError::Unavailable`].
    #[must_use]
    pub fn open() -> Self {
        Self {
            store: platform_store().map_err(|error| error.to_string()),
        }
    }

    /// A keyring over a store that the caller chose.
    #[must_use]
    pub fn over(store: Arc<CredentialStore>) -> Self {
        Self { store: Ok(store) }
    }

    fn entry(&self, name: &str) -> Result<Entry, KeyringError> {
        match &self.store {
            Ok(store) => store.build(SERVICE, name, None).map_err(refused),
            Err(says) => Err(KeyringError::Unavailable { says: says.clone() }),
        }
    }

    fn try_canary(&self) -> Result<(), KeyringError> {
        let name = "v1/self-test";
        self.write(name, b"canary")?;
        let read = self.read(name)?;
        self.erase(name)?;
        if read.is_some_and(|read| *read == b"canary") {
            return Ok(());
        }
        Err(KeyringError::Unavailable {
            says: "it gave back something else".to_owned(),
        })
    }
}

impl Keyring for SystemKeyring {
    fn write(&self, name: &str, secret: &[u8]) -> Result<(), KeyringError> {
        self.entry(name)?.set_secret(secret).map_err(refused)
    }

    fn read(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, KeyringError> {
        match self.entry(name)?.get_secret() {
            Ok(secret) => Ok(Some(Zeroizing::new(secret))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(refused(error)),
        }
    }

    fn erase(&self, name: &str) -> Result<(), KeyringError> {
        match self.entry(name)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(refused(error)),
        }
    }

    fn status(&self) -> KeyringStatus {
        match self.try_canary() {
            Ok(()) => KeyringStatus {
                is_available: true,
                says: works(),
            },
            Err(error) => KeyringStatus {
                is_available: false,
                says: does_not_work(&error),
            },
        }
    }
}

/// A keyring that is locked is another thing than one that refuses.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the crate may tell more kinds of refusals apart; all of them are refusals here"
)]
fn refused(error: Error) -> KeyringError {
    match error {
        Error::NoStorageAccess(_) => KeyringError::Locked(error),
        other => KeyringError::Refused(other),
    }
}

fn works() -> String {
    format!("Passwords can be remembered in {NAME}.")
}

fn does_not_work(error: &KeyringError) -> String {
    let why = match (error, error.source()) {
        (KeyringError::Unavailable { says }, _) => says.clone(),
        (_, Some(cause)) => cause.to_string(),
        (_, None) => error.to_string(),
    };
    format!(
        "Passwords cannot be remembered here: {NAME} does not answer ({why}). \
         Everything else works; each password is asked for when it is needed."
    )
}

#[cfg(target_os = "linux")]
const NAME: &str = "the Secret Service of this desktop";
#[cfg(target_os = "macos")]
const NAME: &str = "the macOS Keychain";
#[cfg(windows)]
const NAME: &str = "Windows Credential Manager";

#[cfg(target_os = "linux")]
fn platform_store() -> Result<Arc<CredentialStore>, Error> {
    Ok(dbus_secret_service_keyring_store::Store::new()?)
}

#[cfg(target_os = "macos")]
fn platform_store() -> Result<Arc<CredentialStore>, Error> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

#[cfg(windows)]
fn platform_store() -> Result<Arc<CredentialStore>, Error> {
    Ok(windows_native_keyring_store::Store::new()?)
}
