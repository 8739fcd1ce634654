//! A verdict together with its reasons and its words.

use crate::complaint::Complaint;
use crate::known::KnownSite;
use crate::observation::{Observation, Vantage};
use crate::verdict::{Verdict, Weighed};
use crate::words;

/// A verdict with its reasons and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The verdict.
    pub verdict: Verdict,
    /// The observations that brought the certificate in force.
    pub agreeing: Vec<Observation>,
    /// The observations that brought another one.
    pub odd_ones: Vec<Observation>,
    /// What it means, in a sentence or two.
    pub meaning: String,
    /// What to do, in a sentence.
    pub action: String,
}

/// Whether this site is who it should be, by everything that was seen of it.
pub fn judge_site(site: &KnownSite, observations: &[Observation]) -> Judgement {
    let about_it = |observation: &&Observation| observation.subject == site.name;
    let weighed = Weighed::of(site, observations.iter().filter(about_it));
    let (meaning, action) = words::about_site(&site.name, &weighed);
    Judgement::of(weighed, meaning, action)
}

/// Whether the site `from` trusts the site `to`, by what `from` has pinned, what it sees, and what one of the two
/// complains of.
pub fn judge_trust(
    from: &str,
    to: &KnownSite,
    observations: &[Observation],
    complaint: Option<&Complaint>,
) -> Judgement {
    let is_view_of_from = |observation: &&Observation| match &observation.vantage {
        Vantage::SeenBy { site } | Vantage::PinnedBy { site } => {
            site == from && observation.subject == to.name
        }
        Vantage::File | Vantage::ApplianceItself | Vantage::ThisComputer | Vantage::Pasted => false,
    };
    let weighed =
        Weighed::of(to, observations.iter().filter(is_view_of_from)).doubted_for(complaint);
    let (meaning, action) = words::about_trust(from, &to.name, &weighed, complaint);
    Judgement::of(weighed, meaning, action)
}

impl Judgement {
    fn of(weighed: Weighed, meaning: String, action: String) -> Self {
        Self {
            verdict: weighed.verdict,
            agreeing: weighed.agreeing,
            odd_ones: weighed.odd_ones,
            meaning,
            action,
        }
    }
}

#[cfg(test)]
mod tests;
