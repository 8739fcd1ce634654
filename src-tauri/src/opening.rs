//! From held files to what is in them, each by itself and all together.

use certificate::{BundleError, Certificate, EntryName, ReadError};
use key_worker::{Inside, OfferedFile, Together, Worker};
use rotation::Problem;

use crate::{dropped::HeldFile, error::Refusal};

/// What held files were when they were opened last.
#[derive(Default)]
pub(crate) struct Opened {
    /// One for each file, in their order.
    pub(crate) files: Vec<Facts>,
    /// What they are together, if anything in them can be put together.
    pub(crate) together: Option<Together>,
    /// The keys that have a certificate: of several a person chooses one.
    pub(crate) entries: Vec<EntryName>,
    /// Why they are no certificate with its key.
    pub(crate) problem: Option<BundleError>,
}

/// What came of one file.
pub(crate) enum Facts {
    /// It was opened.
    Open(Inside),
    /// It was not opened.
    Closed(ReadError),
    /// It could not be read from the disk.
    NotRead(Problem),
}

impl Facts {
    /// Whether a password fits a part of it, and another one is missing.
    pub(crate) const fn is_half_open(&self) -> bool {
        matches!(
            self,
            Self::Closed(ReadError::KeyPasswordDiffers | ReadError::StorePasswordDiffers)
        )
    }

    /// Why it is not open.
    pub(crate) fn problem(&self) -> Option<Problem> {
        match self {
            Self::Open(_) => None,
            Self::Closed(error) => Some(error.into()),
            Self::NotRead(problem) => Some(problem.clone()),
        }
    }
}

/// The files that could be read from the disk, as the child takes them.
pub(crate) fn offered(files: &[HeldFile]) -> Vec<OfferedFile> {
    let read = files.iter().filter_map(|file| {
        Some(OfferedFile {
            bytes: file.bytes.as_ref().ok()?.clone(),
            passwords: file.passwords.clone(),
        })
    });
    read.collect()
}

/// Opens files, and puts what is in them together with issuers that were `added`.
pub(crate) async fn open(
    worker: &Worker,
    files: &[HeldFile],
    added: &[Certificate],
) -> Result<Opened, Refusal> {
    // The checks judge by them; here is where waiting for them stands in nobody's way.
    let roots = tauri::async_runtime::spawn_blocking(issuers::machine_roots);
    let opened = worker.open(&offered(files), added).await;
    roots.await.map_err(|_| Refusal::bug())?;
    let opened = opened.map_err(|error| Problem::from(&error))?;
    let mut answers = opened.files.into_iter();
    let facts = files.iter().map(|file| match &file.bytes {
        Err(problem) => Ok(Facts::NotRead(problem.clone())),
        Ok(_) => match answers.next() {
            Some(Ok(inside)) => Ok(Facts::Open(inside)),
            Some(Err(error)) => Ok(Facts::Closed(error)),
            None => Err(Refusal::bug()),
        },
    });
    Ok(Opened {
        files: facts.collect::<Result<_, _>>()?,
        together: opened.together,
        entries: opened.entries,
        problem: opened.problem,
    })
}
