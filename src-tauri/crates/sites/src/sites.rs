//! The list of saved sites.

use std::path::Path;

use appliance::ApplianceAddress;
use serde::{Deserialize, Serialize};

use crate::{Document, DocumentError, SavedSite};

/// The format of `sites.json` that is written here.
const VERSION: u32 = 1;

/// The saved sites, and beside them the practice sites of a lab, which no file keeps.
#[derive(Debug)]
pub struct Sites {
    document: Document<Stored>,
    saved: Vec<SavedSite>,
    practice: Vec<SavedSite>,
    from_previous: bool,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Stored {
    sites: Vec<SavedSite>,
}

/// Why the list could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum SitesError {
    /// The file.
    #[error("failed to use the list of saved sites")]
    File(#[from] DocumentError),
    /// No such site; it may have been forgotten in another window or by the command line.
    #[error("no site with the identity {id} is saved")]
    NotSaved {
        /// The identity asked for.
        id: String,
    },
    /// The address is taken by a saved site.
    #[error("{address} is already saved as {name}")]
    AlreadySaved {
        /// The address.
        address: ApplianceAddress,
        /// The site that has it.
        name: String,
    },
}

impl Sites {
    /// Opens the list in the state folder; no file means no sites.
    ///
    /// # Errors
    /// When the file is damaged in both generations, unreadable, or of a newer version.
    pub fn open(home: &Path) -> Result<Self, SitesError> {
        let document = Document::<Stored>::new(home, "sites.json", VERSION);
        let opened = document.open()?;
        let (saved, practice) = (opened.content.sites, Vec::new());
        Ok(Self {
            document,
            saved,
            practice,
            from_previous: opened.from_previous,
        })
    }

    /// The newest file was damaged, so the last change to the list may be missing.
    #[must_use]
    pub const fn is_from_previous_generation(&self) -> bool {
        self.from_previous
    }

    /// Every site, practice sites first.
    pub fn list(&self) -> impl Iterator<Item = &SavedSite> {
        self.practice.iter().chain(&self.saved)
    }

    /// The site with this identity.
    ///
    /// # Errors
    /// When none is saved under it.
    pub fn find(&self, id: &str) -> Result<&SavedSite, SitesError> {
        let found = self.list().find(|site| site.id == id);
        found.ok_or_else(|| SitesError::NotSaved { id: id.to_owned() })
    }

    /// The site at this address.
    #[must_use]
    pub fn at(&self, address: &ApplianceAddress) -> Option<&SavedSite> {
        self.list().find(|site| site.address == *address)
    }

    /// Adds a site.
    ///
    /// # Errors
    /// When the address is taken or the file cannot be written.
    pub fn add(&mut self, site: SavedSite) -> Result<(), SitesError> {
        if let Some(known) = self.at(&site.address) {
            return Err(taken(known));
        }
        if site.practice {
            self.practice.push(site);
            return Ok(());
        }
        self.change(
            |saved| match saved.iter().find(|known| known.address == site.address) {
                Some(known) => Err(taken(known)),
                None => {
                    saved.push(site);
                    Ok(())
                }
            },
        )
    }

    /// Changes one site and returns it as it then is.
    ///
    /// # Errors
    /// When it is not saved or the file cannot be written.
    pub fn update(
        &mut self,
        id: &str,
        change: impl FnOnce(&mut SavedSite),
    ) -> Result<SavedSite, SitesError> {
        if let Some(site) = self.practice.iter_mut().find(|site| site.id == id) {
            change(site);
            return Ok(site.clone());
        }
        let absent = || SitesError::NotSaved { id: id.to_owned() };
        self.change(|saved| {
            change(
                saved
                    .iter_mut()
                    .find(|site| site.id == id)
                    .ok_or_else(absent)?,
            );
            Ok(())
        })?;
        self.find(id).cloned()
    }

    /// Forgets a site and returns what it was; its password is the caller's to forget.
    ///
    /// # Errors
    /// When it is not saved or the file cannot be written.
    pub fn forget(&mut self, id: &str) -> Result<SavedSite, SitesError> {
        let site = self.find(id)?.clone();
        self.practice.retain(|practice| practice.id != id);
        if !site.practice {
            self.change(|saved| {
                saved.retain(|kept| kept.id != id);
                Ok(())
            })?;
        }
        Ok(site)
    }

    /// Drops every practice site: the lab they lived in is gone.
    pub fn forget_practice(&mut self) {
        self.practice.clear();
    }

    /// Reads the file again: the command line may have changed it.
    fn change(
        &mut self,
        change: impl FnOnce(&mut Vec<SavedSite>) -> Result<(), SitesError>,
    ) -> Result<(), SitesError> {
        self.saved = self
            .document
            .change(|stored| change(&mut stored.sites))?
            .sites;
        self.from_previous = false;
        Ok(())
    }
}

fn taken(known: &SavedSite) -> SitesError {
    SitesError::AlreadySaved {
        address: known.address.clone(),
        name: known.name.clone(),
    }
}
