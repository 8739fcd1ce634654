//! What was asked for, understood: one type a verb.

use std::path::PathBuf;

use appliance::ApplianceAddress;
use application::named::Named;
use certificate::{Name, RsaSize};

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
    Compare(Compare),
    Request(Request),
    Join(Join),
    Report(Report),
}

impl Verb {
    /// Whether it ends with a line about a run.
    pub(crate) const fn is_about_a_run(&self) -> bool {
        matches!(self, Self::Rotate(_) | Self::Resume(_))
    }
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
    /// Peers that may be signed in to now, besides those of the record.
    pub(crate) peers: Vec<Named>,
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
    /// Which of several entries is meant, by its name, its subject or its thumbprint.
    pub(crate) entry: Option<String>,
    /// Files that ask for much more work than usual are opened all the same.
    pub(crate) open_anyway: bool,
    pub(crate) judging: Judging,
}

/// What certificates are judged for, and what may complete their chain.
#[derive(Debug, Default)]
pub(crate) struct Judging {
    /// The site that the certificate is meant for.
    pub(crate) site: Option<ApplianceAddress>,
    /// Missing issuers are looked for among those that this machine trusts.
    pub(crate) complete: bool,
    /// Missing issuers are fetched from the address that the certificate names.
    pub(crate) fetch_issuers: bool,
}

impl Judging {
    /// Whether a chain is to be completed from anywhere.
    pub(crate) const fn completes(&self) -> bool {
        self.complete || self.fetch_issuers
    }
}

/// Two certificates side by side: each in a file, or in use at an address.
#[derive(Debug)]
pub(crate) struct Compare {
    pub(crate) one: PathBuf,
    pub(crate) other: PathBuf,
}

/// Requests for certificates.
#[derive(Debug)]
pub(crate) enum Request {
    /// Make a key and a request.
    Make(MakeRequest),
    /// Tell which ones wait.
    List,
    /// Show the request of this identity again.
    Show(String),
    /// Forget the request of this identity, and its key.
    Forget(String),
}

/// A key and a request for these names.
#[derive(Debug)]
pub(crate) struct MakeRequest {
    pub(crate) names: Vec<Name>,
    pub(crate) size: RsaSize,
    /// The site that it is for: without names, they are those of this site.
    pub(crate) site: Option<ApplianceAddress>,
    /// Where the request goes, if not to standard output.
    pub(crate) out: Option<PathBuf>,
}

/// Join a reply to the key of its request.
#[derive(Debug)]
pub(crate) struct Join {
    pub(crate) files: Vec<PathBuf>,
    /// Where the file for the appliance goes.
    pub(crate) write: PathBuf,
    /// That file is for an appliance that reads the older form only.
    pub(crate) older: bool,
    pub(crate) judging: Judging,
    /// Which of several entries is meant, by its name, its subject or its thumbprint.
    pub(crate) entry: Option<String>,
}

/// Write the report of a run.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) run: String,
    pub(crate) html: PathBuf,
}
