//! Why one half of re-establishing trust does not come about.

use appliance::{ApiProblem, RequestError};
use certificate::Thumbprint;

use crate::halt::NotKept;

/// Why one half could not be repaired.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RepairError {
    /// The site does not list the other any more.
    #[error("{at} does not list {of}")]
    RecordGone { at: String, of: String },
    /// The record's address is another than before.
    #[error("{at} lists {of} at another address")]
    AddressChanged {
        at: String,
        of: String,
        was: String,
        is: String,
    },
    /// Somebody stored a thumbprint that is neither the one before nor ours.
    #[error("{at} has another thumbprint on record for {of}")]
    SomebodyElse {
        at: String,
        of: String,
        holds: String,
    },
    /// The site sees another certificate than we verified.
    #[error("{at} sees another certificate at {of}")]
    SeesOther {
        at: String,
        of: String,
        sight: Box<Sight>,
    },
    /// The site cannot look at the other.
    #[error("{at} cannot look at {of}")]
    CannotLook {
        at: String,
        of: String,
        #[source]
        source: Box<RequestError>,
    },
    /// The site refused the repair.
    #[error("{at} refused to repair {of}")]
    Refused {
        at: String,
        of: String,
        #[source]
        source: Box<RequestError>,
    },
    /// A request at the site failed.
    #[error("a request at {at} failed")]
    Request {
        at: String,
        #[source]
        source: Box<RequestError>,
    },
    /// The task failed.
    #[error("the repair of {of} at {at} failed")]
    TaskFailed {
        at: String,
        of: String,
        code: String,
        msg: String,
    },
    /// The task did not end in time.
    #[error("the repair of {of} at {at} did not end")]
    TaskEndless { at: String, of: String },
    /// The site says the repair is done and keeps another thumbprint.
    #[error("{at} kept another thumbprint for {of}")]
    NotTaken {
        at: String,
        of: String,
        holds: Option<String>,
    },
    /// The repair is done and the two still do not trust each other.
    #[error("{at} still reports an error with {of}")]
    StillBroken {
        at: String,
        of: String,
        /// In which direction.
        way: Way,
        /// What it reports.
        reports: Box<ApiProblem>,
    },
    /// The record of the run cannot be written.
    #[error("the record of the run cannot be written")]
    NotKept(NotKept),
}

/// In which direction the contact between two sites fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// When the site goes to the other.
    Outgoing,
    /// When the other comes to the site.
    Incoming,
}

impl From<NotKept> for RepairError {
    fn from(source: NotKept) -> Self {
        Self::NotKept(source)
    }
}

/// What a site sees where another certificate was verified.
#[derive(Debug)]
pub(crate) struct Sight {
    /// The address it looked at.
    pub(crate) url: String,
    /// What it sees there.
    pub(crate) sees: Thumbprint,
    /// What we verified.
    pub(crate) verified: Thumbprint,
}
