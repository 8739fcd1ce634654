//! Why a run is not started or not taken up again.

use crate::problem::Problem;

/// Where everything stands.
const AS_IT_WAS: &str = "Nothing was done to any site.";

/// Why a run is not started or not taken up again.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The plan says that something stands in the way.
    #[error("the plan does not allow a start")]
    NotAllowed {
        /// The first thing in the way.
        problem: Box<Problem>,
    },
    /// The plan is about another site or another action than the request.
    #[error("the plan was made for another request")]
    OtherPlan,
    /// The run is over.
    #[error("the run has ended")]
    Ended,
    /// A person stopped the run before anything was changed.
    #[error("the run of {site} was stopped")]
    Stopped {
        /// The site's name.
        site: String,
    },
    /// There is nothing to take up: the record does not say what the run is about.
    #[error("the record of {run} has no beginning")]
    NoBeginning {
        /// The run.
        run: String,
    },
    /// The site that was given is not the one of the run.
    #[error("the run is about another site")]
    OtherSite {
        /// The address in the record.
        recorded: String,
    },
    /// The certificate by which the site is known is neither the old nor the new one.
    #[error("the site is known by a third certificate")]
    OtherPin,
    /// The replacement was not made yet, and the file is needed for it.
    #[error("the file of the new certificate is needed")]
    FileNeeded,
    /// It is to be sent again, and the file is needed for it.
    #[error("the file of the new certificate is needed to send it to {site} again")]
    FileNeededAgain {
        /// The site's name.
        site: String,
    },
    /// The file is another one than at the start.
    #[error("the file holds another certificate than at the start")]
    OtherFile,
}

impl From<&StartError> for Problem {
    fn from(error: &StartError) -> Self {
        match error {
            StartError::NotAllowed { problem } => (**problem).clone(),
            StartError::OtherPlan => Self::new(
                "run.other_plan",
                "The plan was made for another site, another action or another certificate.",
                AS_IT_WAS,
                "Make the plan again.",
            ),
            StartError::Ended => Self::new(
                "run.ended",
                "This run has ended; everything is as it should be.",
                AS_IT_WAS,
                "Read its report, or start a new run.",
            ),
            StartError::Stopped { site } => Self::new(
                "run.stopped",
                format!(
                    "This run of {site} was stopped by a person's answer, and it stays stopped."
                ),
                format!("Nothing was changed at {site} or at any of its peer sites."),
                format!("Make a new plan for {site} when its peer sites are ready."),
            ),
            StartError::NoBeginning { run } => Self::new(
                "run.no_beginning",
                format!("The record of {run} does not say what the run is about."),
                "Nothing more was done to any site.",
                "Start a new run: it looks at the site first, and asks where an earlier replacement may have been sent.",
            ),
            StartError::OtherSite { recorded } => Self::new(
                "run.other_site",
                format!("This run is about the site at {recorded}."),
                AS_IT_WAS,
                "Give the sign-in for that site.",
            ),
            StartError::OtherPin => Self::new(
                "run.other_pin",
                "The site is known by a certificate that is neither the old nor the new one of this run.",
                AS_IT_WAS,
                "Find out which certificate the site uses before you go on.",
            ),
            StartError::FileNeeded => Self::new(
                "run.file_needed",
                "The new certificate was not sent before the run was cut off, and its file is needed again.",
                AS_IT_WAS,
                "Choose the same file and resume the run.",
            ),
            StartError::FileNeededAgain { site } => Self::new(
                "run.file_needed",
                format!(
                    "The new certificate is to be sent to {site} once more, as was answered, and its file is needed for that."
                ),
                format!(
                    "Whether {site} took what was sent before is not known yet. Nothing was done now."
                ),
                "Choose the same file and resume the run.",
            ),
            StartError::OtherFile => Self::new(
                "run.other_file",
                "This file holds another certificate than the one the run began with.",
                AS_IT_WAS,
                "Choose the same file, or start a new run with this one.",
            ),
        }
    }
}
