//! What is in a file: all of it that is no secret.

use certificate::{Certificate, LockedKey, Source};
use serde::{Deserialize, Serialize};

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
