//! A private key that is there and locked.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::error::ReadError;

/// A private key that stayed locked while the rest of its file was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockedKey {
    /// The entry's own name, where the file gives it one.
    pub alias: Option<String>,
    /// No password was given, none of those that were opens it, or one opens the file and not this key.
    pub why: ReadError,
}

impl fmt::Display for LockedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.alias {
            Some(alias) => write!(f, "{alias:?}"),
            None => f.write_str("one without a name"),
        }
    }
}
