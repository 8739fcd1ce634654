//! From held files to what is in them, each by itself and all together.

use certificate::{
    Bundle, BundleError, Certificate, Chain, Contents, Options, ReadError, Source, join, read,
};
use rotation::Problem;

use crate::{dropped::HeldFile, error::Refusal, roots};

/// What the held files were when they were opened last.
#[derive(Default)]
pub(super) struct Opened {
    /// One for each file, in their order.
    pub(super) files: Vec<Facts>,
    /// What they are together, if anything in them can be put together.
    pub(super) together: Option<Together>,
    /// Why they are no certificate with its key.
    pub(super) problem: Option<BundleError>,
}

/// What came of one file.
pub(super) enum Facts {
    /// It was opened.
    Open(Inside),
    /// It was not opened.
    Closed(ReadError),
    /// It could not be read from the disk, or reading it was stopped.
    NotRead(Problem),
}

/// What is in a file.
pub(super) struct Inside {
    pub(super) source: Source,
    pub(super) keys: Vec<String>,
    pub(super) certificates: Vec<Certificate>,
}

/// A certificate with its chain, and with its key or without.
pub(super) enum Together {
    WithKey(Box<Bundle>),
    WithoutKey(Box<Chain>),
}

impl Together {
    pub(super) const fn leaf(&self) -> &Certificate {
        match self {
            Self::WithKey(bundle) => &bundle.leaf,
            Self::WithoutKey(chain) => &chain.leaf,
        }
    }

    /// The certificates above the leaf, in order.
    pub(super) fn issuers(&self) -> &[Certificate] {
        match self {
            Self::WithKey(bundle) => &bundle.chain,
            Self::WithoutKey(chain) => &chain.issuers,
        }
    }

    pub(super) fn strangers(&self) -> &[Certificate] {
        match self {
            Self::WithKey(bundle) => &bundle.strangers,
            Self::WithoutKey(chain) => &chain.strangers,
        }
    }

    pub(super) const fn duplicates(&self) -> usize {
        match self {
            Self::WithKey(bundle) => bundle.duplicates,
            Self::WithoutKey(chain) => chain.duplicates,
        }
    }

    /// With its key: the whole of it.
    pub(super) const fn bundle(&self) -> Option<&Bundle> {
        match self {
            Self::WithKey(bundle) => Some(bundle),
            Self::WithoutKey(_) => None,
        }
    }
}

/// Opens files, and puts what is in them together with issuers that were `added`.
pub(super) async fn open(
    files: Vec<HeldFile>,
    added: Vec<Certificate>,
    hashes: u64,
) -> Result<Opened, Refusal> {
    let opening = move || {
        // The checks judge by them; here is where waiting for them stands in nobody's way.
        roots::of_this_machine();
        opened(&files, added, hashes)
    };
    let opened = tauri::async_runtime::spawn_blocking(opening).await;
    opened.map_err(|_| Refusal::bug())
}

fn opened(files: &[HeldFile], added: Vec<Certificate>, hashes: u64) -> Opened {
    let options = Options {
        hashes,
        ..Options::default()
    };
    let mut all = Vec::new();
    let mut facts = Vec::new();
    for file in files {
        facts.push(match &file.bytes {
            Err(problem) => Facts::NotRead(problem.clone()),
            Ok(bytes) => match read(bytes, file.password.as_ref(), &options) {
                Err(error) => Facts::Closed(error),
                Ok(contents) => {
                    let inside = Inside::of(&contents);
                    all.push(contents);
                    Facts::Open(inside)
                }
            },
        });
    }
    let mut contents = join(all);
    contents.certificates.extend(added);
    put_together(facts, contents)
}

fn put_together(files: Vec<Facts>, contents: Contents) -> Opened {
    if contents.keys.is_empty() && contents.certificates.is_empty() {
        return Opened {
            files,
            ..Opened::default()
        };
    }
    let chain = contents.chain();
    match contents.into_bundle() {
        Ok(bundle) => Opened {
            files,
            together: Some(Together::WithKey(Box::new(bundle))),
            problem: None,
        },
        Err(error) => Opened {
            files,
            together: chain.map(|chain| Together::WithoutKey(Box::new(chain))),
            problem: Some(error),
        },
    }
}

impl Inside {
    fn of(contents: &Contents) -> Self {
        Self {
            source: contents.source.clone(),
            keys: contents
                .keys
                .iter()
                .map(|key| key.kind().to_string())
                .collect(),
            certificates: contents.certificates.clone(),
        }
    }
}
