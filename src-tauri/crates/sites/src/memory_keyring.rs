//! A keyring that forgets everything when the program ends: practice sites, "do not remember", tests.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use zeroize::Zeroizing;

use crate::{Keyring, KeyringError, KeyringStatus};

/// Secrets in memory; passwords are sealed to their sites as in any keyring.
#[derive(Default)]
pub struct MemoryKeyring {
    kept: Mutex<HashMap<String, Zeroizing<Vec<u8>>>>,
}

impl MemoryKeyring {
    fn kept(&self) -> MutexGuard<'_, HashMap<String, Zeroizing<Vec<u8>>>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Keyring for MemoryKeyring {
    fn write(&self, name: &str, secret: &[u8]) -> Result<(), KeyringError> {
        let secret = Zeroizing::new(secret.to_vec());
        self.kept().insert(name.to_owned(), secret);
        Ok(())
    }

    fn read(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, KeyringError> {
        Ok(self.kept().get(name).cloned())
    }

    fn erase(&self, name: &str) -> Result<(), KeyringError> {
        self.kept().remove(name);
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
