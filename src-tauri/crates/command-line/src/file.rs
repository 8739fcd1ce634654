//! The certificate file that was named: read within limits, opened with the password that was given.

use std::fs::File;
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

use application::files;
use certificate::Options;
use ground::Surroundings;
use key_worker::{OfferedFile, Worker};
use message::message;
use rotation::{Problem, Replacement};
use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::console::text_of;

/// Who opens files with private keys: children of this program.
pub(crate) fn worker(surroundings: &Surroundings) -> Result<Worker, Problem> {
    Worker::of_this_program(surroundings.clone()).map_err(|error| {
        Problem::new(
            "bundle.no_worker",
            "This program cannot find its own file, of which it starts the process that opens files.",
            "No file was opened, and nothing was sent to any site.",
            "If reseal-cli was moved or updated while it ran, start it again.",
        )
        .quoting(&error.to_string())
    })
}

/// The file and what opens it, as the worker takes them.
pub(crate) fn offered(path: &Path, passwords: Vec<SecretString>) -> Result<OfferedFile, Problem> {
    Ok(OfferedFile {
        name: text_of(path),
        bytes: bytes(path).map_err(|error| unreadable(path, &error))?,
        passwords,
    })
}

/// The replacement that the file makes.
pub(crate) async fn replacement(
    path: &Path,
    passwords: Vec<SecretString>,
    surroundings: &Surroundings,
) -> Result<Replacement, Problem> {
    let file = offered(path, passwords)?.into();
    let replacement = files::replacement(&worker(surroundings)?, &[file], surroundings).await;
    replacement.map_err(|refusal| without_password(refusal.into()))
}

/// Where a password is needed, this program's own way to give one.
pub(crate) fn without_password(problem: Problem) -> Problem {
    let todo = match problem.code.as_str() {
        "bundle.locked" => message!("arguments.give_bundle"),
        "bundle.left_out" => message!("arguments.give_what_is_missing"),
        "bundle.key_password_differs" => message!("arguments.give_key"),
        "bundle.store_password_differs" => message!("arguments.give_bundle_and_key"),
        _ => return problem,
    };
    problem.with_todo(todo)
}

/// At most one byte more than is ever read as a keystore: enough for the reader to say so.
fn bytes(path: &Path) -> io::Result<Zeroizing<Vec<u8>>> {
    if path.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    let most = u64::try_from(Options::default().size)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    let mut bytes = Zeroizing::new(Vec::new());
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unreadable(path: &Path, error: &io::Error) -> Problem {
    let name = path.display();
    let (code, what) = if error.kind() == ErrorKind::NotFound {
        ("bundle.missing", format!("{name} is not there."))
    } else if error.kind() == ErrorKind::IsADirectory {
        ("bundle.folder", format!("{name} is a folder, not a file."))
    } else {
        ("bundle.unreadable", format!("{name} could not be read."))
    };
    let meaning = "No certificate was read from it, and nothing was sent to any site.";
    let todo = "Name the file that holds the certificate, its chain and its private key.";
    Problem::new(code, what, meaning, todo).quoting(&error.to_string())
}
