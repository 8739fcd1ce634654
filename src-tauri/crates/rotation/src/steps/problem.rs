//! What can go wrong from the restart to the new certificate being verified, to a person.

use message::{Argument, Problem, message, problem};

use crate::problem::other_certificate;
use crate::steps::{AdviseError, AwaitError, VerifyError};

impl From<&AwaitError> for Problem {
    fn from(error: &AwaitError) -> Self {
        match error {
            AwaitError::OtherCertificate { site, seen } => other_certificate(site, seen),
            AwaitError::OldAgain { site } => problem!("restart.old_again", site = site),
            AwaitError::StillOld { site, was_down } => {
                let problem = problem!("restart.still_old", site = site);
                if *was_down {
                    problem.told_as(message!("restart.back_with_old", site = site))
                } else {
                    problem
                }
            }
            AwaitError::NotBack { site } => problem!("restart.not_back", site = site),
            AwaitError::NotReady { site, source } => {
                let quote = source.as_ref().map(ToString::to_string).unwrap_or_default();
                problem!("restart.not_ready", site = site).quoting(&quote)
            }
            AwaitError::SignIn { site, source } => source
                .problem(site)
                .with_meaning(message!("restart.in_between")),
            AwaitError::ReportsOther {
                site,
                shows,
                reports,
            } => problem!(
                "restart.reports_other",
                site = site,
                shows = shows.to_string(),
                reports = reports.to_string()
            ),
        }
    }
}

impl From<&VerifyError> for Problem {
    fn from(error: &VerifyError) -> Self {
        match error {
            VerifyError::SameProcess { site } => problem!("verify.same_process", site = site),
            VerifyError::NotInOrder { site, peer } => {
                problem!("verify.not_in_order", site = site, peer = peer)
            }
        }
    }
}

impl From<&AdviseError> for Problem {
    fn from(error: &AdviseError) -> Self {
        match error {
            AdviseError::Refused { site, names } => problem!(
                "on_premises.refused",
                site = site,
                names = Argument::list(names)
            ),
        }
    }
}
