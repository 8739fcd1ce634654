//! What the app holds while it runs: one [`Shell`], managed by Tauri, shared by all commands.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, Mutex},
};

use appliance::SignIns;
use ground::{Instant, Surroundings};
use key_worker::Worker;
use secrecy::SecretString;
use sites::{Document, Keyring, MemoryKeyring, SavedSite, Sites};
use tauri::ipc::Channel;

pub(crate) use crate::locks::lock;
use crate::{
    bundle::HeldBundle,
    clipboard::Clipboard,
    commands::app::{AppMessage, AppState, KeyringView, SavedReport},
    doctor::Held,
    dropped::HeldFile,
    error::Refusal,
    file_dialog::FileDialog,
    lab::Practice,
    plans::Shown,
    runs::Runs,
    settings::{self, Settings},
    survey::Seen,
    surveys::Surveys,
};
use requests::Requests;

/// Everything the app holds. It keeps no rule of its own: it remembers and passes on.
pub struct Shell {
    pub(crate) surroundings: Surroundings,
    pub(crate) system: Arc<dyn Keyring>,
    pub(crate) memory: Arc<MemoryKeyring>,
    pub(crate) sign_ins: SignIns,
    pub(crate) worker: Worker,
    pub(crate) dialogs: Box<dyn FileDialog>,
    pub(crate) runs: Runs,
    pub(crate) practice: Practice,
    /// What was dropped or pasted and no screen has taken yet, by its token.
    pub(crate) waiting: Mutex<Option<(String, Vec<HeldFile>)>>,
    pub(crate) bundle: Mutex<Option<HeldBundle>>,
    pub(crate) doctor: Mutex<Held>,
    pub(crate) requests: Requests,
    pub(crate) clipboard: Box<dyn Clipboard>,
    pub(crate) on_clipboard: Mutex<Option<SecretString>>,
    pub(crate) shown: Shown,
    pub(crate) surveys: Surveys,
    pub(crate) started: Instant,
    /// Reports that were saved by themselves.
    pub(crate) reports: Mutex<Vec<SavedReport>>,
    sites: Mutex<Result<Sites, Refusal>>,
    seen: Mutex<HashMap<String, Seen>>,
    settings: Mutex<Settings>,
    settings_file: Document<Settings>,
    keyring: Mutex<KeyringView>,
    watcher: Mutex<Option<Channel<AppMessage>>>,
}

/// What the app gets from outside; tests hand in their own.
pub struct FromOutside {
    /// The clock, the chance and the network.
    pub surroundings: Surroundings,
    /// The state folder.
    pub home: PathBuf,
    /// The keyring of the operating system.
    pub keyring: Arc<dyn Keyring>,
    /// Who opens files with private keys.
    pub worker: Worker,
    /// The file dialogs.
    pub dialogs: Box<dyn FileDialog>,
    /// The clipboard.
    pub clipboard: Box<dyn Clipboard>,
    /// When the process began.
    pub started: Instant,
}

impl Shell {
    /// Opens what is kept in the state folder. What cannot be opened is told about later, by the
    /// command that needs it: a window with a clear problem beats no window.
    #[must_use]
    pub fn open(outside: FromOutside) -> Self {
        let FromOutside {
            surroundings,
            home,
            keyring,
            worker,
            dialogs,
            clipboard,
            started,
        } = outside;
        let settings_file = settings::file(&home);
        let settings = settings_file
            .open()
            .map(|opened| opened.content)
            .unwrap_or_default();
        let practice = Practice::new(&home);
        Self {
            runs: Runs::new(&home, practice.folder(), &surroundings),
            practice,
            sites: Mutex::new(Sites::open(&home).map_err(Refusal::from)),
            requests: Requests::new(&home, Arc::clone(&keyring)),
            system: keyring,
            memory: Arc::default(),
            sign_ins: SignIns::new(surroundings.clone()),
            worker,
            dialogs,
            waiting: Mutex::default(),
            bundle: Mutex::default(),
            doctor: Mutex::default(),
            clipboard,
            on_clipboard: Mutex::default(),
            shown: Shown::default(),
            surveys: Surveys::open(&home),
            started,
            reports: Mutex::default(),
            seen: Mutex::default(),
            settings: Mutex::new(settings),
            settings_file,
            keyring: Mutex::new(KeyringView::not_asked_yet()),
            watcher: Mutex::default(),
            surroundings,
        }
    }

