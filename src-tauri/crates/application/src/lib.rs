//! What the program does, whoever asks: one service a subject, each with its own state alone, and the views that
//! faces show. There is no window here and no terminal.

use std::{path::PathBuf, sync::Arc};

use ground::Surroundings;
use key_worker::Worker;
use sites::Keyring;

mod adding;
mod bundles;
mod cards;
mod checks;
mod doctor;
mod error;
mod evidence;
mod face;
pub mod files;
mod following;
mod lab;
mod locks;
pub mod logging;
mod looking;
pub mod named;
mod notices;
mod passwords;
mod plans;
mod practice;
mod reports;
mod requests;
mod rows;
mod runs;
mod saved_sites;
mod saving;
mod settings;
mod shared;
pub mod views;

pub use adding::Adding;
pub use bundles::Bundles;
pub use checks::Checks;
pub use doctor::Doctor;
pub use error::{Answer, Refusal};
pub use face::{
    Agreed, Agrees, Asking, Chosen, ChosenSeveral, Clipboard, ClipboardError, Confirmation, Face,
    Fact, FileDialog, SecretPrompt, TitledCertificate, parse_thumbprint,
};
pub use lab::Lab;
pub use locks::lock;
pub use notices::{Notice, Notices};
pub use passwords::Passwords;
pub use plans::Plans;
pub use practice::Practice;
pub use reports::Reports;
pub use requests::Waiting;
pub use runs::{Onlooker, Runs};
pub use saved_sites::SavedSites;
pub use settings::{Preferences, Settings, SettingsChange, Theme};

use files::Offers;
use following::Following;
use shared::Shared;
use views::app::AppState;

/// This computer, as far as the application uses it; tests hand in their own.
pub struct Machine {
    /// The clock, the chance and the network.
    pub surroundings: Surroundings,
    /// The state folder.
    pub home: PathBuf,
    /// The keyring of the operating system.
    pub keyring: Arc<dyn Keyring>,
    /// Who opens files with private keys.
    pub worker: Worker,
    /// The file dialogs.
    pub dialogs: Arc<dyn FileDialog>,
    /// The clipboard.
    pub clipboard: Arc<dyn Clipboard>,
}

/// Every service over one state folder. It has no rule of its own.
pub struct Application {
    shared: Shared,
    /// Adding a site.
    pub adding: Adding,
    /// Files that were offered.
    pub offers: Arc<Offers>,
    /// Requests that wait for a reply.
    pub requests: Arc<Waiting>,
    /// Files for a replacement.
    pub bundles: Arc<Bundles>,
    /// Files that are looked into.
    pub doctor: Doctor,
    /// Runs.
    pub runs: Arc<Runs>,
    /// Their reports.
    pub reports: Arc<Reports>,
    /// Plans, and going on with runs.
    pub plans: Plans,
    /// Starting and stopping the practice lab.
    pub lab: Lab,
}

impl Application {
    /// Opens what is kept in the state folder. What cannot be opened is told about later, by the
    /// command that needs it: a window with a clear problem beats no window.
    #[must_use]
    pub fn open(machine: Machine) -> Self {
        let (home, keyring) = (machine.home.clone(), Arc::clone(&machine.keyring));
        let shared = shared(machine);
        let waiting = ::requests::Requests::new(&home, keyring);
        let offers = Arc::new(Offers::new(shared.clone()));
        let requests = Arc::new(Waiting::new(shared.clone(), waiting));
        let bundles = Bundles::new(shared.clone(), Arc::clone(&offers), Arc::clone(&requests));
        let bundles = Arc::new(bundles);
        let runs = Arc::new(Runs::new(
            &home,
            shared.practice.folder(),
            &shared.surroundings,
        ));
        let reports = Arc::new(Reports::new(shared.clone(), Arc::clone(&runs)));
        let following = Following::new(shared.clone(), Arc::clone(&runs), Arc::clone(&reports));
        Self {
            adding: Adding::new(shared.clone()),
            doctor: Doctor::new(
                shared.clone(),
                Arc::clone(&offers),
                Arc::clone(&requests),
                Arc::clone(&bundles),
            ),
            plans: Plans::new(
                shared.clone(),
                Arc::clone(&bundles),
                Arc::clone(&runs),
                Arc::new(following),
            ),
            lab: Lab::new(shared.clone()),
            offers,
            requests,
            bundles,
            runs,
            reports,
            shared,
        }
    }

    /// The clock, the chance and the network.
    #[must_use]
    pub const fn surroundings(&self) -> &Surroundings {
        &self.shared.surroundings
    }

    /// What a face is told without asking.
    #[must_use]
    pub const fn notices(&self) -> &Notices {
        &self.shared.notices
    }

    /// The settings.
    #[must_use]
    pub fn settings(&self) -> &Preferences {
        &self.shared.settings
    }

    /// The list of saved sites.
    #[must_use]
    pub fn sites(&self) -> &SavedSites {
        &self.shared.sites
    }

    /// Their passwords.
    #[must_use]
    pub fn passwords(&self) -> &Passwords {
        &self.shared.passwords
    }

    /// What is known of them.
    #[must_use]
    pub fn checks(&self) -> &Checks {
        &self.shared.checks
    }

    /// Who opens files with private keys.
    #[must_use]
    pub const fn worker(&self) -> &Worker {
        &self.shared.worker
    }

    /// The clipboard.
    #[must_use]
    pub fn clipboard(&self) -> &dyn Clipboard {
        &*self.shared.clipboard
    }

    /// Everything that every screen may need.
    #[must_use]
    pub fn snapshot(&self) -> AppState {
        AppState {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            platform: std::env::consts::OS.to_owned(),
            keyring: self.shared.passwords.keyring(),
            lab: self.shared.practice.view(),
            open_runs: self.runs.open(),
            saved_reports: self.reports.kept(),
            settings: self.shared.settings.now(),
        }
    }

    /// The application ends: nobody stays signed in, and a secret that was put on the clipboard does not stay on
    /// it.
    pub async fn leave(&self) {
        self.doctor.leave();
        self.shared.passwords.sign_out().await;
    }
}

fn shared(machine: Machine) -> Shared {
    let (home, notices) = (machine.home, Notices::default());
    let here = machine.surroundings;
    let settings = Preferences::open(&home, Arc::clone(&machine.dialogs), notices.clone());
    let practice = Arc::new(Practice::new(&home));
    let sites = Arc::new(SavedSites::open(&home));
    let passwords = Passwords::new(machine.keyring, Arc::clone(&sites), notices.clone(), &here);
    let passwords = Arc::new(passwords);
    let checks = Checks::open(
        &home,
        Arc::clone(&sites),
        Arc::clone(&passwords),
        Arc::clone(&practice),
        notices.clone(),
        &here,
    );
    Shared {
        surroundings: here,
        notices,
        settings: Arc::new(settings),
        sites,
        passwords,
        practice,
        checks: Arc::new(checks),
        worker: machine.worker,
        dialogs: machine.dialogs,
        clipboard: machine.clipboard,
    }
}
