//! What was asked for, understood: one type a verb.

use std::path::PathBuf;

use appliance::ApplianceAddress;
use certificate::Thumbprint;

/// A whole command line, understood.
#[derive(Debug)]
pub(crate) struct Invocation {
    /// Where everything is kept, if not in the usual place.
    pub(crate) state: Option<PathBuf>,
    /// Whether passwords come over standard input.
    pub(crate) secrets_on_stdin: bool,
    /// What to do.
    pub(crate) verb: Verb,
}

/// What to do.
#[derive(Debug)]
pub(crate) enum Verb {
    Help,
    Version,
    Rotate(Rotate),
    Resume(Resume),
    Check(Vec<Named>),
    Doctor(Doctor),
    Report(Report),
}

impl Verb {
    /// Whether it ends with a line about a run.
    pub(crate) const fn is_about_a_run(&self) -> bool {
        matches!(self, Self::Rotate(_) | Self::Resume(_))
    }
}

/// A site that was named, with the certificate it is known by if that was named too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) address: ApplianceAddress,
    pub(crate) pin: Option<Thumbprint>,
}

/// Replace a site's certificate.
#[derive(Debug)]
pub(crate) struct Rotate {
    pub(crate) site: Named,
    pub(crate) source: Source,
    pub(crate) peers: Vec<Named>,
    pub(crate) plan_only: bool,
    pub(crate) work: Work,
}

/// Where the new certificate comes from.
#[derive(Debug)]
pub(crate) enum Source {
    Import(PathBuf),
    Regenerate,
}

/// Take up a run.
#[derive(Debug)]
pub(crate) struct Resume {
    pub(crate) run: Option<String>,
    /// The file again, where the replacement has not been made yet.
    pub(crate) import: Option<PathBuf>,
    pub(crate) work: Work,
}

/// How a run is worked on.
#[derive(Debug)]
pub(crate) struct Work {
    pub(crate) answers: Vec<Answer>,
    /// How many times shorter every wait is.
    pub(crate) pace: Option<u32>,
}

/// An answer given before its question is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) question: String,
    pub(crate) answer: String,
    pub(crate) typed: Option<String>,
}

/// Look into files.
#[derive(Debug)]
pub(crate) struct Doctor {
    pub(crate) files: Vec<PathBuf>,
    /// Where the file for the appliance goes, if one is made.
    pub(crate) write: Option<PathBuf>,
    /// That file is for an appliance that reads the older form only.
    pub(crate) older: bool,
    /// Files that ask for much more work than usual are opened all the same.
    pub(crate) open_anyway: bool,
}

/// Write the report of a run.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) run: String,
    pub(crate) html: PathBuf,
}
