//! The certificate doctor: what a person wishes on the screen Certificates, and what is held for it.

use std::sync::{Arc, Mutex};

use certificate::{BundleError, Options};
use key_worker::Worker;
use requests::Reply;
use secrecy::SecretString;

mod choosing;
mod comparing;
mod completing;
mod files;
mod making;
mod mending;
mod replying;
mod ticket;
mod view;

use comparing::Wire;
use making::Made;

use crate::{
    bundles::Bundles,
    error::{Answer, Refusal},
    face::Face,
    files::{self as offered_files, Added, HeldFile, Offers, Opened, Way, ask_password},
    locks::lock,
    requests::Waiting,
    shared::Shared,
    views::certificates::{DoctorView, DoctorWish, FileView},
};

/// Everything that the screen holds between two wishes.
#[derive(Default)]
struct Held {
    files: Vec<HeldFile>,
    /// Issuers that were added to complete the chain.
    added: Vec<Added>,
    opened: Opened,
    /// The entry that was chosen where there are several, by its thumbprint.
    entry: Option<String>,
    /// The site that the certificate is meant for.
    meant_for: Option<String>,
    /// What the certificates are to the requests that wait.
    replies: Vec<Reply>,
    /// What is compared with what.
    compared: Option<(String, String)>,
    wire: Wire,
    made: Option<Made>,
}

/// What is known of the files on the screen Certificates, and what is made of them.
pub struct Doctor {
    shared: Shared,
    held: Mutex<Held>,
    on_clipboard: Mutex<Option<SecretString>>,
    offers: Arc<Offers>,
    requests: Arc<Waiting>,
    bundles: Arc<Bundles>,
}

impl Doctor {
    /// Nothing is held yet.
    pub(crate) fn new(
        shared: Shared,
        offers: Arc<Offers>,
        requests: Arc<Waiting>,
        bundles: Arc<Bundles>,
    ) -> Self {
        Self {
            shared,
            held: Mutex::default(),
            on_clipboard: Mutex::default(),
            offers,
            requests,
            bundles,
        }
    }

    /// Does what is wished and answers with everything on the screen.
    pub async fn ask(&self, face: &dyn Face, wish: DoctorWish) -> Answer<DoctorView> {
        let mut handed_over = None;
        match wish {
            DoctorWish::Look => {}
            DoctorWish::Browse => self.browse().await?,
            DoctorWish::Take { token } => self.take(&token).await?,
            DoctorWish::Password { file } => self.type_password(face, &file).await?,
            DoctorWish::OpenAnyway { file } => self.open_anyway(&file).await?,
            DoctorWish::Remove { file } => self.keep_only(|held| held.id != file).await?,
            DoctorWish::Clear => self.keep_only(|_| false).await?,
            DoctorWish::Choose { entry } => self.choose(entry).await?,
            DoctorWish::MeantFor { site } => lock(&self.held).meant_for = site,
            DoctorWish::CompleteFromMachine => self.complete(face, Way::Machine).await?,
            DoctorWish::CompleteFromAddress => self.complete(face, Way::Address).await?,
            DoctorWish::Compare { one, other } => self.compare(one, other).await?,
            DoctorWish::Make { form, typed } => self.make(face, form.into(), typed).await?,
            DoctorWish::CopyPassword => self.copy_password().await?,
            DoctorWish::Use => handed_over = Some(self.hand_over().await?),
        }
        let view = self.view()?;
        Ok(DoctorView {
            handed_over,
            ..view
        })
    }

    async fn browse(&self) -> Answer<()> {
        match self.offers.chosen(None).await? {
            files if files.is_empty() => Ok(()),
            files => self.add(files).await,
        }
    }

    async fn take(&self, token: &str) -> Answer<()> {
        match self.offers.take(token) {
            Some(files) => self.add(files).await,
            // A page that was reloaded asks again for what it has been given already.
            None => Ok(()),
        }
    }

