//! What was known at one moment, in a file that can be handed on: it holds no secret and needs no password.

use certificate::Thumbprint;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::known::KnownSite;
use crate::matrix::Matrix;
use crate::observation::{Observation, Vantage};
use crate::observe::Survey;

/// The version of the file that this program writes.
const VERSION: u32 = 1;

/// A survey's conclusions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Snapshot {
    version: u32,
    /// When it was taken.
    #[serde(with = "time::serde::rfc3339")]
    pub taken: OffsetDateTime,
    /// The sites and their certificates.
    pub sites: Vec<KnownSite>,
    /// Who trusts whom.
    pub matrix: Matrix,
}

/// Why a text is not a snapshot.
#[derive(Debug, thiserror::Error)]
pub enum ReadSnapshotError {
    /// It was written by a newer version of this program.
    #[error("the snapshot is of version {found}, and this program reads up to version {VERSION}")]
    Newer {
        /// The version of the file.
        found: u32,
    },
    /// It is none, or damaged.
    #[error("the file is not a snapshot")]
    NotASnapshot(#[source] serde_json::Error),
}

/// The part that every version has.
#[derive(Deserialize)]
struct Head {
    version: u32,
}

impl Snapshot {
    /// The conclusions of a survey.
    pub fn of(survey: &Survey) -> Self {
        let (sites, matrix) = (survey.sites(), Matrix::of(survey));
        Self {
            version: VERSION,
            taken: survey.taken,
            sites,
            matrix,
        }
    }

    /// The site that `holder` had on record under this thumbprint.
    pub fn pinned_by(&self, holder: &str, pin: &Thumbprint) -> Option<&str> {
        let by_holder = Vantage::PinnedBy {
            site: holder.to_owned(),
        };
        let is_pin =
            |seen: &Observation| seen.vantage == by_holder && seen.thumbprint() == Some(pin);
        let mut cells = self.matrix.cells.iter();
        let cell = cells.find(|cell| cell.from == holder && cell.observations.iter().any(is_pin));
        cell.map(|cell| &*cell.to)
    }

    /// The text of the file.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("strings, times and lists always become JSON")
    }

    /// Reads the text of a file.
    pub fn from_json(text: &str) -> Result<Self, ReadSnapshotError> {
        let head: Head = serde_json::from_str(text).map_err(ReadSnapshotError::NotASnapshot)?;
        if head.version > VERSION {
            return Err(ReadSnapshotError::Newer {
                found: head.version,
            });
        }
        serde_json::from_str(text).map_err(ReadSnapshotError::NotASnapshot)
    }
}

#[cfg(test)]
mod tests {
    use super::{ReadSnapshotError, Snapshot};
    use crate::known::{Generation, KnownSite};
    use crate::matrix::{Cell, Matrix};
    use crate::observation::{Observation, Obstacle, Vantage};
    use crate::verdict::Verdict;
    use certificate::Thumbprint;
    use time::macros::datetime;

    fn snapshot() -> Snapshot {
        let taken = datetime!(2026-03-01 12:00 UTC);
        let pin = Vantage::PinnedBy {
            site: "Paris".into(),
        };
        let history = vec![Generation {
            thumbprint: Thumbprint::of(b"old"),
            replaced: Some(taken),
        }];
        let cell = Cell {
            from: "Paris".into(),
            to: "Berlin".into(),
            verdict: Verdict::OldCertificate {
                replaced: Some(taken),
            },
            meaning: "m".into(),
            action: "a".into(),
            complaint: None,
            observations: vec![
                Observation::seen("Berlin", pin.clone(), Thumbprint::of(b"old"), taken),
                Observation::failed("Berlin", pin, Obstacle::Refused { msg: "no".into() }, taken),
            ],
        };
        let sites = vec![KnownSite {
            history,
            ..KnownSite::named("Berlin")
        }];
        let matrix = Matrix {
            sites: vec!["Paris".into(), "Berlin".into()],
            cells: vec![cell],
        };
        Snapshot {
            version: 1,
            taken,
            sites,
            matrix,
        }
    }

    #[test]
    fn survives_being_written_and_read() {
        let text = snapshot().to_json();
        assert_eq!(Snapshot::from_json(&text).unwrap(), snapshot());
    }

    #[test]
    fn tells_whom_a_site_had_on_record_under_a_thumbprint() {
        let (old, other) = (Thumbprint::of(b"old"), Thumbprint::of(b"other"));
        assert_eq!(snapshot().pinned_by("Paris", &old), Some("Berlin"));
        assert_eq!(snapshot().pinned_by("Paris", &other), None);
        assert_eq!(snapshot().pinned_by("Berlin", &old), None);
    }

    #[test]
    fn refuses_a_newer_version_by_its_number_alone() {
        let error =
            Snapshot::from_json(r#"{"version": 2, "cells": "of another shape"}"#).unwrap_err();
        assert!(
            matches!(error, ReadSnapshotError::Newer { found: 2 }),
            "{error}"
        );
    }

    #[test]
    fn refuses_what_is_no_snapshot() {
        for text in ["", "<html>", "[]", r#"{"version": 1}"#] {
            let error = Snapshot::from_json(text).unwrap_err();
            assert!(
                matches!(error, ReadSnapshotError::NotASnapshot(_)),
                "{text}: {error}"
            );
        }
    }
}
