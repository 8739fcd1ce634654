//! The file for the appliance: written, read again, saved for its owner alone; or handed over to the
//! screen Replace certificate without a file in between.

use std::{io, path::PathBuf, sync::Arc, time::Duration};

use certificate::{Bundle, Form, Sealed, generated_password};
use message::Problem;
use secrecy::SecretString;

use super::{Doctor, mending::protection, view::name};
use crate::{
    error::{Answer, Refusal},
    face::{Face, SecretPrompt},
    files::{left_out, seal},
    locks::lock,
    passwords::new_password,
    saving::file_name,
    views::certificates::MadeView,
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

impl Doctor {
    /// Makes the file for the appliance and saves it where the person says.
    pub(super) async fn make(&self, face: &dyn Face, form: Form, typed: bool) -> Answer<()> {
        let bundle = self.bundle_at_hand()?;
        let password = if typed {
            match new_password(face, prompt()).await? {
                Some(password) => password,
                None => return Ok(()),
            }
        } else {
            generated_password(self.shared.surroundings.chance())
        };
        let (proposed, certificates) = (
            file_name(&name(&bundle.leaf), "p12"),
            bundle.chain.len() + 1,
        );
        let sealed = self.seal(&password).await?;
        let Some(path) = self.shared.dialogs.save_keystore(&proposed).await else {
            return Ok(());
        };
        private_files::replace(&path, sealed.keystore(form)).map_err(|error| not_saved(&error))?;
        lock(&self.held).made = Some(Made {
            path,
            form,
            certificates,
            password: (!typed).then_some(password),
            copied: false,
        });
        Ok(())
    }

    /// Puts the generated password on the clipboard, and takes it off again after a minute.
    pub(super) async fn copy_password(&self) -> Answer<()> {
        let password = {
            let held = lock(&self.held);
            held.made.as_ref().and_then(|made| made.password.clone())
        };
        let password = password.ok_or_else(nothing_made)?;
        let (clipboard, secret) = (Arc::clone(&self.shared.clipboard), password.clone());
        *lock(&self.on_clipboard) = Some(password.clone());
        let putting = move || clipboard.put(&secret);
        let put = tokio::task::spawn_blocking(putting).await;
        put.map_err(|_| Refusal::bug())??;
        if let Some(made) = &mut lock(&self.held).made {
            made.copied = true;
        }
        let (clipboard, here) = (
            Arc::clone(&self.shared.clipboard),
            self.shared.surroundings.clone(),
        );
        tokio::spawn(async move {
            here.sleep(ON_CLIPBOARD).await;
            let taking_off = move || clipboard.take_off(&password);
            // By then something else may be there, or nothing: both are as well.
            drop(tokio::task::spawn_blocking(taking_off).await);
        });
        Ok(())
    }

    /// A password that is still on the clipboard does not stay on it.
    pub(crate) fn leave(&self) {
        if let Some(secret) = lock(&self.on_clipboard).take() {
            // Something else may be there by now, or nothing: both are as well.
            drop(self.shared.clipboard.take_off(&secret));
        }
    }

    /// Seals the certificate in memory for the screen Replace certificate and answers with its token.
    pub(super) async fn hand_over(&self) -> Answer<String> {
        let bundle = self.bundle_at_hand()?;
        let sealed = self
            .seal(&generated_password(self.shared.surroundings.chance()))
            .await?;
        Ok(self
            .bundles
            .hold_sealed(&name(&bundle.leaf), sealed.modern, sealed.password))
    }

    async fn seal(&self, password: &SecretString) -> Answer<Sealed> {
        let (worker, files, added) = self.at_hand();
        seal(&worker, &files, &added, password).await
    }

    fn bundle_at_hand(&self) -> Answer<Bundle> {
        let held = lock(&self.held);
        if held.is_held_up() {
            return Err(left_out(&held.opened.left_out.join(" ")));
        }
        let together = held.opened.together.as_ref();
        together
            .and_then(|together| together.bundle().cloned())
            .ok_or_else(no_key)
    }
}

fn prompt() -> SecretPrompt {
    let says = "The file for the appliance is protected by this password. The appliance is told it when \
                the file is imported; it takes printable ASCII characters. Reseal does not keep it.";
    SecretPrompt::new("New password", says, "the file for the appliance")
}

fn no_key() -> Refusal {
    Refusal::new(
        "doctor.no_key",
        "There is no certificate with its private key among the files.",
        "No file was made, and nothing was sent to any site.",
        "Add the file of the private key.",
    )
}

fn nothing_made() -> Refusal {
    Refusal::new(
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
