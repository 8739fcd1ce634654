//! The file for the appliance: made of other files, checked, and written for its owner alone.

use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use certificate::{Form, ascii_password};
use key_worker::{OfferedFile, Worker};
use rotation::Problem;
use secrecy::SecretString;
use serde::Serialize;

use crate::prompt;
use crate::secrets::Secrets;

/// A file that was made: one JSON line.
#[derive(Serialize)]
pub(crate) struct Made {
    written: PathBuf,
    form: &'static str,
    certificates: usize,
    thumbprint: String,
}

impl Made {
    pub(crate) fn in_words(&self) -> String {
        let Self {
            written,
            form,
            certificates,
            ..
        } = self;
        let file = written.display();
        format!(
            "{file}: made, {form}, one entry, certificates: {certificates}; read again before it was \
             written. Only you may read it."
        )
    }
}

/// Puts the files together and writes the keystore that the appliance takes.
pub(crate) async fn keystore(
    worker: &Worker,
    files: &[OfferedFile],
    secrets: &Secrets,
    older: bool,
    out: &Path,
) -> Result<Made, Problem> {
    if out.exists() {
        return Err(not_written(out, &ErrorKind::AlreadyExists.into()));
    }
    let password = password(secrets, out)?;
    let sealed = worker.seal(files, &[], &password).await;
    let sealed = sealed.map_err(|error| Problem::from(&error))?;
    let (form, says) = if older {
        (Form::Older, "3DES with HMAC-SHA-1")
    } else {
        (Form::Modern, "AES-256 with HMAC-SHA-256")
    };
    write(out, sealed.keystore(form))?;
    Ok(Made {
        written: out.to_owned(),
        form: says,
        certificates: 1 + sealed.bundle.chain.len(),
        thumbprint: sealed.bundle.leaf.thumbprint().to_string(),
    })
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
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let refused = |error: io::Error| not_written(out, &error);
    let mut file = options.open(out).map_err(refused)?;
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
