//! Who trusts whom: one cell for each direction of each pairing.

use serde::{Deserialize, Serialize};

use crate::judgement::{Judgement, judge_trust};
use crate::known::KnownSite;
use crate::observation::{Observation, Obstacle, Vantage};
use crate::observe::Survey;
use crate::verdict::Verdict;

/// The row `from` trusts the column `to`, or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    /// The site that has to trust.
    pub from: String,
    /// The site that is to be trusted.
    pub to: String,
    /// The verdict.
    pub verdict: Verdict,
    /// What it means.
    pub meaning: String,
    /// What to do.
    pub action: String,
    /// Which of the two tells that the last contact on the way from `from` to `to` failed, and how.
    pub complaint: Option<String>,
    /// How that is known.
    pub observations: Vec<Observation>,
}

/// Every pairing in both directions. Two sites that are not paired have no cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Matrix {
    /// The sites, in the order of the survey.
    pub sites: Vec<String>,
    /// The cells, row by row.
    pub cells: Vec<Cell>,
}

impl Cell {
    /// Whether nothing has to be done: the certificate is the right one, and nobody complains.
    pub fn is_well(&self) -> bool {
        self.verdict == Verdict::Same && self.complaint.is_none()
    }
}

impl Matrix {
    /// Judges everything a survey saw.
    pub fn of(survey: &Survey) -> Self {
        let sites = survey.sites();
        let mut cells = Vec::new();
        for from in &sites {
            for to in sites
                .iter()
                .filter(|to| survey.are_paired(&from.name, &to.name))
            {
                cells.push(cell(survey, &from.name, to));
            }
        }
        Self {
            sites: sites.into_iter().map(|site| site.name).collect(),
            cells,
        }
    }

    /// The cell for one direction of one pairing.
    pub fn cell(&self, from: &str, to: &str) -> Option<&Cell> {
        self.cells
            .iter()
            .find(|cell| cell.from == from && cell.to == to)
    }
}

fn cell(survey: &Survey, from: &str, to: &KnownSite) -> Cell {
    let observations = views(survey, from, &to.name);
    let complaint = survey.complaint(from, &to.name);
    let Judgement {
        verdict,
        meaning,
        action,
        ..
    } = judge_trust(from, to, &observations, complaint.as_ref());
    let (from, to) = (from.to_owned(), to.name.clone());
    Cell {
        from,
        to,
        verdict,
        meaning,
        action,
        complaint: complaint.map(|complaint| complaint.says),
        observations,
    }
}

/// What `from` has pinned and seen of `to`; where nobody could look, that is an observation too.
fn views(survey: &Survey, from: &str, to: &str) -> Vec<Observation> {
    let pin = Vantage::PinnedBy {
        site: from.to_owned(),
    };
    let view = Vantage::SeenBy {
        site: from.to_owned(),
    };
    let is_of_this_direction =
        |seen: &&Observation| seen.subject == to && (seen.vantage == pin || seen.vantage == view);
    let seen: Vec<_> = survey
        .observations
        .iter()
        .filter(is_of_this_direction)
        .cloned()
        .collect();
    if !seen.is_empty() {
        return seen;
    }
    let why = match survey.report(from) {
        None => Obstacle::NotSignedIn,
        Some(report) => report.obstacle.clone().unwrap_or(Obstacle::NotPaired),
    };
    vec![Observation::failed(to, pin, why, survey.taken)]
}
