//! Passwords of sites: asked for, held in memory, kept in the keyring; and who is signed in with them.

use message::message;
use std::sync::{Arc, Mutex};

use appliance::{Credential, Limits, Session, SignInError, SignIns};
use certificate::ascii_password;
use ground::Surroundings;
use rotation::{Problem, SiteAccess};
use secrecy::{ExposeSecret as _, SecretString};
use sites::{Keyring, KeyringError, MemoryKeyring, SavedSite, is_refused};

use crate::{
    error::{Answer, Refusal},
    face::{Face, SecretPrompt},
    locks::lock,
    notices::Notices,
    saved_sites::SavedSites,
    views::app::KeyringView,
};

/// The passwords of sites, and the sessions that they opened.
pub struct Passwords {
    system: Arc<dyn Keyring>,
    memory: MemoryKeyring,
    sign_ins: SignIns,
    keyring: Mutex<KeyringView>,
    sites: Arc<SavedSites>,
    notices: Notices,
    surroundings: Surroundings,
}

impl Passwords {
    /// None is at hand yet but those in this keyring, which was not asked yet.
    pub(crate) fn new(
        system: Arc<dyn Keyring>,
        sites: Arc<SavedSites>,
        notices: Notices,
        surroundings: &Surroundings,
    ) -> Self {
        Self {
            system,
            memory: MemoryKeyring::default(),
            sign_ins: SignIns::new(surroundings.clone()),
            keyring: Mutex::new(KeyringView::not_asked_yet()),
            sites,
            notices,
            surroundings: surroundings.clone(),
        }
    }

    /// How the keyring was when it was asked.
    #[must_use]
    pub fn keyring(&self) -> KeyringView {
        lock(&self.keyring).clone()
    }

    /// Asks the keyring how it is. This may wait for the desktop: never call it on an async thread.
    pub fn ask_keyring(&self) {
        let status = self.system.status();
        *lock(&self.keyring) = status.into();
        self.notices.changed();
    }

    /// Forgets every password that its site refuses, as soon as that is known, for as long as it is waited for.
    pub async fn forget_as_they_are_refused(&self) {
        loop {
            self.sign_ins.refusal().await;
            // A keyring that does not let a password go keeps it from being read as well.
            drop(self.forget_refused().await);
        }
    }

    /// Nobody stays signed in.
    pub(crate) async fn sign_out(&self) {
        self.sign_ins.close().await;
    }

    /// With what to sign in at a saved site, if its password is at hand.
    pub(crate) async fn credential(&self, site: &SavedSite) -> Answer<Credential> {
        match self.of(site).await? {
            Some(password) => Ok(site.account.credential(password)),
            None => Err(password_needed(site)),
        }
    }

    /// A saved site with what signs in there, if that is at hand.
    pub(crate) async fn access(&self, site: &SavedSite) -> Answer<SiteAccess> {
        Ok(site.access(self.credential(site).await?, &self.sign_ins))
    }

    /// The session at a site, which everybody shares.
    pub(crate) async fn sign_in(&self, site: &SavedSite) -> Answer<Arc<Session>> {
        let session = self.access(site).await?.sign_in(Limits::usual()).await;
        session.map_err(|error| Refusal::from(error.problem(&site.name)))
    }

    /// Holds a password that is known to be right until the application ends.
    pub(crate) fn hold(&self, site: &SavedSite, password: &SecretString) -> Answer<()> {
        Ok(self.memory.keep(site, password)?)
    }

    /// Lets go of a password that is held.
    pub(crate) fn let_go(&self, site: &SavedSite) -> Answer<()> {
        Ok(self.memory.forget(site)?)
    }

    /// Asks for a site's password and holds it; true when it was given.
    pub async fn ask_for_site(&self, face: &dyn Face, id: &str, remember: bool) -> Answer<bool> {
        let site = self.sites.find(id)?;
        let prompt = SecretPrompt::of_site(&site, remember, self.surroundings.now());
        let Some(password) = face.secret(prompt).await? else {
            return Ok(false);
        };
        self.take_typed(site, password, remember).await?;
        Ok(true)
    }

    /// Takes a password that a person typed for a site: it is sent there, and kept only where the site takes it. Where
    /// the site cannot be asked, as in the middle of a restart, it is held until Reseal is closed.
    async fn take_typed(
        &self,
        site: SavedSite,
        password: SecretString,
        remember: bool,
    ) -> Answer<()> {
        let credential = site.account.credential(password.clone());
        self.sign_ins.typed_anew(&site.address, &credential);
        let access = site.access(credential, &self.sign_ins);
        let outcome = match access.sign_in(Limits::usual()).await {
            Ok(_) => self.keep_or_forget(site, password, remember).await,
            Err(error) if error.is_refusal() => {
                let problem = not_kept(&site, &error);
                self.sites
                    .note_failed(&site, &problem, self.surroundings.now())?;
                Err(Refusal::from(problem))
            }
            Err(error) => {
                self.memory.keep(&site, &password)?;
                self.notices
                    .problem(&Refusal::from(not_proven(&site, &error)));
                Ok(())
            }
        };
        self.notices.changed();
        outcome
    }

