//! The certificate bundle that was picked or dropped: one at a time, its bytes held in memory.

use std::{
    fs,
    io::{self, ErrorKind, Read as _},
    path::{Path, PathBuf},
};

use key_worker::OfferedFile;
use requests::Reply;
use rotation::Problem;
use secrecy::SecretString;
use tauri::{AppHandle, Manager as _, Runtime};
use zeroize::Zeroizing;

use crate::{
    commands::replace::BundleView,
    doctor::PASTED,
    dropped::HeldFile,
    error::Refusal,
    promises,
    secret_windows::{SecretPrompt, SecretWindows},
    state::{Shell, lock},
};

/// No keystore of one certificate comes near this.
const LARGEST: u64 = 1024 * 1024;

/// A file that was read, and the password for it once that was typed.
#[derive(Clone)]
pub(crate) struct HeldBundle {
    pub(crate) token: String,
    pub(crate) file_name: String,
    pub(crate) bytes: Zeroizing<Vec<u8>>,
    pub(crate) password: Option<SecretString>,
    /// The request that it answers, and the key that waited for it.
    pub(crate) answered: Option<(Reply, OfferedFile)>,
}

impl HeldBundle {
    /// The file as the child takes it, and the key of the request that it answers.
    pub(crate) fn offered(&self) -> Vec<OfferedFile> {
        let file = OfferedFile {
            bytes: self.bytes.clone(),
            password: self.password.clone(),
        };
        let key = self.answered.iter().map(|(_, key)| key.clone());
        std::iter::once(file).chain(key).collect()
    }

    /// The file as it is before anybody looked into it.
    pub(crate) fn just_read(&self) -> BundleView {
        BundleView {
            token: self.token.clone(),
            file_name: self.file_name.clone(),
            needs_password: false,
            answer: "The file was read and has not been looked into.".to_owned(),
            certificate: None,
            chain: Vec::new(),
            promises: Vec::new(),
            problem: None,
            acceptable: false,
        }
    }
}

impl Shell {
    /// Reads a file and holds it, in place of the one before. Its token names it from here on.
    pub(crate) fn hold_bundle(&self, path: &Path) -> Result<String, Refusal> {
        let file_name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let bytes = read(path).map_err(|error| Refusal::from(unreadable(&file_name, &error)))?;
        Ok(self.hold(file_name, bytes, None))
    }

    /// Holds what was pasted.
    pub(crate) fn hold_pasted(&self, bytes: Zeroizing<Vec<u8>>) -> String {
        self.hold(PASTED.to_owned(), bytes, None)
    }

    fn hold(
        &self,
        file_name: String,
        bytes: Zeroizing<Vec<u8>>,
        password: Option<SecretString>,
    ) -> String {
        let token = fresh_token();
        *lock(&self.bundle) = Some(HeldBundle {
            token: token.clone(),
            file_name,
            bytes,
            password,
            answered: None,
        });
        token
    }

    /// Where the dialog opens: for a practice site, where the lab put the bundle for it.
    pub(crate) fn bundle_folder(&self, site: &str) -> Option<PathBuf> {
        let is_practice = self.saved(site).is_ok_and(|site| site.practice);
        self.practice.bundle_folder().filter(|_| is_practice)
    }

    /// Holds a single file that was dropped, should it be meant for the screen Replace certificate. What
    /// was dropped has the token that this answers with, whether or not it can be used there.
    pub(crate) fn hold_for_replacement(&self, files: &[HeldFile]) -> String {
        let token = fresh_token();
        let held = match files {
            [
                HeldFile {
                    name,
                    bytes: Ok(bytes),
                    password,
                    ..
                },
            ] => Some(HeldBundle {
                token: token.clone(),
                file_name: name.clone(),
                bytes: bytes.clone(),
                password: password.clone(),
                answered: None,
            }),
            _ => None,
        };
        *lock(&self.bundle) = held;
        token
    }

    /// Holds a keystore that was sealed in memory, with the password made for it.
    pub(crate) fn hold_sealed(
        &self,
        file_name: String,
        bytes: Vec<u8>,
        password: SecretString,
    ) -> String {
        self.hold(file_name, Zeroizing::new(bytes), Some(password))
    }

    /// The held file of this token.
    pub(crate) fn held_bundle(&self, token: &str) -> Result<HeldBundle, Refusal> {
        let held = lock(&self.bundle);
        held.as_ref()
            .filter(|held| held.token == token)
            .cloned()
            .ok_or_else(|| self.not_held(token))
    }

