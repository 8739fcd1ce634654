//! Files that people offer. Each is read once and held in memory; its path is forgotten, and a name that tries to
//! look like another is shown with its tricks.

use message::Problem;
use std::{
    fs,
    io::{self, ErrorKind, Read as _},
    path::{Path, PathBuf},
};

use certificate::escaped;
use ground::Surroundings;
use key_worker::OfferedFile;
use rand::Rng as _;
use secrecy::SecretString;
use zeroize::Zeroizing;

/// The most files that are taken at once: a folder of odd files, not a disk.
const MOST: usize = 50;

/// The most passwords that are tried at one file: that of the keystore and those of some keys.
const MOST_PASSWORDS: usize = 6;

/// No keystore of one certificate comes near this.
const LARGEST: u64 = 1024 * 1024;

/// One file that was offered.
#[derive(Clone)]
pub struct HeldFile {
    /// Names it in wishes.
    pub(crate) id: String,
    /// Its name without the folder, fit to be shown.
    pub name: String,
    /// What is in it, or why it could not be read.
    pub bytes: Result<Zeroizing<Vec<u8>>, Problem>,
    /// What was typed to open it, the last one first: what is inside may have a password of its own.
    pub passwords: Vec<SecretString>,
    /// The request whose key this is; a file that a person offered has none.
    pub(crate) request: Option<String>,
    /// It is opened even where it asks for more work than is done unasked.
    pub(crate) anyway: bool,
}

/// A file that no wish names.
impl From<OfferedFile> for HeldFile {
    fn from(file: OfferedFile) -> Self {
        Self {
            id: String::new(),
            name: file.name,
            bytes: Ok(file.bytes),
            passwords: file.passwords,
            request: None,
            anyway: false,
        }
    }
}

impl HeldFile {
    /// A file with this name.
    #[must_use]
    pub fn new(
        name: &str,
        bytes: Result<Zeroizing<Vec<u8>>, Problem>,
        surroundings: &Surroundings,
    ) -> Self {
        Self {
            id: format!("file-{:016x}", surroundings.chance().random::<u64>()),
            name: escaped(name),
            bytes,
            passwords: Vec::new(),
            request: None,
            anyway: false,
        }
    }

    /// Tries this password too, beside those before it: each key in a keystore may have its own.
    pub(crate) fn take_password(&mut self, typed: SecretString) {
        self.passwords.insert(0, typed);
        self.passwords.truncate(MOST_PASSWORDS);
    }

    fn at(path: &Path, surroundings: &Surroundings) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let bytes = read(path);
        let bytes = bytes.map_err(|error| unreadable(&escaped(&name), &error));
        Self::new(&name, bytes, surroundings)
    }
}

/// Reads every file of `paths`; of a folder the files in it, not those in folders below.
pub(crate) fn read_all(paths: &[PathBuf], surroundings: &Surroundings) -> Vec<HeldFile> {
    let mut found: Vec<PathBuf> = Vec::new();
    for path in paths {
        match files_of(path) {
            Ok(files) if !files.is_empty() => found.extend(files),
            // A file, or a folder with nothing to read in it: that is told.
            Ok(_) | Err(_) => found.push(path.clone()),
        }
    }
    let too_many = found.len().saturating_sub(MOST);
    let mut files: Vec<HeldFile> = found
        .iter()
        .take(MOST)
        .map(|path| HeldFile::at(path, surroundings))
        .collect();
    if too_many > 0 {
        files.push(left_out(too_many, surroundings));
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

fn read(path: &Path) -> io::Result<Zeroizing<Vec<u8>>> {
    if path.is_dir() {
        fs::read_dir(path)?;
        return Err(ErrorKind::IsADirectory.into());
    }
    let mut file = fs::File::open(path)?;
    let size = file.metadata()?.len();
    if size > LARGEST {
        return Err(ErrorKind::FileTooLarge.into());
    }
    let room = usize::try_from(size).unwrap_or_default().saturating_add(1);
    let mut bytes = Zeroizing::new(Vec::with_capacity(room));
    // The size that was told is no promise: a pipe tells none, a file may grow.
    file.by_ref().take(LARGEST).read_to_end(&mut bytes)?;
    if bytes.is_empty() {
        return Err(ErrorKind::UnexpectedEof.into());
    }
    Ok(bytes)
}

fn unreadable(name: &str, error: &io::Error) -> Problem {
    let is = |kind| error.kind() == kind;
    let (code, what) = if is(ErrorKind::NotFound) {
        ("bundle.missing", format!("{name} is not there."))
    } else if is(ErrorKind::IsADirectory) {
        let what = format!("There is no file in the folder {name}.");
        ("bundle.folder", what)
    } else if is(ErrorKind::FileTooLarge) {
        ("bundle.too_large", format!("{name} is larger than 1 MiB."))
    } else if is(ErrorKind::UnexpectedEof) {
        ("bundle.empty", format!("{name} is empty."))
    } else {
        ("bundle.unreadable", format!("{name} could not be read."))
    };
    let meaning = "No certificate was read from it, and nothing was changed at any site.";
    let todo = "Choose the file that holds the certificate, its chain and its private key.";
    Problem::new(code, what, meaning, todo).quoting(&error.to_string())
}

fn left_out(count: usize, surroundings: &Surroundings) -> HeldFile {
    let problem = Problem::new(
        "bundle.too_many",
        format!("{count} more files were left out: {MOST} are read at once."),
        "Nothing was read from them.",
        "Put some of these files away and drop the others.",
    );
    HeldFile::new(&format!("{count} more files"), Err(problem), surroundings)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
