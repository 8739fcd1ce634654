//! Why a run is not started or not taken up again.

use message::{Problem, message, problem};

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
            StartError::OtherPlan => problem!("run.other_plan"),
            StartError::Ended => problem!("run.ended"),
            StartError::Stopped { site } => problem!("run.stopped", site = site),
            StartError::NoBeginning { run } => problem!("run.no_beginning", run = run.to_string()),
            StartError::OtherSite { recorded } => {
                problem!("run.other_site", recorded = recorded.to_string())
            }
            StartError::OtherPin => problem!("run.other_pin"),
            StartError::FileNeeded => problem!("run.file_needed"),
            StartError::FileNeededAgain { site } => {
                problem!("run.file_needed").told_as(message!("run.file_needed_again", site = site))
            }
            StartError::OtherFile => problem!("run.other_file"),
        }
    }
}
