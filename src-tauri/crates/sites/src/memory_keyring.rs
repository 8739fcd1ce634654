//! A keyring that forgets everything when the program ends: practice sites, "do not remember", tests.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::{
    Keyring, KeyringError, KeyringStatus, SavedSite,
    sealed::{seal, unseal},
};

/// Passwords in memory, sealed to their sites as in any keyring.
#[derive(Default)]
pub struct MemoryKeyring {
    kept: Mutex<HashMap<String, Zeroizing<Vec<u8>>>>,
}

impl Keyring for MemoryKeyring {
    fn keep(&self, site: &SavedSite, password: &SecretString) -> Result<(), KeyringError> {
        let sealed = seal(site, password)?;
        self.kept
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(site.id.clone(), sealed);
        Ok(())
    }

    fn recall(&self, site: &SavedSite) -> Result<Option<SecretString>, KeyringError> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(&site.id)
            .map(|sealed| unseal(site, sealed))
            .transpose()
    }

    fn forget(&self, site: &SavedSite) -> Result<(), KeyringError> {
        self.kept
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&site.id);
        Ok(())
    }

    fn status(&self) -> KeyringStatus {
        let says = "Passwords are held in memory and forgotten when Reseal is closed.".to_owned();
        KeyringStatus {
            is_available: false,
            says,
        }
    }
}