    async fn type_password(&self, face: &dyn Face, file: &str) -> Answer<()> {
        let name = {
            let held = lock(&self.held);
            let found = held.files.iter().find(|held| held.id == file);
            found.map(|held| held.name.clone()).ok_or_else(gone)?
        };
        let Some(password) = ask_password(face, &name).await? else {
            return Ok(());
        };
        for held in &mut lock(&self.held).files {
            if held.id == file {
                held.take_password(password.clone());
            }
        }
        self.open_all().await
    }

    async fn open_anyway(&self, file: &str) -> Answer<()> {
        for held in &mut lock(&self.held).files {
            held.anyway |= held.id == file;
        }
        self.open_all().await
    }

    async fn add(&self, files: Vec<HeldFile>) -> Answer<()> {
        {
            let mut held = lock(&self.held);
            held.files.extend(files);
            held.made = None;
        }
        self.open_all().await
    }

    async fn keep_only(&self, stays: impl Fn(&HeldFile) -> bool) -> Answer<()> {
        {
            let mut held = lock(&self.held);
            // The key of a request stays as long as its reply; it comes back with that by itself.
            held.files
                .retain(|file| file.request.is_none() && stays(file));
            held.made = None;
            if held.files.is_empty() {
                held.added.clear();
                held.compared = None;
            }
        }
        self.open_all().await
    }

    /// The files and issuers that are held, and a worker that may take as long as was agreed for them.
    fn at_hand(&self) -> (Worker, Vec<HeldFile>, Vec<Added>) {
        let held = lock(&self.held);
        (
            self.shared
                .worker
                .clone()
                .allowing(held.options())
                .choosing(held.entry.clone()),
            held.files.clone(),
            held.added.clone(),
        )
    }

    /// Opens all files anew, together. Keys and certificates find each other across files, and a reply
    /// finds the key of its request.
    async fn open_all(&self) -> Answer<()> {
        self.open_held().await?;
        if self.choice_is_gone() {
            self.open_held().await?;
        }
        if self.hold_keys_of_requests().await? {
            self.open_held().await?;
        }
        Ok(())
    }

    /// Makes one of several entries the one that is meant.
    async fn choose(&self, entry: String) -> Answer<()> {
        {
            let mut held = lock(&self.held);
            held.entry = Some(entry);
            held.made = None;
        }
        self.open_all().await
    }

    /// Forgets the choice where the file with that entry was put away; true where it did.
    fn choice_is_gone(&self) -> bool {
        let mut held = lock(&self.held);
        let is_gone = matches!(held.opened.problem, Some(BundleError::NoSuchEntry { .. }));
        if is_gone || held.opened.entries.is_empty() {
            held.entry = None;
        }
        is_gone
    }

    async fn open_held(&self) -> Answer<()> {
        let (worker, files, added) = self.at_hand();
        let ids = ids(&files);
        let opened = offered_files::open(&worker, &files, &added).await?;
        let mut held = lock(&self.held);
        // Files that came or went meanwhile have an opening of their own under way.
        if ids == self::ids(&held.files) {
            held.opened = opened;
        }
        Ok(())
    }
}

impl Held {
    /// How much work opening may take: what is allowed unasked, or what somebody asked for.
    fn options(&self) -> Options {
        if self.files.iter().any(|file| file.anyway) {
            Options::patient()
        } else {
            Options::default()
        }
    }

    fn file_views(&self) -> Vec<FileView> {
        let opened = self.files.iter().zip(&self.opened.files);
        opened
            .map(|(file, facts)| files::view(file, facts))
            .collect()
    }
}

fn ids(files: &[HeldFile]) -> Vec<String> {
    files.iter().map(|file| file.id.clone()).collect()
}

fn gone() -> Refusal {
    Refusal::new(
        "doctor.gone",
        "This file is not held any more.",
        "It was put away, or Reseal was started again.",
        "Drop the file again.",
    )
}
