//! From observations to a verdict. Pure: the same observations always give the same answer.
//!
//! There are four verdicts, never three: "could not check" must never look like "different", or people learn to
//! overlook both. A complaint is told beside a verdict. It changes one thing only: a site that has the right thumbprint
//! on record and tells that it refused that very certificate contradicts itself, and is not called "same".

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::complaint::Complaint;
use crate::known::KnownSite;
use crate::observation::{Observation, Obstacle};

/// What observations of a certificate amount to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Verdict {
    /// Every look brought the certificate in force.
    Same,
    /// A look brought a certificate that the site never had, as far as is known.
    Different,
    /// A look brought a certificate that the site had before.
    OldCertificate {
        /// When that one was replaced, where it is known.
        #[serde(with = "time::serde::rfc3339::option", default)]
        replaced: Option<OffsetDateTime>,
    },
    /// No look brought a certificate, or there is nothing to compare with.
    CouldNotCheck {
        /// Why.
        why: Obstacle,
    },
}

impl Verdict {
    /// The verdict as people read it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Same => "Same",
            Self::Different => "Different",
            Self::OldCertificate { .. } => "Old certificate",
            Self::CouldNotCheck { .. } => "Could not check",
        }
    }

    /// The verdict as programs read it.
    pub fn slug(&self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::OldCertificate { .. } => "old",
            Self::CouldNotCheck { .. } => "unknown",
        }
    }
}

/// Observations sorted by whether they agree, and the verdict that follows.
pub(crate) struct Weighed {
    pub(crate) verdict: Verdict,
    pub(crate) agreeing: Vec<Observation>,
    pub(crate) odd_ones: Vec<Observation>,
}

impl Weighed {
    pub(crate) fn of<'a>(
        site: &KnownSite,
        observations: impl Iterator<Item = &'a Observation>,
    ) -> Self {
        let observations: Vec<_> = observations.cloned().collect();
        let obstacle = observations
            .iter()
            .find_map(|seen| seen.obstacle().cloned());
        let certificates = observations
            .into_iter()
            .filter(|seen| seen.thumbprint().is_some());
        let is_current = |seen: &Observation| seen.thumbprint() == site.current.as_ref();
        let (agreeing, odd_ones): (Vec<_>, Vec<_>) = certificates.partition(is_current);
        let verdict = if agreeing.is_empty() && odd_ones.is_empty() {
            Verdict::CouldNotCheck {
                why: obstacle.unwrap_or(Obstacle::NotAsked),
            }
        } else if site.current.is_none() {
            Verdict::CouldNotCheck {
                why: Obstacle::CurrentUnknown,
            }
        } else if odd_ones.is_empty() {
            Verdict::Same
        } else {
            of_odd_ones(site, &odd_ones)
        };
        Self {
            verdict,
            agreeing,
            odd_ones,
        }
    }

    /// A complaint takes back a "same" where it contradicts it, and nothing else.
    pub(crate) fn doubted_for(self, complaint: Option<&Complaint>) -> Self {
        let is_contradicted = complaint.is_some_and(|complaint| complaint.refuses);
        if self.verdict != Verdict::Same || !is_contradicted {
            return self;
        }
        let why = Obstacle::Contradicted;
        Self {
            verdict: Verdict::CouldNotCheck { why },
            ..self
        }
    }
}

/// Old when every odd one is a certificate of the past, different as soon as one is not.
fn of_odd_ones(site: &KnownSite, odd_ones: &[Observation]) -> Verdict {
    let generations: Option<Vec<_>> = odd_ones
        .iter()
        .map(|seen| site.generation(seen.thumbprint()?))
        .collect();
    match generations {
        None => Verdict::Different,
        Some(generations) => Verdict::OldCertificate {
            replaced: generations
                .iter()
                .filter_map(|generation| generation.replaced)
                .max(),
        },
    }
}
