//! What came of opening files: all of it that is no secret.

use certificate::{
    Bundle, BundleError, Certificate, Chain, Contents, Entry, EntryName, LockedKey, Options,
    ReadError, Source, join, read_with,
};
use serde::{Deserialize, Serialize};

use crate::OfferedFile;
use crate::left_out::{self, LeftOut};
use crate::message::Task;

/// What files are, each by itself and all together.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Opened {
    /// One for each file, in their order.
    pub files: Vec<Result<Inside, ReadError>>,
    /// What people call the files, in their order.
    pub names: Vec<String>,
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
    /// Its private keys that stayed locked.
    pub locked: Vec<LockedKey>,
}

impl Opened {
    /// What is not part of what the files are together: those that did not open, and keys that stayed locked.
    pub fn left_out(&self) -> Vec<LeftOut> {
        let all = left_out::of(&self.files).into_iter();
        all.map(|one| one.named(&self.names)).collect()
    }

    /// What most likely holds what is missing, where the files are no certificate with its key.
    pub fn in_the_way(&self) -> Option<LeftOut> {
        self.problem.as_ref()?;
        let likeliest = left_out::likeliest(&self.files)?;
        Some(likeliest.named(&self.names))
    }
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
        names: Vec::new(),
    }
}

/// Why files make no entry.
#[derive(Serialize, Deserialize)]
pub(crate) enum NoEntry {
    /// One of them does not open, and seems to hold what is missing.
    Closed(Box<LeftOut>),
    /// They all do.
    Incomplete(BundleError),
    /// There is one, and others may be in what did not open.
    LeftOut(Vec<LeftOut>),
}

/// The one entry in the files. What does not open may hold the one that is meant, which is not for this process
/// to guess: where the entry was named, a key that stayed locked beside it is another one.
pub(crate) fn entry(
    files: &[OfferedFile],
    added: Vec<Certificate>,
    task: &Task,
) -> Result<Entry, NoEntry> {
    let (insides, contents) = read_all(files, added, task.options);
    let entry = contents.into_entry_called(task.entry.as_deref());
    let mut left_out = left_out::of(&insides);
    left_out.retain(|one| match &one.key {
        Some(_) => task.entry.is_none(),
        None => one.why.may_hide_a_key(),
    });
    match entry {
        Ok(entry) if left_out.is_empty() => Ok(entry),
        Ok(_) => Err(NoEntry::LeftOut(left_out)),
        Err(incomplete) => Err(match left_out::likeliest(&insides) {
            Some(closed) => NoEntry::Closed(Box::new(closed)),
            None => NoEntry::Incomplete(incomplete),
        }),
    }
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
            locked: contents.locked.clone(),
        }
    }
}
