//! Why what is in files is no certificate with its key.

use serde::{Deserialize, Serialize};

use crate::entry_name::EntryName;
use crate::locked_key::LockedKey;

/// Why the contents of a file, or of several, are no bundle of one key with its certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum BundleError {
    /// Certificates only.
    #[error("find the private key: there are only {certificates} certificates")]
    NoKey {
        /// How many certificates there are.
        certificates: usize,
    },
    /// Certificates of authorities only: neither that of a server nor a key.
    #[error("find the certificate of the server: there are only those of authorities")]
    OnlyAuthorities,
    /// A key only.
    #[error("find the certificate: there is only a private key")]
    NoCertificate,
    /// The key that may belong to the certificate is there and locked.
    #[error("open the private key: it is locked")]
    KeyLocked {
        /// The keys that are locked.
        locked: Vec<LockedKey>,
    },
    /// The key belongs to none of the certificates.
    #[error("find the certificate of the private key: it belongs to none of {}", offered.join("; "))]
    KeyDoesNotMatch {
        /// Subjects of the certificates that are there.
        offered: Vec<String>,
    },
    /// The key may belong to a certificate of its kind, but its file lacks what would tell.
    #[error(
        "find the certificate of the private key: it is {kind}, without the public half that tells"
    )]
    KeyNotComparable {
        /// The key's kind in words, such as `Ed448`.
        kind: String,
    },
    /// More than one key has a certificate; which one is meant cannot be told.
    #[error("choose the entry: {} keys have a certificate: {}", entries.len(), listed(entries))]
    SeveralEntries {
        /// What they are called.
        entries: Vec<EntryName>,
    },
    /// None of the keys with a certificate is called as was asked for.
    #[error("choose the entry: none of {} is called {wanted:?}", listed(entries))]
    NoSuchEntry {
        /// What was asked for.
        wanted: String,
        /// What they are called.
        entries: Vec<EntryName>,
    },
}

fn listed(entries: &[EntryName]) -> String {
    let names: Vec<String> = entries.iter().map(ToString::to_string).collect();
    names.join("; ")
}
