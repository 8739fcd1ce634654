//! The report of a run: one HTML file that prints well, and the same as JSON.
//!
//! Both are written from the run's records alone. Records have no place for a secret, so a
//! report has none; names, addresses and thumbprints are in it.

use serde::Serialize;
use time::OffsetDateTime;

use crate::event::{Knowledge, Moment, PeerReading, Record, SiteReading};
use crate::progress::RunView;
use crate::verdict::Verdict;

mod certificates;
mod gather;
mod html;
mod on_premises;
mod page;
mod peers;
mod support;
mod words;

/// The version of the report's JSON.
const FORMAT: u32 = 1;

/// Everything that is told of a run.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The version of this form.
    pub format: u32,
    /// When it was made, RFC 3339.
    pub made_at: String,
    /// The app's versions that worked on the run, in order.
    pub app_versions: Vec<String>,
    /// The run as the screen shows it.
    pub run: RunView,
    /// How it was known which certificate the new one is.
    pub how_known: Option<Knowledge>,
    /// The local site before and after.
    pub site: BeforeAfter<SiteReading>,
    /// Each peer site before and after.
    pub peers: Vec<PeerHistory>,
    /// Every call that changed something, with the ids that the vendor's support asks for.
    pub operations: Vec<Operation>,
    /// Who saw which certificate, and from where.
    pub sightings: Vec<Sighting>,
    /// What else happened: waits, questions, answers, remarks.
    pub history: Vec<Entry>,
    /// What rests on inference and not on the vendor's word.
    pub inferred: Vec<&'static str>,
}

/// Two readings of the same thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BeforeAfter<T> {
    /// Before the change.
    pub before: Option<T>,
    /// After it.
    pub after: Option<T>,
}

impl<T> Default for BeforeAfter<T> {
    fn default() -> Self {
        Self {
            before: None,
            after: None,
        }
    }
}

impl<T> BeforeAfter<T> {
    fn put(&mut self, moment: Moment, reading: T) {
        match moment {
            Moment::Before => self.before = Some(reading),
            Moment::After => self.after = Some(reading),
        }
    }
}

/// One peer site before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PeerHistory {
    /// The peer site's name.
    pub name: String,
    /// Its readings.
    #[serde(flatten)]
    pub readings: BeforeAfter<PeerReading>,
}

/// One call that changed something at an appliance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Operation {
    /// When it was about to be sent, RFC 3339.
    pub at: String,
    /// At which site.
    pub site: String,
    /// What it asked for.
    pub asked: String,
    /// The `operationID` that was sent with it.
    pub id: String,
    /// The appliance's task, where it told one.
    pub task: Option<String>,
    /// The thumbprint that was handed over, where one was.
    pub thumbprint: Option<String>,
    /// How it ended, in a few words.
    pub result: String,
}

/// One look at a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sighting {
    /// When, RFC 3339.
    pub at: String,
    /// Whose it is said to be.
    pub subject: String,
    /// From where it was seen.
    pub vantage: String,
    /// Its thumbprint.
    pub thumbprint: String,
    /// Whether it is the one that belongs there.
    pub verdict: Verdict,
}

/// Something that happened, in a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// When, RFC 3339.
    pub at: String,
    /// What.
    pub says: String,
}

impl Report {
    /// The report of a run from its records and where it stands.
    pub(crate) fn of(records: &[Record], run: RunView, made_at: OffsetDateTime) -> Self {
        gather::report(records, run, made_at)
    }

    /// The report as one HTML file without scripts.
    pub fn html(&self) -> String {
        html::write(self)
    }

    /// The report as JSON.
    pub fn json(&self) -> String {
        serde_json::to_string_pretty(self).expect("a report has only string keys")
    }
}

#[cfg(test)]
mod tests;
