//! With what a site is signed in to: the certificate it must present, and an account.
//!
//! What was named on the command line and given over standard input comes first; saved sites, the
//! records of runs and the keyring fill what is missing. A password from the keyring is used only under a certificate
//! that the saved site has been known by.

use std::path::{Path, PathBuf};

use appliance::{Credential, SignIns};
use certificate::Thumbprint;
use ground::Surroundings;
use rotation::{Grade, Problem, SiteAccess, last_known};
use sites::{Account, Keyring as _, SavedSite, Sites, SystemKeyring, forget_refused};

use crate::problems::{no_password, no_thumbprint, of_keyring};
use crate::prompt;
use crate::secrets::Secrets;
use crate::wish::Named;

/// The saved sites and the passwords at hand.
pub(crate) struct Keys {
    home: PathBuf,
    secrets: Secrets,
    sign_ins: SignIns,
}

impl Keys {
    /// What this folder has saved, and what was given.
    pub(crate) fn new(home: &Path, secrets: Secrets, surroundings: Surroundings) -> Self {
        Self {
            home: home.to_owned(),
            secrets,
            sign_ins: SignIns::new(surroundings),
        }
    }

    /// Signs out everywhere when the command is done. A kept password that its site refused is kept no longer, or the
    /// next command would send it again.
    pub(crate) async fn left_after<T>(&self, command: impl Future<Output = T>) -> T {
        let outcome = command.await;
        self.sign_ins.close().await;
        let (home, sign_ins) = (self.home.clone(), self.sign_ins.clone());
        let forgetting = tokio::task::spawn_blocking(move || {
            forget_refused(&home, &SystemKeyring::open(), &sign_ins)
        });
        // A list that cannot be written is told about by whatever is wanted of it next.
        drop(forgetting.await);
        outcome
    }

    /// The clock, the chance and the network by which sites are spoken to.
    pub(crate) fn surroundings(&self) -> &Surroundings {
        self.sign_ins.surroundings()
    }

    /// The folder in which everything is kept.
    pub(crate) fn home(&self) -> &Path {
        &self.home
    }

    /// What opens the file of a new certificate.
    pub(crate) fn of_bundle(&self) -> Vec<secrecy::SecretString> {
        self.secrets.opening()
    }

    /// The site that is saved at this address.
    pub(crate) fn saved(&self, named: &Named) -> Result<Option<SavedSite>, Problem> {
        let sites = Sites::open(&self.home).map_err(|error| Problem::from(&error))?;
        Ok(sites.at(&named.address).cloned())
    }

    /// With what to sign in at a site. A thumbprint that was named counts as pasted.
    pub(crate) async fn to(&self, named: &Named) -> Result<SiteAccess, Problem> {
        let saved = self.saved(named)?;
        let address = named.address.to_string();
        let named_here = named.pin.map(|pin| (pin, Grade::E3));
        let (pin, grade) = named_here
            .or_else(|| saved.as_ref().map(|saved| (saved.pin, saved.grade)))
            .or_else(|| last_known(&self.home, &address))
            .ok_or_else(|| no_thumbprint(&address))?;
        self.under(named, saved, pin, grade).await
    }

    /// The same for a site whose certificate and grade are known from a record.
    pub(crate) async fn again(
        &self,
        named: &Named,
        pin: Thumbprint,
        grade: Grade,
    ) -> Result<SiteAccess, Problem> {
        let saved = self.saved(named)?;
        self.under(named, saved, pin, grade).await
    }

    async fn under(
        &self,
        named: &Named,
        saved: Option<SavedSite>,
        pin: Thumbprint,
        grade: Grade,
    ) -> Result<SiteAccess, Problem> {
        let credential = match self.secrets.of(&named.address) {
            Some((account, password)) => account.credential(password.clone()),
            None => kept_or_typed(named, saved, &pin).await?,
        };
        Ok(SiteAccess {
            address: named.address.clone(),
            pin,
            grade,
            credential,
            sign_ins: self.sign_ins.clone(),
        })
    }

    /// Lets a saved site follow its replacement, so that the window finds it under its new
    /// certificate. A site that is not saved has nothing to follow.
    pub(crate) fn follow(&self, named: &Named, new: &Thumbprint) -> Result<(), Problem> {
        let Some(saved) = self.saved(named)? else {
            return Ok(());
        };
        let mut sites = Sites::open(&self.home).map_err(|error| Problem::from(&error))?;
        let now = self.surroundings().now();
        let followed = sites.update(&saved.id, |site| site.follow(new, now));
        followed.map(drop).map_err(|error| Problem::from(&error))
    }
}

/// What the keyring keeps, or what is typed where it keeps nothing or does not answer.
async fn kept_or_typed(
    named: &Named,
    saved: Option<SavedSite>,
    pin: &Thumbprint,
) -> Result<Credential, Problem> {
    let address = named.address.to_string();
    let account = saved.as_ref().map(|saved| saved.account.clone());
    let missing = match kept(saved, pin).await {
        Ok(Some(credential)) => return Ok(credential),
        Ok(None) => no_password(&address),
        Err(problem) => problem,
    };
    let account = account.unwrap_or(Account::Appliance);
    let typed = prompt::signing_in(account.user(), &address);
    typed
        .map(|password| account.credential(password))
        .ok_or(missing)
}

/// What the keyring keeps for a saved site.
async fn kept(saved: Option<SavedSite>, pin: &Thumbprint) -> Result<Option<Credential>, Problem> {
    let is_for_this = |saved: &SavedSite| saved.remember && saved.has_been_known_by(pin);
    let Some(saved) = saved.filter(is_for_this) else {
        return Ok(None);
    };
    let account = saved.account.clone();
    // A keyring may wait for a person who unlocks it.
    let asking = tokio::task::spawn_blocking(move || SystemKeyring::open().recall(&saved));
    let Ok(recalled) = asking.await else {
        return Ok(None);
    };
    let password = recalled.map_err(|error| of_keyring(&error))?;
    Ok(password.map(|password| account.credential(password)))
}