    /// Does something with the saved sites, if they could be opened.
    pub(crate) fn sites<T, E: Into<Refusal>>(
        &self,
        with: impl FnOnce(&mut Sites) -> Result<T, E>,
    ) -> Result<T, Refusal> {
        match &mut *lock(&self.sites) {
            Ok(sites) => with(sites).map_err(Into::into),
            Err(refusal) => Err(refusal.clone()),
        }
    }

    /// One saved site.
    pub(crate) fn saved(&self, id: &str) -> Result<SavedSite, Refusal> {
        self.sites(|sites| sites.find(id).cloned())
    }

    /// Every saved site.
    pub(crate) fn all_sites(&self) -> Result<Vec<SavedSite>, Refusal> {
        self.sites(|sites| Ok::<_, Refusal>(sites.list().cloned().collect()))
    }

    /// What the last check of a site found, as long as the app runs.
    pub(crate) fn last_seen(&self, id: &str) -> Option<Seen> {
        lock(&self.seen).get(id).cloned()
    }

    /// Remembers what a check found; nothing forgets.
    pub(crate) fn remember_seen(&self, id: &str, seen: Option<Seen>) {
        match seen {
            Some(seen) => lock(&self.seen).insert(id.to_owned(), seen),
            None => lock(&self.seen).remove(id),
        };
    }

    /// The settings as they are.
    pub fn settings(&self) -> Settings {
        lock(&self.settings).clone()
    }

    /// Writes the settings.
    pub(crate) fn change_settings(&self, wanted: Settings) -> Result<Settings, Refusal> {
        let settings = settings::save(&self.settings_file, wanted)?;
        lock(&self.settings).clone_from(&settings);
        self.tell_state();
        Ok(settings)
    }

    /// Asks the keyring how it is. This may wait for the desktop: never call it on an async thread.
    pub(crate) fn ask_keyring(&self) {
        let status = self.system.status();
        *lock(&self.keyring) = status.into();
        self.tell_state();
    }

    /// Everything that every screen may need.
    pub(crate) fn snapshot(&self) -> AppState {
        AppState {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            platform: std::env::consts::OS.to_owned(),
            keyring: lock(&self.keyring).clone(),
            lab: self.practice.view(),
            open_runs: self.runs.open(),
            saved_reports: lock(&self.reports).clone(),
            settings: self.settings(),
        }
    }

    /// From here on this channel is told; the page that had the one before is gone.
    pub(crate) fn watch(&self, channel: Channel<AppMessage>) {
        *lock(&self.watcher) = Some(channel);
        self.tell_state();
    }

    /// The app ends: nobody stays signed in, and a secret that was put on the clipboard does not stay on it.
    pub async fn leave(&self) {
        if let Some(secret) = lock(&self.on_clipboard).take() {
            // Something else may be there by now, or nothing: both are as well.
            drop(self.clipboard.take_off(&secret));
        }
        self.sign_ins.close().await;
    }

    /// Tells the window how things are.
    pub(crate) fn tell_state(&self) {
        self.tell(AppMessage::State {
            state: Box::new(self.snapshot()),
        });
    }

    /// Tells the window of something that no command was waiting for.
    pub(crate) fn tell_problem(&self, refusal: &Refusal) {
        self.tell(AppMessage::Problem {
            problem: refusal.problem().clone(),
        });
    }

    /// Tells the window something.
    pub(crate) fn tell(&self, message: AppMessage) {
        if let Some(channel) = &*lock(&self.watcher) {
            // A window that is closing asks again when it opens.
            drop(channel.send(message));
        }
    }
}
