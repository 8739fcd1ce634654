//! From held files to what is in them, each by itself and all together.

use certificate::{BundleError, EntryName, ReadError};
use key_worker::{Inside, OfferedFile, Together, Worker};
use message::Problem;

use super::{Added, HeldFile, join};
use crate::error::{Answer, Refusal, told};

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
    /// The same in words, which name the file that seems to hold what is missing.
    pub(crate) says: Option<Problem>,
    /// What did not open, where something can be made of the rest: a sentence for each file or key.
    pub(crate) left_out: Vec<String>,
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
    /// Why it is not open, or not all of it.
    pub(crate) fn closed_by(&self) -> Option<&ReadError> {
        match self {
            Self::Open(inside) => inside.locked.first().map(|key| &key.why),
            Self::Closed(error) => Some(error),
            Self::NotRead(_) => None,
        }
    }

    /// Whether it is open, and all of it.
    pub(crate) fn is_all_open(&self) -> bool {
        matches!(self, Self::Open(inside) if inside.locked.is_empty())
    }

    /// Whether a certificate or a key may be in what is not open.
    pub(crate) fn may_hide_a_key(&self) -> bool {
        match self {
            Self::Open(inside) => !inside.locked.is_empty(),
            Self::Closed(error) => error.may_hide_a_key(),
            Self::NotRead(_) => true,
        }
    }

    /// Whether a password that is not known yet may open it.
    pub(crate) fn wants_password(&self) -> bool {
        self.closed_by().is_some_and(ReadError::wants_password)
    }

    /// Whether a password fits a part of it, and another one is missing.
    pub(crate) fn is_half_open(&self) -> bool {
        matches!(
            self.closed_by(),
            Some(ReadError::KeyPasswordDiffers | ReadError::StorePasswordDiffers)
        )
    }

    /// Why it is not open.
    pub(crate) fn problem(&self) -> Option<Problem> {
        match self {
            Self::NotRead(problem) => Some(problem.clone()),
            Self::Open(_) | Self::Closed(_) => self.closed_by().map(Problem::from),
        }
    }
}

/// The files that could be read from the disk, as the child takes them.
pub(crate) fn offered(files: &[HeldFile]) -> Vec<OfferedFile> {
    let read = files.iter().filter_map(|file| {
        Some(OfferedFile {
            name: file.name.clone(),
            bytes: file.bytes.as_ref().ok()?.clone(),
            passwords: file.passwords.clone(),
        })
    });
    read.collect()
}

/// A sentence for each file that is not part of what they all are together, and for each key that stayed
/// locked.
fn left_out(opened: &key_worker::Opened, files: &[HeldFile]) -> Vec<String> {
    let closed = opened.left_out();
    let closed = closed.iter().map(|one| told(&Problem::from(one)));
    let unread = files.iter().filter_map(|file| file.bytes.as_ref().err());
    closed.chain(unread.map(told)).collect()
}

/// Opens files, and puts what is in them together with issuers that were `added`.
pub(crate) async fn open(worker: &Worker, files: &[HeldFile], added: &[Added]) -> Answer<Opened> {
    let opened = join(worker, files, added).await?;
    let says = opened.why_not();
    let left_out = left_out(&opened, files);
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
        says,
        left_out,
    })
}
