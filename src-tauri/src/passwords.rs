//! Passwords of sites: asked for in a window of their own, held in memory, kept in the keyring.

use message::message;
use std::sync::Arc;

use appliance::{Limits, SignInError};
use certificate::ascii_password;
use message::Problem;
use secrecy::{ExposeSecret as _, SecretString};
use sites::{Keyring, KeyringError, SavedSite, is_refused};
use tauri::{AppHandle, Manager as _, Runtime};

use crate::{
    error::Refusal,
    secret_windows::{SecretPrompt, SecretWindows},
    state::Shell,
};

impl Shell {
    /// Asks for a site's password and holds it; true when it was given.
    pub(crate) async fn ask_for_site<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        id: &str,
        remember: bool,
    ) -> Result<bool, Refusal> {
        let site = self.saved(id)?;
        let looks = self.settings().looks();
        let prompt = SecretPrompt::of_site(&site, remember, self.surroundings.now());
        let windows = app.state::<SecretWindows>();
        let asked = windows.ask(app, prompt, looks).await?;
        let Some(password) = asked else {
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
    ) -> Result<(), Refusal> {
        let credential = site.account.credential(password.clone());
        self.sign_ins.typed_anew(&site.address, &credential);
        let access = site.access(credential, &self.sign_ins);
        let outcome = match access.sign_in(Limits::usual()).await {
            Ok(_) => self.keep_or_forget(site, password, remember).await,
            Err(error) if error.is_refusal() => {
                let problem = not_kept(&site, &error);
                self.note_failed(&site, &problem)?;
                Err(Refusal::from(problem))
            }
            Err(error) => {
                self.memory.keep(&site, &password)?;
                self.tell_problem(&Refusal::from(not_proven(&site, &error)));
                Ok(())
            }
        };
        self.tell_state();
        outcome
    }

    /// Forgets the passwords that their sites refused: they are not sent again before somebody types them anew, by
    /// this process or by any other.
    pub(crate) async fn forget_refused(&self) -> Result<(), Refusal> {
        let sites = self.all_sites()?.into_iter();
        for site in sites.filter(|site| self.sign_ins.has_refused_at(&site.address)) {
            if is_refused(&*self.memory, &site, &self.sign_ins) {
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
                self.sites(|sites| sites.update(&id, |site| site.remember = false))?;
            }
        }
        self.tell_state();
        Ok(())
    }

    /// The password of a site, if it is at hand: held in memory, else kept in the keyring.
    pub(crate) async fn password_of(
        &self,
        site: &SavedSite,
    ) -> Result<Option<SecretString>, Refusal> {
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
    pub(crate) fn can_sign_in(&self, site: &SavedSite) -> bool {
        site.remember || self.memory.recall(site).is_ok_and(|held| held.is_some())
    }

    /// Forgets a site's password everywhere.
    pub(crate) async fn forget_password(&self, site: SavedSite) -> Result<(), Refusal> {
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
    ) -> Result<(), Refusal> {
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
        self.sites(|sites| sites.update(&id, |site| site.remember = is_kept))?;
        if let Err(refusal) = outcome {
            self.tell_problem(&refusal);
        }
        Ok(())
    }

    /// Asks for a password that is about to protect something, twice: a slip of the finger would make
    /// something that nobody can open. Nothing where a window was closed.
    pub(crate) async fn new_password<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        prompt: SecretPrompt,
    ) -> Result<Option<SecretString>, Refusal> {
        let looks = self.settings().looks();
        let windows = app.state::<SecretWindows>();
        let again = SecretPrompt {
            title: format!("{}, again", prompt.title),
            ..prompt.clone()
        };
        let Some(first) = windows.ask(app, prompt, looks).await? else {
            return Ok(None);
        };
        ascii_password(&first).map_err(|unfit| Problem::from(&unfit))?;
        let Some(second) = windows.ask(app, again, looks).await? else {
            return Ok(None);
        };
        if first.expose_secret() != second.expose_secret() {
            return Err(differ());
        }
        Ok(Some(first))
    }

    async fn with_keyring<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&dyn Keyring) -> Result<T, KeyringError> + Send + 'static,
    ) -> Result<T, Refusal> {
        let keyring = Arc::clone(&self.system);
        let asked = tauri::async_runtime::spawn_blocking(move || ask(&*keyring)).await;
        asked.map_err(|_| Refusal::bug())?.map_err(Refusal::from)
    }
}

fn differ() -> Refusal {
    Refusal::of_window(
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
