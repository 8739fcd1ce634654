//! The list of saved sites, which several services look into.

use crate::error::told;
use std::{path::Path, sync::Mutex};

use appliance::ApplianceAddress;
use rotation::{Problem, verdict::Verdict};
use sites::{LastCheck, SavedSite, Sites};
use time::OffsetDateTime;

use crate::{
    cards,
    error::{Answer, Refusal},
    locks::lock,
};

/// The saved sites of a state folder. Where they could not be opened, whoever needs them is told why.
pub struct SavedSites(Mutex<Answer<Sites>>);

impl SavedSites {
    /// Those of this state folder.
    pub(crate) fn open(home: &Path) -> Self {
        Self(Mutex::new(Sites::open(home).map_err(Refusal::from)))
    }

    /// Does something with the list.
    pub(crate) fn with<T, E: Into<Refusal>>(
        &self,
        with: impl FnOnce(&mut Sites) -> Result<T, E>,
    ) -> Answer<T> {
        match &mut *lock(&self.0) {
            Ok(sites) => with(sites).map_err(Into::into),
            Err(refusal) => Err(refusal.clone()),
        }
    }

    /// One of them.
    pub fn find(&self, id: &str) -> Answer<SavedSite> {
        self.with(|sites| sites.find(id).cloned())
    }

    /// All of them.
    pub fn all(&self) -> Answer<Vec<SavedSite>> {
        self.with(|sites| Ok::<_, Refusal>(sites.list().cloned().collect()))
    }

    /// The one at this address.
    pub(crate) fn at(&self, address: &ApplianceAddress) -> Answer<Option<SavedSite>> {
        let mut all = self.all()?.into_iter();
        Ok(all.find(|site| site.address == *address))
    }

    /// Changes one of them.
    pub(crate) fn update(
        &self,
        id: &str,
        change: impl FnOnce(&mut SavedSite),
    ) -> Answer<SavedSite> {
        self.with(|sites| sites.update(id, change))
    }

    /// The other saved sites of the same world as this one: practice or real.
    pub(crate) fn companions(&self, of: &SavedSite) -> Answer<Vec<SavedSite>> {
        let is_companion = |site: &SavedSite| site.id != of.id && site.practice == of.practice;
        Ok(self.all()?.into_iter().filter(is_companion).collect())
    }

    /// Writes beside a site why nobody could sign in there.
    pub(crate) fn note_failed(
        &self,
        site: &SavedSite,
        problem: &Problem,
        now: OffsetDateTime,
    ) -> Answer<SavedSite> {
        let check = failed_check(problem, now);
        self.update(&site.id, |site| site.last_check = Some(check))
    }
}

fn failed_check(problem: &Problem, now: OffsetDateTime) -> LastCheck {
    LastCheck {
        at: now,
        version: None,
        verdict: cards::word(Verdict::Unknown),
        says: "Could not be checked".to_owned(),
        attention: Some(told(problem)),
    }
}
