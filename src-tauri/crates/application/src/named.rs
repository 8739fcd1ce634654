//! Sites that are named by their addresses, saved or not, and with what they are signed in to: the certificate each
//! must present, and an account.
//!
//! What was named and given comes first; saved sites, the records of runs and the keyring fill what is missing. A password from the keyring is used only under a certificate
//! that the saved site has been known by.

use std::path::{Path, PathBuf};

use appliance::{ApplianceAddress, Credential, SignIns};
use certificate::Thumbprint;
use ground::Surroundings;
use rotation::{Grade, Problem, SiteAccess, last_known};
use secrecy::SecretString;
use sites::{Account, Keyring as _, KeyringError, SavedSite, Sites, SystemKeyring, forget_refused};

mod checking;
mod resuming;

pub use checking::{Checked, check};
pub use resuming::{Cut, cut_off};

/// A site that is named, with the certificate it is known by if that is named too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Where it answers.
    pub address: ApplianceAddress,
    /// The thumbprint of its certificate.
    pub pin: Option<Thumbprint>,
}

/// The passwords that whoever names sites gives.
pub trait Given: Send + Sync {
    /// The account of a site and its password, as they were given beforehand.
    fn of(&self, address: &ApplianceAddress) -> Option<(Account, SecretString)>;

    /// The password of an account, typed now; nothing where nobody can be asked.
    fn typed(&self, user: &str, address: &ApplianceAddress) -> Option<SecretString>;
}

/// Why a site cannot be signed in to.
#[derive(Debug)]
pub enum NoAccess {
    /// Nobody said by which certificate it is known.
    NoThumbprint(ApplianceAddress),
    /// Nobody said with what to sign in.
    NoPassword(ApplianceAddress),
    /// The keyring did not tell the password that it keeps.
    Keyring(KeyringError),
    /// Anything else, in words.
    Other(Problem),
}

impl From<Problem> for NoAccess {
    fn from(problem: Problem) -> Self {
        Self::Other(problem)
    }
}

/// The saved sites and the passwords at hand.
pub struct Keys {
    home: PathBuf,
    given: Box<dyn Given>,
    sign_ins: SignIns,
}

impl Keys {
    /// What this folder has saved, and what was given.
    pub fn new(home: &Path, given: impl Given + 'static, surroundings: Surroundings) -> Self {
        Self {
            home: home.to_owned(),
            given: Box::new(given),
            sign_ins: SignIns::new(surroundings),
        }
    }

    /// Signs out everywhere when the command is done. A kept password that its site refused is kept no longer, or the
    /// next command would send it again.
    pub async fn left_after<T>(&self, command: impl Future<Output = T>) -> T {
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
    #[must_use]
    pub fn surroundings(&self) -> &Surroundings {
        self.sign_ins.surroundings()
    }

    /// The folder in which everything is kept.
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// The site that is saved at this address.
    pub fn saved(&self, named: &Named) -> Result<Option<SavedSite>, Problem> {
        let sites = Sites::open(&self.home).map_err(|error| Problem::from(&error))?;
        Ok(sites.at(&named.address).cloned())
    }

    /// With what to sign in at a site. A thumbprint that was named counts as pasted.
    pub async fn to(&self, named: &Named) -> Result<SiteAccess, NoAccess> {
        let saved = self.saved(named)?;
        let address = named.address.to_string();
        let unknown = || NoAccess::NoThumbprint(named.address.clone());
        let named_here = named.pin.map(|pin| (pin, Grade::E3));
        let (pin, grade) = named_here
            .or_else(|| saved.as_ref().map(|saved| (saved.pin, saved.grade)))
            .or_else(|| last_known(&self.home, &address))
            .ok_or_else(unknown)?;
        self.under(named, saved, pin, grade).await
    }

    /// The same for a site whose certificate and grade are known from a record.
    pub async fn again(
        &self,
        named: &Named,
        pin: Thumbprint,
        grade: Grade,
    ) -> Result<SiteAccess, NoAccess> {
        let saved = self.saved(named)?;
        self.under(named, saved, pin, grade).await
    }

    async fn under(
        &self,
        named: &Named,
        saved: Option<SavedSite>,
        pin: Thumbprint,
        grade: Grade,
    ) -> Result<SiteAccess, NoAccess> {
        let credential = match self.given.of(&named.address) {
            Some((account, password)) => account.credential(password),
            None => self.kept_or_typed(named, saved, &pin).await?,
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
    pub fn follow(&self, named: &Named, new: &Thumbprint) -> Result<(), Problem> {
        let Some(saved) = self.saved(named)? else {
            return Ok(());
        };
        let mut sites = Sites::open(&self.home).map_err(|error| Problem::from(&error))?;
        let now = self.surroundings().now();
        let followed = sites.update(&saved.id, |site| site.follow(new, now));
        followed.map(drop).map_err(|error| Problem::from(&error))
    }

    /// What the keyring keeps, or what is typed where it keeps nothing or does not answer.
    async fn kept_or_typed(
        &self,
        named: &Named,
        saved: Option<SavedSite>,
        pin: &Thumbprint,
    ) -> Result<Credential, NoAccess> {
        let account = saved.as_ref().map(|saved| saved.account.clone());
        let missing = match kept(saved, pin).await {
            Ok(Some(credential)) => return Ok(credential),
            Ok(None) => NoAccess::NoPassword(named.address.clone()),
            Err(error) => NoAccess::Keyring(error),
        };
        let account = account.unwrap_or(Account::Appliance);
        let typed = self.given.typed(account.user(), &named.address);
        typed
            .map(|password| account.credential(password))
            .ok_or(missing)
    }
}

/// What the keyring keeps for a saved site.
async fn kept(
    saved: Option<SavedSite>,
    pin: &Thumbprint,
) -> Result<Option<Credential>, KeyringError> {
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
    Ok(recalled?.map(|password| account.credential(password)))
}
