//! The certificate file that was named: read within limits, opened with the password that was given.

use std::fs::File;
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

use certificate::{Contents, Options, ReadError, generated_password};
use rotation::{Problem, Replacement};
use secrecy::SecretString;

/// Why a file gives no keys and certificates.
#[derive(Debug)]
pub(crate) enum Unopened {
    /// It cannot be read from the disk.
    Unreadable(Problem),
    /// It was read and not understood.
    Closed(ReadError),
}

impl From<&Unopened> for Problem {
    fn from(unopened: &Unopened) -> Self {
        match unopened {
            Unopened::Unreadable(problem) => problem.clone(),
            Unopened::Closed(ReadError::PasswordNeeded) => Self {
                todo: "Give its password as \"bundle\" with --secrets-stdin.".to_owned(),
                ..Self::from(&ReadError::PasswordNeeded)
            },
            Unopened::Closed(error) => error.into(),
        }
    }
}

/// Everything that is in the file.
pub(crate) fn open(path: &Path, password: Option<&SecretString>) -> Result<Contents, Unopened> {
    let options = Options::default();
    let bytes =
        bytes(path, &options).map_err(|error| Unopened::Unreadable(unreadable(path, &error)))?;
    certificate::read(&bytes, password, &options).map_err(Unopened::Closed)
}

/// The replacement that the file makes. The keystore that goes to the appliance is written anew and
/// protected by a password made for it: the one that opens the file stays here.
pub(crate) fn replacement(
    path: &Path,
    password: Option<&SecretString>,
) -> Result<Replacement, Problem> {
    let contents = open(path, password).map_err(|unopened| Problem::from(&unopened))?;
    let bundle = contents
        .into_bundle()
        .map_err(|error| Problem::from(&error))?;
    Ok(Replacement::Import {
        bundle: Box::new(bundle),
        password: generated_password(),
    })
}

/// At most one byte more than is ever read as a keystore: enough for the reader to say so.
fn bytes(path: &Path, options: &Options) -> io::Result<Vec<u8>> {
    if path.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    let most = u64::try_from(options.size)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    let mut bytes = Vec::new();
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
