//! What is known of a site beforehand: its certificate in force, and the ones before it.

use certificate::Thumbprint;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// A certificate that a site had once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Generation {
    /// Its thumbprint.
    pub thumbprint: Thumbprint,
    /// When it was replaced, where that is known.
    #[serde(with = "time::serde::rfc3339::option", default)]
    pub replaced: Option<OffsetDateTime>,
}

/// A site and its certificates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KnownSite {
    /// The name by which its peers know it.
    pub name: String,
    /// Whether it is the operator's own.
    pub is_own: bool,
    /// The certificate in force, where somebody vouches for it.
    pub current: Option<Thumbprint>,
    /// The ones before it, newest first.
    pub history: Vec<Generation>,
}

impl KnownSite {
    /// A site of which only the name is known.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            is_own: false,
            current: None,
            history: Vec::new(),
        }
    }

    /// The generation before the current one that has this thumbprint.
    pub(crate) fn generation(&self, thumbprint: &Thumbprint) -> Option<&Generation> {
        self.history
            .iter()
            .find(|generation| generation.thumbprint == *thumbprint)
    }
}
