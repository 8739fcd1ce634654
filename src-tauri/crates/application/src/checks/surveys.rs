//! What the last check of each saved site found, kept across starts: the pins that sites told vouch
//! for certificates that are seen later, elsewhere.

use std::{collections::BTreeMap, path::Path, sync::Mutex};

use sites::{Document, DocumentError, SavedSite};
use trust::Snapshot;

use crate::locks::lock;

/// The format of `surveys.json` that is written here.
const VERSION: u32 = 1;

/// The last survey of each site, by the site's identity.
type Kept = BTreeMap<String, Snapshot>;

/// The last surveys: a file like the list of sites, and what is known of it.
pub(crate) struct Surveys {
    file: Document<Kept>,
    kept: Mutex<Kept>,
}

impl Surveys {
    /// Those of this state folder. A file that cannot be read vouches for nothing and is left as it is.
    pub(crate) fn open(home: &Path) -> Self {
        let file = Document::new(home, "surveys.json", VERSION);
        let kept = file.open().map(|opened| opened.content);
        let kept = Mutex::new(kept.unwrap_or_default());
        Self { file, kept }
    }

    /// What the last check of a site found.
    pub(crate) fn of(&self, id: &str) -> Option<Snapshot> {
        lock(&self.kept).get(id).cloned()
    }

    /// Keeps what a check found. What practice sites told goes with them.
    pub(crate) fn keep(&self, site: &SavedSite, found: Snapshot) -> Result<(), DocumentError> {
        lock(&self.kept).insert(site.id.clone(), found.clone());
        if site.practice {
            return Ok(());
        }
        self.change(|kept| drop(kept.insert(site.id.clone(), found)))
    }

    /// Forgets what a site told.
    pub(crate) fn forget(&self, site: &SavedSite) -> Result<(), DocumentError> {
        lock(&self.kept).remove(&site.id);
        if site.practice {
            return Ok(());
        }
        self.change(|kept| drop(kept.remove(&site.id)))
    }

    fn change(&self, change: impl FnOnce(&mut Kept)) -> Result<(), DocumentError> {
        let changed = self.file.change(|kept| {
            change(kept);
            Ok::<_, DocumentError>(())
        });
        changed.map(drop)
    }
}
