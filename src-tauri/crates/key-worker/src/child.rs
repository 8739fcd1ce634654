//! The child: one task, one answer, the end.

use std::error::Error;
use std::io::{self, Read as _, Write as _};
use std::process::ExitCode;

use certificate::{CertificateRequest, Name, RsaSize, WriteError};
use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::exchange::{END, MadeRequest, Reply, SealedFiles, Task, Wish};
use crate::{ARGUMENT, limits, opening};

/// The longest task that is read: fifty files of 1 MiB, as base64.
const LONGEST_TASK: u64 = 80 << 20;

/// Whether this program was started as the child.
pub fn is_wanted() -> bool {
    let mut words = std::env::args_os().skip(1);
    words.next().is_some_and(|word| word == ARGUMENT) && words.next().is_none()
}

/// Limits this process, does the one task on its standard input, and answers on its standard output.
pub fn serve() -> ExitCode {
    match limits::take().and_then(|()| answer()) {
        Ok(()) => ExitCode::SUCCESS,
        // There is nobody to tell but the parent, and to it the end without an answer says it.
        Err(_) => ExitCode::FAILURE,
    }
}

fn answer() -> io::Result<()> {
    let mut text = Zeroizing::new(Vec::new());
    io::stdin()
        .lock()
        .take(LONGEST_TASK)
        .read_to_end(&mut text)?;
    let task: Task = serde_json::from_slice(&text)?;
    drop(text);
    limits::take_time(task.seconds)?;
    let mut reply = Zeroizing::new(serde_json::to_vec(&done(task)?)?);
    reply.push(END);
    let mut out = io::stdout().lock();
    out.write_all(&reply)?;
    out.flush()
}

fn done(mut task: Task) -> io::Result<Reply> {
    let files = task.offered().ok_or(io::ErrorKind::InvalidData)?;
    let added = std::mem::take(&mut task.added);
    Ok(match &task.wish {
        Wish::Open => Reply::Opened(opening::open(&files, added, &task)),
        Wish::Seal(password) => {
            let password = SecretString::from(password.as_str());
            match opening::entry(&files, added, &task) {
                Ok(entry) => entry
                    .seal(&password)
                    .map(|sealed| Reply::Sealed(Box::new(SealedFiles::of(sealed))))
                    .unwrap_or_else(|error| not_sealed(&error)),
                Err(why) => Reply::NoEntry(why),
            }
        }
        Wish::Request {
            names,
            size,
            password,
        } => requested(names, *size, &SecretString::from(password.as_str())),
    })
}

fn requested(names: &[Name], size: RsaSize, password: &SecretString) -> Reply {
    let made = match CertificateRequest::make(size, names) {
        Ok(made) => made,
        Err(error) => return not_written(&error),
    };
    match made.key().to_encrypted_pem(password) {
        Ok(encrypted_key) => Reply::Requested(MadeRequest {
            request: made.to_pem(),
            public_key: made.public_key().to_vec(),
            encrypted_key,
        }),
        Err(error) => not_written(&error),
    }
}

/// What Java refuses is told as such; everything else in the words of the error.
fn not_sealed(error: &WriteError) -> Reply {
    if let WriteError::Refused { what } = error {
        return Reply::Refused(what.clone());
    }
    not_written(error)
}

fn not_written(error: &dyn Error) -> Reply {
    Reply::NotWritten(in_words(error))
}

fn in_words(error: &dyn Error) -> String {
    let causes = std::iter::successors(Some(error), |&error| error.source());
    let words: Vec<String> = causes.map(ToString::to_string).collect();
    words.join(": ")
}
