//! A home folder for one driven app, away from the one of the person who runs the tests.

use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// Folders below it, and the variable that tells a program of each.
const FOLDERS: [(&str, &str); 5] = [
    ("data", "XDG_DATA_HOME"),
    ("config", "XDG_CONFIG_HOME"),
    ("cache", "XDG_CACHE_HOME"),
    ("state", "XDG_STATE_HOME"),
    ("run", "XDG_RUNTIME_DIR"),
];

static MADE: AtomicU32 = AtomicU32::new(0);

/// A home folder. It is removed with the last clone.
#[derive(Debug, Clone)]
pub struct Home(Arc<Folder>);

#[derive(Debug)]
struct Folder(PathBuf);

impl Home {
    /// Makes an empty one; `name` tells people whose it is.
    pub fn new(name: &str) -> io::Result<Self> {
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let folder = format!("reseal-{name}-{}-{number}", std::process::id());
        let home = Folder(std::env::temp_dir().join(folder));
        for (folder, _) in FOLDERS {
            fs::create_dir_all(home.0.join(folder))?;
        }
        fs::set_permissions(home.0.join("run"), fs::Permissions::from_mode(0o700))?;
        Ok(Self(Arc::new(home)))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0.0
    }

    /// Where the app keeps its files: what it is given as `--state`.
    pub fn state(&self) -> PathBuf {
        self.path().join("state/reseal")
    }

    /// Makes `command` live here.
    pub fn house(&self, command: &mut Command) {
        command.env("HOME", self.path());
        for (folder, variable) in FOLDERS {
            command.env(variable, self.path().join(folder));
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that stays behind in the temporary folder harms nobody.
        drop(fs::remove_dir_all(&self.0));
    }
}
