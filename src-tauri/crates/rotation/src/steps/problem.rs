//! Words for what can go wrong from the restart to the new certificate being verified.

use crate::enumerate::enumerate;
use crate::problem::{Problem, WHO_ANSWERS, other_certificate};
use crate::steps::{AdviseError, AwaitError, VerifyError};

/// What a site in the middle of its restart means for its peers.
const IN_BETWEEN: &str =
    "The replacement was sent. Until the site is back and repaired, its peer sites refuse it.";

impl From<&AwaitError> for Problem {
    fn from(error: &AwaitError) -> Self {
        match error {
            AwaitError::OtherCertificate { site, seen } => other_certificate(site, seen),
            AwaitError::OldAgain { site } => Self::new(
                "restart.old_again",
                format!(
                    "The old certificate answers at {site} again, after the new one had been seen."
                ),
                "It may have been rolled back, or two machines answer at one address. No password was sent to it.",
                WHO_ANSWERS,
            ),
            AwaitError::StillOld { site, was_down } => Self::new(
                "restart.still_old",
                if *was_down {
                    format!("{site} was down and came back with its old certificate.")
                } else {
                    format!("{site} still shows its old certificate: nobody saw it go down.")
                },
                format!(
                    "{site} took the replacement, and it is not in use. Its peer sites still trust it."
                ),
                "Look at the services in the appliance's own pages, restart them if need be, then resume the run.",
            ),
            AwaitError::NotBack { site } => Self::new(
                "restart.not_back",
                format!("{site} has not come back in time."),
                IN_BETWEEN,
                "Look at the appliance's console and its services, then resume the run.",
            ),
            AwaitError::NotReady { site, source } => {
                let quote = source.as_ref().map(ToString::to_string).unwrap_or_default();
                Self::new(
                    "restart.not_ready",
                    format!(
                        "{site} shows the new certificate, but its services do not answer properly."
                    ),
                    IN_BETWEEN,
                    "Wait until its own pages answer, then resume the run.",
                )
                .quoting(&quote)
            }
            AwaitError::SignIn { site, source } => Self {
                meaning: IN_BETWEEN.to_owned(),
                ..Self::from((&**site, &**source))
            },
            AwaitError::ReportsOther {
                site,
                shows,
                reports,
            } => Self::new(
                "restart.reports_other",
                format!("{site} shows the certificate {shows} and says that it uses {reports}."),
                "Something may stand between this computer and the site. No peer site was changed.",
                WHO_ANSWERS,
            ),
        }
    }
}

impl From<&VerifyError> for Problem {
    fn from(error: &VerifyError) -> Self {
        match error {
            VerifyError::SameProcess { site } => Self::new(
                "verify.same_process",
                format!("The same process answers at {site} as before the replacement."),
                "The new certificate is in use. That a restart changes the process's id is inferred from its name.",
                "Look at the services in the appliance's own pages.",
            ),
            VerifyError::NotInOrder { site, peer } => Self::new(
                "verify.not_in_order",
                format!(
                    "{site} and {peer} were repaired, and at the last reading their pairing was not in order, or could \
                     not be read."
                ),
                "Somebody may have changed it meanwhile, or one of the two went away.",
                "See whether both are up, then try this peer again.",
            ),
        }
    }
}

impl From<&AdviseError> for Problem {
    fn from(error: &AdviseError) -> Self {
        match error {
            AdviseError::Refused { site, names } => Self::new(
                "on_premises.refused",
                format!(
                    "{site} tells that its new certificate is refused by {}.",
                    enumerate(names)
                ),
                "Nothing was to be done there. The error may be one from the restart, which goes away with the next \
                 contact, or the site does not trust the authority after all.",
                "Look at the site's pairing on its own appliance; repair it there if the error stays.",
            ),
        }
    }
}
