//! What came of opening files: all of it that is no secret.

use certificate::{
    Bundle, BundleError, Certificate, Chain, Contents, Entry, EntryName, Options, ReadError,
    Source, join, read_with,
};
use serde::{Deserialize, Serialize};

use crate::OfferedFile;
use crate::message::Task;

/// What files are, each by itself and all together.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Opened {
    /// One for each file, in their order.
    pub files: Vec<Result<Inside, ReadError>>,
    /// What they are together, if anything in them can be put together.
    pub together: Option<Together>,
    /// The keys that have a certificate: of several a person chooses one.
    pub entries: Vec<EntryName>,
    /// Why they are no certificate with its key.
    pub problem: Option<BundleError>,
}

/// What is in a file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Inside {
    /// What the file was.
    pub source: Source,
    /// The kinds of its private keys, such as `RSA 2048`.
    pub keys: Vec<String>,
    /// Its certificates.
    pub certificates: Vec<Certificate>,
}

/// A certificate with its chain; its key is in the files too, or it is not.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Together {
    /// The key is there.
    WithKey(Box<Bundle>),
    /// There are only certificates.
    WithoutKey(Box<Chain>),
}

impl Together {
    /// The certificate that all others are there for.
    pub const fn leaf(&self) -> &Certificate {
        match self {
            Self::WithKey(bundle) => &bundle.leaf,
            Self::WithoutKey(chain) => &chain.leaf,
        }
    }

    /// The certificates above the leaf, in order.
    pub fn issuers(&self) -> &[Certificate] {
        match self {
            Self::WithKey(bundle) => &bundle.chain,
            Self::WithoutKey(chain) => &chain.issuers,
        }
    }

    /// Certificates that belong to neither.
    pub fn strangers(&self) -> &[Certificate] {
        match self {
            Self::WithKey(bundle) => &bundle.strangers,
            Self::WithoutKey(chain) => &chain.strangers,
        }
    }

    /// All its certificates, the leaf first.
    pub fn certificates(&self) -> impl Iterator<Item = &Certificate> + Clone {
        let others = self.issuers().iter().chain(self.strangers());
        std::iter::once(self.leaf()).chain(others)
    }

    /// Certificates that were there more than once.
    pub const fn duplicates(&self) -> usize {
        match self {
            Self::WithKey(bundle) => bundle.duplicates,
            Self::WithoutKey(chain) => chain.duplicates,
        }
    }

    /// The bundle, where the key is there.
    pub const fn bundle(&self) -> Option<&Bundle> {
        match self {
            Self::WithKey(bundle) => Some(bundle),
            Self::WithoutKey(_) => None,
        }
    }
}

/// Opens files in this process and puts what is in them together with the certificates of `added`.
pub(crate) fn open(files: &[OfferedFile], added: Vec<Certificate>, task: &Task) -> Opened {
    let (files, contents) = read_all(files, added, task.options);
    // A keystore that opens with nothing in it is told like any other without a key.
    if files.iter().all(Result::is_err) && contents.certificates.is_empty() {
        return Opened {
            files,
            ..Opened::default()
        };
    }
    let (chain, entries) = (contents.chain(), contents.entry_names());
    let (together, problem) = match contents.into_entry_called(task.entry.as_deref()) {
        Ok(entry) => (Some(Together::WithKey(Box::new(entry.bundle))), None),
        Err(error) => (
            chain.map(|chain| Together::WithoutKey(Box::new(chain))),
            Some(error),
        ),
    };
    Opened {
        files,
        together,
        entries,
        problem,
    }
}

/// Why files make no entry.
#[derive(Serialize, Deserialize)]
pub(crate) enum NoEntry {
    /// One of them does not open.
    Closed(ReadError),
    /// They all do.
    Incomplete(BundleError),
}

/// The one entry in the files. A file that does not open matters only where something is missing.
pub(crate) fn entry(
    files: &[OfferedFile],
    added: Vec<Certificate>,
    task: &Task,
) -> Result<Entry, NoEntry> {
    let (insides, contents) = read_all(files, added, task.options);
    let entry = contents.into_entry_called(task.entry.as_deref());
    entry.map_err(|incomplete| {
        let closed = insides.into_iter().find_map(Result::err);
        closed.map_or(NoEntry::Incomplete(incomplete), NoEntry::Closed)
    })
}

fn read_all(
    files: &[OfferedFile],
    added: Vec<Certificate>,
    options: Options,
) -> (Vec<Result<Inside, ReadError>>, Contents) {
    let mut all = Vec::new();
    let mut insides = Vec::new();
    for file in files {
        let passwords: Vec<_> = file.passwords.iter().collect();
        let contents = read_with(&file.bytes, &passwords, &options);
        insides.push(contents.map(|contents| {
            let inside = Inside::of(&contents);
            all.push(contents);
            inside
        }));
    }
    let mut contents = join(all);
    contents.certificates.extend(added);
    (insides, contents)
}

impl Inside {
    fn of(contents: &Contents) -> Self {
        let kinds = contents.keys.iter().map(|key| key.kind().to_string());
        Self {
            source: contents.source.clone(),
            keys: kinds.collect(),
            certificates: contents.certificates.clone(),
        }
    }
}
