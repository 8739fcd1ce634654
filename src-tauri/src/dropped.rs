//! Files that people offer: dropped, chosen or pasted, on whatever screen. Each is read once and held in memory; its path
//! is forgotten, and a name that tries to look like another is shown with its tricks.

use std::{
    fs,
    io::{self, ErrorKind, Read as _},
    path::{Path, PathBuf},
};

use certificate::escaped;
use ground::Surroundings;
use message::Problem;
use rand::Rng as _;
use secrecy::SecretString;
use tauri::{AppHandle, Manager as _, Runtime};
use zeroize::Zeroizing;

use crate::{
    commands::{Answer, app::AppMessage},
    error::Refusal,
    secret_windows::{SecretPrompt, SecretWindows},
    state::{Shell, lock},
};

/// What stands in the place of a file's name.
const PASTED: &str = "Pasted text";

/// The most files that are taken at once: a folder of odd files, not a disk.
const MOST: usize = 50;

/// The most passwords that are tried at one file: that of the keystore and those of some keys.
const MOST_PASSWORDS: usize = 6;

/// No keystore of one certificate comes near this.
const LARGEST: u64 = 1024 * 1024;

/// One file that was offered.
#[derive(Clone)]
pub(crate) struct HeldFile {
    /// Names it in wishes.
    pub(crate) id: String,
    /// Its name without the folder, fit to be shown.
    pub(crate) name: String,
    /// What is in it, or why it could not be read.
    pub(crate) bytes: Result<Zeroizing<Vec<u8>>, Problem>,
    /// What was typed to open it, the last one first: what is inside may have a password of its own.
    pub(crate) passwords: Vec<SecretString>,
    /// The request whose key this is; a file that a person offered has none.
    pub(crate) request: Option<String>,
    /// It is opened even where it asks for more work than is done unasked.
    pub(crate) anyway: bool,
}

impl HeldFile {
    /// A file with this name.
    pub(crate) fn new(
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

/// Names files that are held, in commands.
pub(crate) fn new_token(surroundings: &Surroundings) -> String {
    format!("bundle-{:016x}", surroundings.chance().random::<u64>())
}

impl Shell {
    /// Takes what was dropped on the window and tells the window that it is there.
    pub(crate) fn take_drop(&self, paths: &[PathBuf]) {
        let files = read_all(paths, &self.surroundings);
        if !files.is_empty() {
            let token = self.offer(files);
            self.tell(AppMessage::Dropped { token });
        }
    }

    /// Takes the text on the clipboard as a file that was dropped.
    pub(crate) fn take_pasted(&self) -> Answer<String> {
        let text = self.clipboard.text()?;
        let bytes = Zeroizing::new(text.as_bytes().to_vec());
        Ok(self.offer(vec![HeldFile::new(PASTED, Ok(bytes), &self.surroundings)]))
    }

    /// Holds files for whichever screen takes them by this token.
    fn offer(&self, files: Vec<HeldFile>) -> String {
        let token = new_token(&self.surroundings);
        *lock(&self.waiting) = Some((token.clone(), files));
        token
    }

    /// What was offered under this token, if no screen has taken it yet. It has one holder from then on: what is
    /// put away there is gone.
    pub(crate) fn take_offered(&self, token: &str) -> Option<Vec<HeldFile>> {
        let offered = lock(&self.waiting).take_if(|(waiting, _)| waiting == token);
        offered.map(|(_, files)| files)
    }

    /// The files that a person chooses in the native dialog, which opens in `folder` if one is given.
    pub(crate) async fn chosen(&self, folder: Option<&Path>) -> Answer<Vec<HeldFile>> {
        let chosen = self.dialogs.pick_certificates(folder).await;
        let here = self.surroundings.clone();
        let reading = tauri::async_runtime::spawn_blocking(move || read_all(&chosen, &here));
        reading.await.map_err(|_| Refusal::bug())
    }

    /// Asks for the password of a file; nothing where the person gives none.
    pub(crate) async fn ask_for_file<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        name: &str,
    ) -> Answer<Option<SecretString>> {
        let looks = self.settings().looks();
        let windows = app.state::<SecretWindows>();
        windows.ask(app, prompt(name), looks).await
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

fn prompt(name: &str) -> SecretPrompt {
    let says = format!(
        "The password that opens {name}. It is used to read the file on this computer; it is neither kept \
         nor sent anywhere."
    );
    SecretPrompt::new(&format!("Password for {name}"), &says, name)
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
mod tests;
