//! The files that were picked or dropped for a replacement: one offer at a time, held in memory.

use std::path::PathBuf;

use requests::Reply;
use secrecy::SecretString;
use tauri::{AppHandle, Runtime};
use zeroize::Zeroizing;

use crate::{
    commands::replace::BundleView,
    dropped::{HeldFile, new_token},
    error::Refusal,
    opening::{self, Opened},
    promises,
    state::{Shell, lock},
};

/// Files that were read, and the passwords for them once those were typed.
#[derive(Clone)]
pub(crate) struct HeldBundle {
    pub(crate) token: String,
    /// What was offered, and the key of the request that it answers.
    pub(crate) files: Vec<HeldFile>,
    /// What it answers.
    pub(crate) answered: Option<Reply>,
    /// The file whose password is the next to be typed.
    closed: Option<String>,
}

impl HeldBundle {
    /// The name of the file, or how many there are.
    pub(crate) fn name(&self) -> String {
        let offered = self.files.iter().filter(|file| file.request.is_none());
        match offered.collect::<Vec<_>>().as_slice() {
            [one] => one.name.clone(),
            several => format!("{} files", several.len()),
        }
    }

    /// The files as they are before anybody looked into them.
    pub(crate) fn just_read(&self) -> BundleView {
        BundleView {
            token: self.token.clone(),
            file_name: self.name(),
            needs_password: false,
            answer: "The file was read and has not been looked into.".to_owned(),
            certificate: None,
            chain: Vec::new(),
            promises: Vec::new(),
            problem: None,
            acceptable: false,
        }
    }

    fn closed_file(&mut self) -> Option<&mut HeldFile> {
        let closed = self.closed.as_ref()?;
        self.files.iter_mut().find(|file| file.id == *closed)
    }
}

impl Shell {
    /// Holds files in place of those before. The token names them from here on.
    pub(crate) fn hold_bundle(&self, files: Vec<HeldFile>) -> String {
        let token = new_token(&self.surroundings);
        self.hold_as(&token, files);
        token
    }

    fn hold_as(&self, token: &str, files: Vec<HeldFile>) {
        *lock(&self.bundle) = Some(HeldBundle {
            token: token.to_owned(),
            files,
            answered: None,
            closed: None,
        });
    }

    /// Where the dialog opens: for a practice site, where the lab put the bundle for it.
    pub(crate) fn bundle_folder(&self, site: &str) -> Option<PathBuf> {
        let is_practice = self.saved(site).is_ok_and(|site| site.practice);
        self.practice.bundle_folder().filter(|_| is_practice)
    }

    /// Holds a keystore that was sealed in memory, with the password made for it.
    pub(crate) fn hold_sealed(&self, name: &str, bytes: Vec<u8>, password: SecretString) -> String {
        self.hold_bundle(vec![HeldFile {
            passwords: vec![password],
            ..HeldFile::new(name, Ok(Zeroizing::new(bytes)), &self.surroundings)
        }])
    }

    /// The held files of this token. What was offered is taken here from then on.
    pub(crate) fn held_bundle(&self, token: &str) -> Result<HeldBundle, Refusal> {
        if let Some(files) = self.take_offered(token) {
            self.hold_as(token, files);
        }
        let held = lock(&self.bundle);
        held.as_ref()
            .filter(|held| held.token == token)
            .cloned()
            .ok_or_else(gone)
    }

    /// What the files are. Asks for a password where one is needed and none is held.
    pub(crate) async fn inspect<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        token: &str,
        site: &str,
    ) -> Result<BundleView, Refusal> {
        loop {
            let view = self.view_bundle(token, site).await?;
            // A password that is wrong is a problem: the person says when to try another.
            let must_ask = view.needs_password && view.problem.is_none();
            if !must_ask || !self.ask_for_bundle(app, token).await? {
                return Ok(view);
            }
        }
    }

    /// Asks for the password of the file that is closed and holds it; true when it was given.
    pub(crate) async fn ask_for_bundle<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        token: &str,
    ) -> Result<bool, Refusal> {
        let mut held = self.held_bundle(token)?;
        let name = &held.closed_file().ok_or_else(gone)?.name;
        let Some(given) = self.ask_for_file(app, name).await? else {
            return Ok(false);
        };
        self.change(token, |held| {
            if let Some(file) = held.closed_file() {
                file.take_password(given);
            }
        });
        Ok(true)
    }

    async fn view_bundle(&self, token: &str, site: &str) -> Result<BundleView, Refusal> {
        let (held, opened) = self.open_bundle(token).await?;
        let against = self.measure(site)?;
        let view = promises::of(&held, &opened, &against, self.surroundings.now());
        let closed = promises::in_the_way(&held, &opened).filter(|_| view.needs_password);
        self.change(token, |held| {
            held.closed = closed.map(|(file, _)| file.id.clone());
            let is_wrong = closed.is_some_and(|(_, facts)| !facts.is_half_open());
            if let Some(file) = held.closed_file().filter(|_| is_wrong) {
                // A password that does not open it is not tried again by itself.
                file.passwords.clear();
            }
        });
        Ok(view)
    }

    /// What is in the files, together with the key of the request that they answer.
    async fn open_bundle(&self, token: &str) -> Result<(HeldBundle, Opened), Refusal> {
        let held = self.held_bundle(token)?;
        let opened = opening::open(&self.worker, &held.files, &[]).await?;
        if held.answered.is_some() {
            return Ok((held, opened));
        }
        let replies = self.replies_in(opened.together.as_ref())?;
        let mut keys = Vec::new();
        for reply in &replies {
            if let Reply::Answers { request, .. } = reply {
                keys.push(self.key_of_request(request).await);
            }
        }
        if keys.is_empty() {
            return Ok((held, opened));
        }
        self.change(token, |held| {
            held.files.extend(keys);
            held.answered = replies.into_iter().next();
        });
        let held = self.held_bundle(token)?;
        let opened = opening::open(&self.worker, &held.files, &[]).await?;
        Ok((held, opened))
    }

    /// Changes the held files, if they are still those of this token.
    fn change(&self, token: &str, change: impl FnOnce(&mut HeldBundle)) {
        let mut held = lock(&self.bundle);
        if let Some(held) = held.as_mut().filter(|held| held.token == token) {
            change(held);
        }
    }
}

fn gone() -> Refusal {
    Refusal::of_window(
        "bundle.gone",
        "This file is not held any more.",
        "Another file was read after it, or Reseal was started again. Nothing was changed at any site.",
        "Choose the file again.",
    )
}
