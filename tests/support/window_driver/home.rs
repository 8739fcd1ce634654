//! A home folder for one driven app, away from the one of the person who runs the tests.

use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
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

/// A home folder. It is removed with the value.
#[derive(Debug)]
pub struct Home(PathBuf);

impl Home {
    /// Makes an empty one; `name` tells people whose it is.
    pub fn new(name: &str) -> io::Result<Self> {
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let folder = format!("reseal-{name}-{}-{number}", std::process::id());
        let home = Self(std::env::temp_dir().join(folder));
        for (folder, _) in FOLDERS {
            fs::create_dir_all(home.0.join(folder))?;
        }
        fs::set_permissions(home.0.join("run"), fs::Permissions::from_mode(0o700))?;
        Ok(home)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Where the app keeps its files: what it is given as `--state`.
    pub fn state(&self) -> PathBuf {
        self.0.join("state/reseal")
    }

    /// Makes `command` live here.
    pub fn house(&self, command: &mut Command) {
        command.env("HOME", &self.0);
        for (folder, variable) in FOLDERS {
            command.env(variable, self.0.join(folder));
        }
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        // A folder that stays behind in the temporary folder harms nobody.
        drop(fs::remove_dir_all(&self.0));
    }
}
