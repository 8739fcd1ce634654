//! What several services stand on.

use std::sync::Arc;

use ground::Surroundings;
use key_worker::Worker;

use crate::{
    checks::Checks,
    face::{Clipboard, FileDialog},
    notices::Notices,
    passwords::Passwords,
    practice::Practice,
    saved_sites::SavedSites,
    settings::Preferences,
};

/// Each of these is there once.
#[derive(Clone)]
pub(crate) struct Shared {
    pub(crate) surroundings: Surroundings,
    pub(crate) notices: Notices,
    pub(crate) settings: Arc<Preferences>,
    pub(crate) sites: Arc<SavedSites>,
    pub(crate) passwords: Arc<Passwords>,
    pub(crate) practice: Arc<Practice>,
    pub(crate) checks: Arc<Checks>,
    pub(crate) worker: Worker,
    pub(crate) dialogs: Arc<dyn FileDialog>,
    pub(crate) clipboard: Arc<dyn Clipboard>,
}
