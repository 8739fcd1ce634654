//! What people call an entry of a keystore by.

use std::fmt;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::thumbprint::Thumbprint;

/// What an entry is called: enough for people to tell it from the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryName {
    /// The entry's own name in the keystore, where it has one.
    pub alias: Option<String>,
    /// The subject of its certificate.
    pub subject: String,
    /// The common name in that.
    pub common_name: Option<String>,
    /// The end of the certificate's validity.
    pub not_after: OffsetDateTime,
    /// The certificate's thumbprint.
    pub thumbprint: Thumbprint,
}

impl fmt::Display for EntryName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(alias) = &self.alias {
            write!(f, "{alias:?}, ")?;
        }
        write!(
            f,
            "{} until {}, {}",
            self.subject,
            self.not_after.date(),
            self.thumbprint
        )
    }
}