    /// Why there is no single file of this token.
    fn not_held(&self, token: &str) -> Refusal {
        match &lock(&self.doctor).waiting {
            Some((waiting, files)) if waiting == token => match files.as_slice() {
                [
                    HeldFile {
                        bytes: Err(problem),
                        ..
                    },
                ] => Refusal::from(problem.clone()),
                _ => several(),
            },
            _ => gone(),
        }
    }

    /// What the file is. Asks for its password when it needs one and none is held.
    pub(crate) async fn inspect<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        token: &str,
        site: &str,
    ) -> Result<BundleView, Refusal> {
        let view = self.view_bundle(token, site).await?;
        let must_ask = view.needs_password && view.problem.is_none();
        if must_ask && self.ask_for_bundle(app, token).await? {
            return self.view_bundle(token, site).await;
        }
        Ok(view)
    }

    /// Asks for the password of a file and holds it; true when it was given.
    pub(crate) async fn ask_for_bundle<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        token: &str,
    ) -> Result<bool, Refusal> {
        let prompt = prompt(&self.held_bundle(token)?);
        let theme = self.settings().theme.of_frame();
        let given = app.state::<SecretWindows>().ask(app, prompt, theme).await?;
        let is_given = given.is_some();
        self.change_password(token, given);
        Ok(is_given)
    }

    async fn view_bundle(&self, token: &str, site: &str) -> Result<BundleView, Refusal> {
        let mut held = self.held_bundle(token)?;
        let against = self.measure(site)?;
        let mut opened = promises::open(&self.worker, &held).await?;
        if let Some(reply @ Reply::Answers { .. }) = self.reply_in(opened.together.as_ref())?
            && held.answered.is_none()
        {
            held = self.hold_key(token, reply).await?;
            opened = promises::open(&self.worker, &held).await?;
        }
        let view = promises::of(&held, opened, &against);
        if view.needs_password {
            // A password that does not open it is not tried again by itself.
            self.change_password(token, None);
        }
        Ok(view)
    }

    /// Holds the key of the request that the file answers.
    async fn hold_key(&self, token: &str, reply: Reply) -> Result<HeldBundle, Refusal> {
        if let Reply::Answers { request, .. } = &reply {
            let key = self.key_of_request(request, None).await?;
            if let Some(held) = &mut *lock(&self.bundle) {
                held.answered = Some((reply, key)).filter(|_| held.token == token);
            }
        }
        self.held_bundle(token)
    }

    /// Where the key of a request is there, it is what a password is asked for: its reply opened without.
    fn change_password(&self, token: &str, password: Option<SecretString>) {
        let mut held = lock(&self.bundle);
        match held.as_mut().filter(|held| held.token == token) {
            Some(HeldBundle {
                answered: Some((_, key)),
                ..
            }) => key.password = password,
            Some(held) => held.password = password,
            None => {}
        }
    }
}

fn fresh_token() -> String {
    format!("bundle-{:016x}", rand::random::<u64>())
}

pub(crate) fn read(path: &Path) -> io::Result<Zeroizing<Vec<u8>>> {
    if path.is_dir() {
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

fn prompt(held: &HeldBundle) -> SecretPrompt {
    SecretPrompt {
        title: format!("Password for {}", held.file_name),
        says: format!(
            "The password that opens {}. It is used to read the file on this computer; it is \
             neither kept nor sent anywhere.",
            held.file_name
        ),
        target: held.file_name.clone(),
    }
}

pub(crate) fn unreadable(name: &str, error: &io::Error) -> Problem {
    let is = |kind| error.kind() == kind;
    let (code, what) = if is(ErrorKind::NotFound) {
        ("bundle.missing", format!("{name} is not there."))
    } else if is(ErrorKind::IsADirectory) {
        ("bundle.folder", format!("{name} is a folder, not a file."))
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

fn several() -> Refusal {
    Refusal::of_window(
        "bundle.several",
        "Several files were dropped at once.",
        "None of them was taken, and nothing was changed at any site.",
        "Drop them on the screen Certificates: they are put together there, and used from there.",
    )
}

fn gone() -> Refusal {
    Refusal::of_window(
        "bundle.gone",
        "This file is not held any more.",
        "Another file was read after it, or Reseal was started again. Nothing was changed at any site.",
        "Choose the file again.",
    )
}