    /// Forgets the passwords that their sites refused: they are not sent again before somebody types them anew, by
    /// this process or by any other.
    pub(crate) async fn forget_refused(&self) -> Answer<()> {
        let sites = self.sites.all()?.into_iter();
        for site in sites.filter(|site| self.sign_ins.has_refused_at(&site.address)) {
            if is_refused(&self.memory, &site, &self.sign_ins) {
                self.memory.forget(&site)?;
            }
            let (kept, sign_ins) = (site.clone(), self.sign_ins.clone());
            let is_kept = site.remember
                && self
                    .with_keyring(move |keyring| Ok(is_refused(keyring, &kept, &sign_ins)))
                    .await?;
            if is_kept {
                let id = site.id.clone();
                self.with_keyring(move |keyring| keyring.forget(&site))
                    .await?;
                self.sites.update(&id, |site| site.remember = false)?;
            }
        }
        self.notices.changed();
        Ok(())
    }

    /// The password of a site, if it is at hand: held in memory, else kept in the keyring.
    async fn of(&self, site: &SavedSite) -> Answer<Option<SecretString>> {
        if let Some(held) = self.memory.recall(site)? {
            return Ok(Some(held));
        }
        if !site.remember {
            return Ok(None);
        }
        let wanted = site.clone();
        let kept = self
            .with_keyring(move |keyring| keyring.recall(&wanted))
            .await?;
        if let Some(password) = &kept {
            self.memory.keep(site, password)?;
        }
        Ok(kept)
    }

    /// True when a sign-in needs no question, as far as can be told without asking the keyring.
    pub fn can_sign_in(&self, site: &SavedSite) -> bool {
        site.remember || self.memory.recall(site).is_ok_and(|held| held.is_some())
    }

    /// Forgets a site's password everywhere.
    pub(crate) async fn forget(&self, site: SavedSite) -> Answer<()> {
        self.memory.forget(&site)?;
        if site.remember {
            self.with_keyring(move |keyring| keyring.forget(&site))
                .await?;
        }
        Ok(())
    }

    /// A keyring that refuses takes nothing away: the password is held in memory all the same, and
    /// the window is told.
    async fn keep_or_forget(
        &self,
        site: SavedSite,
        password: SecretString,
        remember: bool,
    ) -> Answer<()> {
        self.memory.keep(&site, &password)?;
        let (id, was_kept) = (site.id.clone(), site.remember);
        let wants_keyring = remember && !site.practice;
        let outcome = match (wants_keyring, was_kept) {
            (true, _) => {
                self.with_keyring(move |keyring| keyring.keep(&site, &password))
                    .await
            }
            (false, true) => {
                self.with_keyring(move |keyring| keyring.forget(&site))
                    .await
            }
            (false, false) => return Ok(()),
        };
        let is_kept = wants_keyring && outcome.is_ok();
        self.sites.update(&id, |site| site.remember = is_kept)?;
        if let Err(refusal) = outcome {
            self.notices.problem(&refusal);
        }
        Ok(())
    }

    async fn with_keyring<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&dyn Keyring) -> Result<T, KeyringError> + Send + 'static,
    ) -> Answer<T> {
        let keyring = Arc::clone(&self.system);
        let asked = tokio::task::spawn_blocking(move || ask(&*keyring)).await;
        asked.map_err(|_| Refusal::bug())?.map_err(Refusal::from)
    }
}

/// Asks for a password that is about to protect something, twice: a slip of the finger would make
/// something that nobody can open. Nothing where none was given.
pub(crate) async fn new_password(
    face: &dyn Face,
    prompt: SecretPrompt,
) -> Answer<Option<SecretString>> {
    let again = SecretPrompt {
        title: format!("{}, again", prompt.title),
        ..prompt.clone()
    };
    let Some(first) = face.secret(prompt).await? else {
        return Ok(None);
    };
    ascii_password(&first).map_err(|unfit| Problem::from(&unfit))?;
    let Some(second) = face.secret(again).await? else {
        return Ok(None);
    };
    if first.expose_secret() != second.expose_secret() {
        return Err(differ());
    }
    Ok(Some(first))
}

fn differ() -> Refusal {
    Refusal::new(
        "password.differ",
        "The two passwords are not the same.",
        "Nothing was made with them.",
        "Try again and type the same password twice.",
    )
}

/// What was typed is wrong, or administrators are kept out of this network. What was kept before is kept still.
fn not_kept(site: &SavedSite, error: &SignInError) -> Problem {
    error
        .problem(&site.name)
        .with_meaning(message!("password.not_kept", site = &site.name))
}

/// Nobody could ask the site whether the password is right.
fn not_proven(site: &SavedSite, error: &SignInError) -> Problem {
    error
        .problem(&site.name)
        .with_meaning(message!("password.not_proven", site = &site.name))
}

fn password_needed(site: &SavedSite) -> Refusal {
    let what = format!("There is no password for {} at hand.", site.name);
    Refusal::from(Problem::new(
        "site.password_needed",
        what,
        "Nobody signed in there, and nothing was changed.",
        "Type its password on the page of the site.",
    ))
}
