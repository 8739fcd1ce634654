//! The file for the appliance: made of other files, checked, and written for its owner alone.

use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use application::files::{Added, HeldFile, seal};
use certificate::{Form, ascii_password, examine};
use key_worker::Worker;
use rotation::{Outcome, Problem};
use secrecy::SecretString;
use serde::Serialize;

use crate::console::{Console, text_of};
use crate::file;
use crate::judge::Judge;
use crate::prompt;
use crate::secrets::Secrets;
use crate::told::{Told, outcome_of};

/// A file that was made: one JSON line.
#[derive(Serialize)]
pub(crate) struct Made {
    written: String,
    form: &'static str,
    certificates: usize,
    thumbprint: String,
    /// What the certificate promises, as it stands in this file.
    promises: Vec<Told>,
}

impl Made {
    pub(crate) fn outcome(&self) -> Outcome {
        outcome_of(&self.promises)
    }

    pub(crate) fn tell(&self, console: &Console) {
        let Self {
            written,
            form,
            certificates,
            promises,
            ..
        } = self;
        console.say(&format!(
            "{written}: made, {form}, one entry, certificates: {certificates}; read again before it was \
             written. Only you may read it."
        ));
        promises.iter().for_each(|promise| promise.say(console));
        console.line(self);
    }
}

/// The file that is to be made.
pub(crate) struct Wanted<'a> {
    /// Where it goes.
    pub(crate) out: &'a Path,
    /// It is for an appliance that reads the older form only.
    pub(crate) older: bool,
    /// What its certificate is judged by.
    pub(crate) judge: &'a Judge,
}

impl Wanted<'_> {
    /// Puts the files and the added issuers together and writes the keystore that the appliance takes.
    pub(crate) async fn keystore(
        &self,
        worker: &Worker,
        files: &[HeldFile],
        added: &[Added],
        secrets: &Secrets,
    ) -> Result<Made, Problem> {
        let out = self.out;
        if out.exists() {
            return Err(not_written(out, &ErrorKind::AlreadyExists.into()));
        }
        let password = password(secrets, out)?;
        let sealed = seal(worker, files, added, &password).await;
        let sealed = sealed.map_err(|refusal| file::without_password(refusal.into()))?;
        let (form, says) = if self.older {
            (Form::Older, "3DES with HMAC-SHA-1")
        } else {
            (Form::Modern, "AES-256 with HMAC-SHA-256")
        };
        write(out, sealed.keystore(form))?;
        Ok(Made {
            written: text_of(out),
            form: says,
            certificates: 1 + sealed.bundle.chain.len(),
            thumbprint: sealed.bundle.leaf.thumbprint().to_string(),
            promises: Told::all(examine(&sealed.bundle, &self.judge.context())),
        })
    }
}

/// What will open the file. It is never made up here: a password that only this program knew would have to
/// be printed.
fn password(secrets: &Secrets, out: &Path) -> Result<SecretString, Problem> {
    let given = secrets.write().cloned();
    let password = given.or_else(|| prompt::choosing(&out.display().to_string()));
    let password = password.ok_or_else(no_password)?;
    ascii_password(&password).map_err(|unfit| Problem::from(&unfit))?;
    Ok(password)
}

/// Writes a file for its owner alone from the first byte on, and never over another one.
pub(crate) fn write(out: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let refused = |error: io::Error| not_written(out, &error);
    let mut file = private_files::create_new(out).map_err(refused)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        // Half a file helps nobody; should it not go away either, the error names it.
        drop(std::fs::remove_file(out));
    }
    written.map_err(refused)
}

fn no_password() -> Problem {
    Problem::new(
        "write.no_password",
        "There is no password for the file that is to be made.",
        "No file was made.",
        "Give one as \"write\" with --secrets-stdin, or type the same one twice on a terminal.",
    )
}

fn not_written(out: &Path, error: &io::Error) -> Problem {
    let file = out.display();
    let (code, what) = if error.kind() == ErrorKind::AlreadyExists {
        ("write.exists", format!("{file} is there already."))
    } else {
        ("write.failed", format!("{file} could not be written."))
    };
    Problem::new(
        code,
        what,
        "No file was made, and the files that were read are as they were.",
        "Name a file that is not there yet, in a folder with room for it.",
    )
    .quoting(&error.to_string())
}
