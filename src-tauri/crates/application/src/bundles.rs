//! The files that were picked or dropped for a replacement: one offer at a time, held in memory.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
};

use requests::Reply;
use rotation::Replacement;
use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::{
    error::{Answer, Refusal},
    face::Face,
    files::{self, HeldFile, Offers, Opened, ask_password, new_token},
    locks::lock,
    requests::Waiting,
    shared::Shared,
    views::replace::BundleView,
};

mod promises;

pub(crate) use promises::view;

/// Files that were read, and the passwords for them once those were typed.
#[derive(Clone)]
struct HeldBundle {
    token: String,
    /// What was offered, and the key of the request that it answers.
    files: Vec<HeldFile>,
    /// What it answers.
    answered: Option<Reply>,
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

/// The files that are held for a replacement: one offer at a time.
pub struct Bundles {
    shared: Shared,
    held: Mutex<Option<HeldBundle>>,
    offers: Arc<Offers>,
    requests: Arc<Waiting>,
}

impl Bundles {
    /// Nothing is held yet.
    pub(crate) fn new(shared: Shared, offers: Arc<Offers>, requests: Arc<Waiting>) -> Self {
        Self {
            shared,
            held: Mutex::default(),
            offers,
            requests,
        }
    }

    /// Reads the files that are chosen in the native dialog; nothing when it was closed.
    pub async fn pick(&self, face: &dyn Face, site: &str) -> Answer<Option<BundleView>> {
        let folder = self.folder(site);
        let files = self.offers.chosen(folder.as_deref()).await?;
        if files.is_empty() {
            return Ok(None);
        }
        let token = self.hold(files);
        self.inspect(face, &token, site).await.map(Some)
    }

    /// Holds files in place of those before. The token names them from here on.
    fn hold(&self, files: Vec<HeldFile>) -> String {
        let token = new_token(&self.shared.surroundings);
        self.hold_as(&token, files);
        token
    }

    fn hold_as(&self, token: &str, files: Vec<HeldFile>) {
        *lock(&self.held) = Some(HeldBundle {
            token: token.to_owned(),
            files,
            answered: None,
            closed: None,
        });
    }

    /// Where the dialog opens: for a practice site, where the lab put the bundle for it.
    fn folder(&self, site: &str) -> Option<PathBuf> {
        let is_practice = self.shared.sites.find(site).is_ok_and(|site| site.practice);
        self.shared.practice.bundle_folder().filter(|_| is_practice)
    }

    /// Holds a keystore that was sealed in memory, with the password made for it.
    pub(crate) fn hold_sealed(&self, name: &str, bytes: Vec<u8>, password: SecretString) -> String {
        self.hold(vec![HeldFile {
            passwords: vec![password],
            ..HeldFile::new(name, Ok(Zeroizing::new(bytes)), &self.shared.surroundings)
        }])
    }

    /// The held files of this token. What was offered is taken here from then on.
    fn held(&self, token: &str) -> Answer<HeldBundle> {
        if let Some(files) = self.offers.take(token) {
            self.hold_as(token, files);
        }
        let held = lock(&self.held);
        held.as_ref()
            .filter(|held| held.token == token)
            .cloned()
            .ok_or_else(gone)
    }

    /// What the files are. Asks for a password where one is needed and none is held.
    pub async fn inspect(&self, face: &dyn Face, token: &str, site: &str) -> Answer<BundleView> {
        loop {
            let view = self.view(token, site).await?;
            // A password that is wrong is a problem: the person says when to try another.
            let must_ask = view.needs_password && view.problem.is_none();
            if !must_ask || !self.ask_for_password(face, token).await? {
                return Ok(view);
            }
        }
    }

    /// Asks for the password of the file that is closed and holds it; true when it was given.
    pub async fn ask_for_password(&self, face: &dyn Face, token: &str) -> Answer<bool> {
        let mut held = self.held(token)?;
        let name = &held.closed_file().ok_or_else(gone)?.name;
        let Some(given) = ask_password(face, name).await? else {
            return Ok(false);
        };
        self.change(token, |held| {
            if let Some(file) = held.closed_file() {
                file.take_password(given);
            }
        });
        Ok(true)
    }

    async fn view(&self, token: &str, site: &str) -> Answer<BundleView> {
        let (held, opened) = self.open(token).await?;
        let against = self.shared.checks.measure(site)?;
        let view = promises::of(&held, &opened, &against, self.shared.surroundings.now());
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
    async fn open(&self, token: &str) -> Answer<(HeldBundle, Opened)> {
        let held = self.held(token)?;
        let opened = files::open(&self.shared.worker, &held.files, &[]).await?;
        if held.answered.is_some() {
            return Ok((held, opened));
        }
        let replies = self.requests.replies_in(opened.together.as_ref())?;
        let mut keys = Vec::new();
        for reply in &replies {
            if let Reply::Answers { request, .. } = reply {
                keys.push(self.requests.key_of_request(request).await);
            }
        }
        if keys.is_empty() {
            return Ok((held, opened));
        }
        self.change(token, |held| {
            held.files.extend(keys);
            held.answered = replies.into_iter().next();
        });
        let held = self.held(token)?;
        let opened = files::open(&self.shared.worker, &held.files, &[]).await?;
        Ok((held, opened))
    }

    /// The replacement that the held files of this token make.
    pub(crate) async fn replacement(&self, token: &str) -> Answer<Replacement> {
        files::replacement(
            &self.shared.worker,
            &self.held(token)?.files,
            &self.shared.surroundings,
        )
        .await
    }

    /// Changes the held files, if they are still those of this token.
    fn change(&self, token: &str, change: impl FnOnce(&mut HeldBundle)) {
        let mut held = lock(&self.held);
        if let Some(held) = held.as_mut().filter(|held| held.token == token) {
            change(held);
        }
    }
}

fn gone() -> Refusal {
    Refusal::new(
        "bundle.gone",
        "This file is not held any more.",
        "Another file was read after it, or Reseal was started again. Nothing was changed at any site.",
        "Choose the file again.",
    )
}
