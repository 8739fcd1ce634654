//! The file for the appliance: written, read again, saved for its owner alone; or handed over to the
//! screen Replace certificate without a file in between.

use std::{io, path::PathBuf, time::Duration};

use certificate::{Bundle, Form, Sealed, generated_password};
use message::Problem;
use secrecy::SecretString;
use tauri::{AppHandle, Manager as _, Runtime};

use super::{mending::protection, view::name};
use crate::{
    commands::{Answer, certificates::MadeView},
    error::Refusal,
    opening::offered,
    saving::file_name,
    secret_windows::SecretPrompt,
    state::{Shell, lock},
};

/// How long a password stays on the clipboard.
const ON_CLIPBOARD: Duration = Duration::from_secs(60);

/// A file that was made.
pub(super) struct Made {
    path: PathBuf,
    form: Form,
    certificates: usize,
    /// Where it was generated: kept here, to be copied.
    password: Option<SecretString>,
    copied: bool,
}

impl Made {
    pub(super) fn view(&self) -> MadeView {
        let above = match self.certificates {
            1 => "one certificate".to_owned(),
            many => format!("{many} certificates"),
        };
        MadeView {
            path: self.path.display().to_string(),
            says: format!(
                "{}, one entry, {above}; read again before it was saved. Only you may read the file.",
                protection(self.form)
            ),
            has_password: self.password.is_some(),
            copied: self.copied,
        }
    }
}

impl Shell {
    /// Makes the file for the appliance and saves it where the person says.
    pub(super) async fn make<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        form: Form,
        typed: bool,
    ) -> Answer<()> {
        let bundle = self.bundle_at_hand()?;
        let password = if typed {
            match self.new_password(app, new_password()).await? {
                Some(password) => password,
                None => return Ok(()),
            }
        } else {
            generated_password(self.surroundings.chance())
        };
        let (proposed, certificates) = (
            file_name(&name(&bundle.leaf), "p12"),
            bundle.chain.len() + 1,
        );
        let sealed = self.seal(&password).await?;
        let Some(path) = self.dialogs.save_keystore(&proposed).await else {
            return Ok(());
        };
        private_files::replace(&path, sealed.keystore(form)).map_err(|error| not_saved(&error))?;
        lock(&self.doctor).made = Some(Made {
            path,
            form,
            certificates,
            password: (!typed).then_some(password),
            copied: false,
        });
        Ok(())
    }

    /// Puts the generated password on the clipboard, and takes it off again after a minute.
    pub(super) async fn copy_password<R: Runtime>(&self, app: &AppHandle<R>) -> Answer<()> {
        let password = {
            let held = lock(&self.doctor);
            held.made.as_ref().and_then(|made| made.password.clone())
        };
        let password = password.ok_or_else(nothing_made)?;
        let (on, secret) = (app.clone(), password.clone());
        *lock(&self.on_clipboard) = Some(password.clone());
        let putting = move || on.state::<Self>().clipboard.put(&secret);
        let put = tauri::async_runtime::spawn_blocking(putting).await;
        put.map_err(|_| Refusal::bug())??;
        if let Some(made) = &mut lock(&self.doctor).made {
            made.copied = true;
        }
        let (app, surroundings) = (app.clone(), self.surroundings.clone());
        tauri::async_runtime::spawn(async move {
            surroundings.sleep(ON_CLIPBOARD).await;
            let taking_off = move || app.state::<Self>().clipboard.take_off(&password);
            // By then something else may be there, or nothing: both are as well.
            drop(tauri::async_runtime::spawn_blocking(taking_off).await);
        });
        Ok(())
    }

    /// Seals the certificate in memory for the screen Replace certificate and answers with its token.
    pub(super) async fn hand_over(&self) -> Answer<String> {
        let bundle = self.bundle_at_hand()?;
        let sealed = self
            .seal(&generated_password(self.surroundings.chance()))
            .await?;
        Ok(self.hold_sealed(&name(&bundle.leaf), sealed.modern, sealed.password))
    }

    async fn seal(&self, password: &SecretString) -> Answer<Sealed> {
        let (worker, files, added) = self.at_hand();
        let sealed = worker.seal(&offered(&files), &added, password).await;
        Ok(sealed.map_err(|error| Problem::from(&error))?)
    }

    fn bundle_at_hand(&self) -> Answer<Bundle> {
        let held = lock(&self.doctor);
        if held.is_held_up() {
            return Err(held_up(&held.opened.left_out));
        }
        let together = held.opened.together.as_ref();
        together
            .and_then(|together| together.bundle().cloned())
            .ok_or_else(no_key)
    }
}

fn new_password() -> SecretPrompt {
    let says = "The file for the appliance is protected by this password. The appliance is told it when \
                the file is imported; it takes printable ASCII characters. Reseal does not keep it.";
    SecretPrompt::new("New password", says, "the file for the appliance")
}

fn no_key() -> Refusal {
    Refusal::of_window(
        "doctor.no_key",
        "There is no certificate with its private key among the files.",
        "No file was made, and nothing was sent to any site.",
        "Add the file of the private key.",
    )
}

fn held_up(left_out: &[String]) -> Refusal {
    Refusal::of_window(
        "bundle.left_out",
        &format!("Not everything opened. {}", left_out.join(" ")),
        "The certificate that is meant may be in there. No file was made, and nothing was sent to any site.",
        "Type the password that is missing, or put away what is not wanted; of several keys choose one.",
    )
}

fn nothing_made() -> Refusal {
    Refusal::of_window(
        "doctor.nothing_made",
        "There is no password to copy.",
        "Either no file was made yet, or you typed its password yourself.",
        "Make the file again with a password made by Reseal.",
    )
}

fn not_saved(error: &io::Error) -> Refusal {
    let problem = Problem::new(
        "doctor.not_saved",
        "The file could not be saved there.",
        "The files you have are as they were, and nothing was sent to any site.",
        "Choose another folder, or free some space and try again.",
    );
    Refusal::from(problem.quoting(&error.to_string()))
}
