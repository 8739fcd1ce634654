//! An application without a face, in a folder of its own.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use application::{
    Application, Chosen, ChosenSeveral, Clipboard, ClipboardError, FileDialog, Machine,
};
use ground::Surroundings;
use key_worker::Worker;
use secrecy::SecretString;
use sites::MemoryKeyring;
use zeroize::Zeroizing;

/// An application over this state folder, of somebody who chooses no file and has nothing on the clipboard.
pub(crate) fn application(home: &Path) -> Application {
    Application::open(Machine {
        surroundings: Surroundings::of_this_machine(),
        home: home.to_owned(),
        keyring: Arc::new(MemoryKeyring::default()),
        worker: Worker::of("nothing is opened here", Surroundings::of_this_machine()),
        dialogs: Arc::new(Nobody),
        clipboard: Arc::new(Nobody),
    })
}

struct Nobody;

fn nowhere() -> Chosen<'static> {
    Box::pin(async { None::<PathBuf> })
}

impl FileDialog for Nobody {
    fn pick_certificates(&self, _folder: Option<&Path>) -> ChosenSeveral<'_> {
        Box::pin(async { Vec::new() })
    }

    fn save_keystore(&self, _name: &str) -> Chosen<'_> {
        nowhere()
    }

    fn save_request(&self, _name: &str) -> Chosen<'_> {
        nowhere()
    }

    fn pick_reports_folder(&self) -> Chosen<'_> {
        nowhere()
    }

    fn save_report(&self, _name: &str) -> Chosen<'_> {
        nowhere()
    }
}

impl Clipboard for Nobody {
    fn text(&self) -> Result<Zeroizing<String>, ClipboardError> {
        Err(ClipboardError::NoText)
    }

    fn put(&self, _secret: &SecretString) -> Result<(), ClipboardError> {
        Ok(())
    }

    fn take_off(&self, _secret: &SecretString) -> Result<(), ClipboardError> {
        Ok(())
    }
}

/// A folder of a test's own, removed at its end.
pub(crate) struct Home(pub(crate) PathBuf);

impl Home {
    /// A new one of this name.
    pub(crate) fn new(name: &str) -> Self {
        let home = std::env::temp_dir().join(format!("reseal-own-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&home).unwrap();
        Self(home)
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}
