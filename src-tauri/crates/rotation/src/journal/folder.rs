//! Where a run's files are, and who may read them: their owner alone.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::RunId;
use super::run_id::slug;

/// The files of one run.
#[derive(Debug, Clone)]
pub(super) struct Paths {
    folder: PathBuf,
    run: RunId,
}

impl Paths {
    pub(super) fn new(home: &Path, run: &RunId) -> Self {
        Self {
            folder: runs(home),
            run: run.clone(),
        }
    }

    /// The files of another run of the same folder.
    pub(super) fn of(&self, run: &RunId) -> Self {
        Self {
            folder: self.folder.clone(),
            run: run.clone(),
        }
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The journal itself.
    pub(super) fn journal(&self) -> PathBuf {
        self.with("jsonl")
    }

    /// The lock that is held while somebody works on the run.
    pub(super) fn lock(&self) -> PathBuf {
        self.with("lock")
    }

    /// The file whose existence forbids sending the guarded call again unasked.
    pub(super) fn guard(&self) -> PathBuf {
        self.with("guard")
    }

    /// The space that is given back when the disk is full.
    pub(super) fn ballast(&self) -> PathBuf {
        self.with("ballast")
    }

    /// The first free name for a copy of a torn journal.
    pub(super) fn torn(&self) -> PathBuf {
        (1..)
            .map(|n: u32| self.with(&format!("jsonl.torn-{n}")))
            .find(|path| !path.exists())
            .expect("a folder cannot hold four thousand million copies of one file")
    }

    /// What there is of the run beside its journal and its lock.
    pub(super) fn beside_the_journal(&self) -> io::Result<Vec<PathBuf>> {
        let of_run = format!("{}.", self.run);
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let is_of_run = entry
                .file_name()
                .to_str()
                .is_some_and(|name| name.starts_with(&of_run));
            found.extend(is_of_run.then(|| entry.path()));
        }
        found.retain(|path| *path != self.journal() && *path != self.lock());
        Ok(found)
    }

    fn with(&self, extension: &str) -> PathBuf {
        self.folder.join(format!("{}.{extension}", self.run))
    }
}

/// The folder of all journals.
pub(super) fn runs(home: &Path) -> PathBuf {
    home.join("runs")
}

/// The lock that allows one run at a time for a site's address.
pub(super) fn site_lock(home: &Path, address: &str) -> PathBuf {
    // The checksum keeps apart addresses whose readable part is the same.
    let sum = crc32fast::hash(address.as_bytes());
    runs(home).join(format!("site-{}-{sum:08x}.lock", slug(address)))
}

/// Every run that has a journal or a guard, newest first.
pub(super) fn list(home: &Path) -> io::Result<Vec<RunId>> {
    let entries = match fs::read_dir(runs(home)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut found = Vec::new();
    for entry in entries {
        let name = entry?.file_name();
        let stem = name.to_str().and_then(|name| {
            let stem = name.strip_suffix(".jsonl");
            stem.or_else(|| name.strip_suffix(".guard"))
        });
        found.extend(stem.and_then(|stem| stem.parse::<RunId>().ok()));
    }
    found.sort_unstable_by(|a, b| b.cmp(a));
    found.dedup();
    Ok(found)
}

/// Makes the folder of all journals, readable by its owner alone.
pub(super) fn prepare(home: &Path) -> io::Result<()> {
    private_files::use_folder(home)?;
    private_files::make_folder(&runs(home))
}

/// Options for a file that its owner alone may read.
pub(super) fn private() -> OpenOptions {
    let mut options = private_files::options();
    options.write(true);
    options
}

/// Makes the creation of a file in this folder durable. Windows has no such call and needs none.
pub(super) fn sync(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()
    } else {
        Ok(())
    }
}
