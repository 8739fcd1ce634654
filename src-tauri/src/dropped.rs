//! Files that people offer: dropped, chosen or pasted. Each is read once and held in memory; its path
//! is forgotten, and a name that tries to look like another is shown with its tricks.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use certificate::escaped;
use rotation::Problem;
use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::{bundle, commands::app::AppMessage, state::Shell, state::lock};

/// The most files that are taken at once: a folder of odd files, not a disk.
const MOST: usize = 50;

/// One file that was offered.
#[derive(Clone)]
pub(crate) struct HeldFile {
    /// Names it in wishes.
    pub(crate) id: String,
    /// Its name without the folder, fit to be shown.
    pub(crate) name: String,
    /// What is in it, or why it could not be read.
    pub(crate) bytes: Result<Zeroizing<Vec<u8>>, Problem>,
    /// The password for it, once that was typed.
    pub(crate) password: Option<SecretString>,
    /// The request whose key this is; a file that a person offered has none.
    pub(crate) request: Option<String>,
    /// It is opened even where it asks for more work than is done unasked.
    pub(crate) anyway: bool,
}

impl HeldFile {
    /// A file with this name.
    pub(crate) fn new(name: &str, bytes: Result<Zeroizing<Vec<u8>>, Problem>) -> Self {
        Self {
            id: format!("file-{:016x}", rand::random::<u64>()),
            name: escaped(name),
            bytes,
            password: None,
            request: None,
            anyway: false,
        }
    }

    fn at(path: &Path) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let bytes = bundle::read(path);
        let bytes = bytes.map_err(|error| bundle::unreadable(&escaped(&name), &error));
        Self::new(&name, bytes)
    }
}

impl Shell {
    /// Takes what was dropped on the window and tells the window that it is there.
    pub(crate) fn take_drop(&self, paths: &[PathBuf]) {
        let files = read_all(paths);
        if files.is_empty() {
            return;
        }
        let token = self.hold_for_replacement(&files);
        lock(&self.doctor).waiting = Some((token.clone(), files));
        self.tell(AppMessage::Dropped { token });
    }
}

/// Reads every file of `paths`; of a folder the files in it, not those in folders below.
pub(crate) fn read_all(paths: &[PathBuf]) -> Vec<HeldFile> {
    let mut found: Vec<PathBuf> = Vec::new();
    for path in paths {
        match files_of(path) {
            Ok(files) if path.is_dir() => found.extend(files),
            Ok(_) | Err(_) => found.push(path.clone()),
        }
    }
    let too_many = found.len().saturating_sub(MOST);
    let mut files: Vec<HeldFile> = found
        .iter()
        .take(MOST)
        .map(|path| HeldFile::at(path))
        .collect();
    if too_many > 0 {
        files.push(left_out(too_many));
    }
    files
}

/// The files of a folder by their names, without hidden ones; nothing where it is none.
fn files_of(folder: &Path) -> io::Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let is_hidden = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default();
        name.to_string_lossy().starts_with('.')
    };
    let entries = fs::read_dir(folder)?.filter_map(Result::ok);
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.is_file() && !is_hidden(path))
        .collect();
    files.sort();
    Ok(files)
}

fn left_out(count: usize) -> HeldFile {
    let problem = Problem::new(
        "bundle.too_many",
        format!("{count} more files were left out: {MOST} are read at once."),
        "Nothing was read from them.",
        "Put some of these files away and drop the others.",
    );
    HeldFile::new(&format!("{count} more files"), Err(problem))
}

#[cfg(test)]
mod tests;
