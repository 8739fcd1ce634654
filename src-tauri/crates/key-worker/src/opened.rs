//! What came of opening files: all of it that is no secret.

use certificate::{Bundle, BundleError, Certificate, Chain, EntryName, ReadError};
use serde::{Deserialize, Serialize};

use crate::inside::Inside;
use crate::left_out::{self, LeftOut};

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
