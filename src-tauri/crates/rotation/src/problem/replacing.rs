//! Words for what can go wrong from the replacement to the new certificate being verified.

use super::Problem;
use crate::questions::enumerate;
use crate::replace::ReplaceError;
use crate::steps::{AdviseError, AwaitError, VerifyError};
use crate::vouch::VouchError;

/// What a site in the middle of its restart means for its peers.
const IN_BETWEEN: &str =
    "The replacement was sent. Until the site is back and repaired, its peer sites refuse it.";

/// What to do when nobody knows who answers.
const WHO_ANSWERS: &str = "Compare with the appliance's console before you do anything else. \
     Resume the run when the right certificate answers.";

impl From<&ReplaceError> for Problem {
    fn from(error: &ReplaceError) -> Self {
        let unchanged = "Nothing was changed in this run.";
        match error {
            ReplaceError::ChangedMeanwhile { site, uses } => Self::new(
                "replace.changed_meanwhile",
                format!(
                    "{site} uses the certificate {uses}: somebody replaced it since the plan was made."
                ),
                unchanged,
                "Find out who did, then make a new plan.",
            ),
            ReplaceError::PairingChanged { site, peer } => Self::new(
                "replace.pairing_changed",
                format!("The pairing of {site} with {peer} was changed since the plan was made."),
                unchanged,
                "Find out who did, then make a new plan.",
            ),
            ReplaceError::Refused { site, source } => {
                let problem = Self::from((&**site, source));
                Self {
                    code: "replace.refused".to_owned(),
                    what: format!("{site} refused the new certificate. {}", problem.what),
                    meaning: "The old certificate stays in use. Nothing was changed.".to_owned(),
                    ..problem
                }
            }
            ReplaceError::OtherCertificate { site, seen } => other_certificate(site, seen),
            ReplaceError::NobodyToRepair { site } => Self::new(
                "replace.nobody_to_repair",
                format!(
                    "The certificate of {site} was not replaced: none of its peer sites can be repaired now."
                ),
                "Nothing was changed anywhere.",
                "Mend what stands in each peer site's way, then make a new plan.",
            ),
            ReplaceError::OtherTaken { site, uses } => Self::new(
                "replace.other_taken",
                format!(
                    "{site} says that it uses the certificate {uses}, which is neither the old nor the new one of this run."
                ),
                format!(
                    "Somebody else replaced the certificate of {site}. No peer site was changed."
                ),
                "Find out who did, then make a new plan.",
            ),
            ReplaceError::Away { site } => Self::new(
                "replace.away",
                format!(
                    "Nobody answers at {site}. It may be restarting with what an earlier run sent."
                ),
                unchanged,
                format!("Wait until {site} answers, then make a new plan or resume this run."),
            ),
            ReplaceError::EarlierStands { site, run } => Self::new(
                "replace.earlier_stands",
                format!(
                    "The certificate of {site} was not replaced: the earlier run {run} may have done so."
                ),
                unchanged,
                format!(
                    "Look at the certificate of {site} in the appliance's own pages and at who trusts it; then make a \
                     new plan."
                ),
            ),
            ReplaceError::GivenUp { site } => Self::new(
                "replace.given_up",
                format!("The replacement at {site} was not sent again."),
                "Very likely the old certificate stays in use; the answer that would tell was lost.",
                format!(
                    "Look at the certificate of {site} in the appliance's own pages, then make a new plan."
                ),
            ),
        }
    }
}

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

impl From<&VouchError> for Problem {
    fn from(error: &VouchError) -> Self {
        let unsent = "The site made itself a new certificate. No password was sent to whoever answers now, and no peer site was changed.";
        match error {
            VouchError::Disagreement { site, here, others } => Self::new(
                "restart.witnesses_disagree",
                format!(
                    "This computer sees {here} at {site}, and {}.",
                    VouchError::who_sees_what(others)
                ),
                unsent,
                WHO_ANSWERS,
            ),
            VouchError::PastedOld { site, seen } => Self::new(
                "restart.pasted_old",
                format!(
                    "The pasted thumbprint is the one of the certificate that was replaced; {site} shows {seen} now."
                ),
                unsent,
                "Read the new thumbprint on the appliance's console, then resume the run and paste that one.",
            ),
            VouchError::PastedDiffers { site, seen, pasted } => Self::new(
                "restart.pasted_differs",
                format!("{site} shows {seen}; the pasted thumbprint is {pasted}."),
                unsent,
                WHO_ANSWERS,
            ),
            VouchError::Stopped { site } => Self::new(
                "restart.not_vouched",
                format!("Nobody vouched for the new certificate of {site}."),
                unsent,
                "Read the thumbprint on the appliance's console, then resume the run.",
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

fn other_certificate(site: &str, seen: &impl std::fmt::Display) -> Problem {
    Problem::new(
        "restart.other_certificate",
        format!("The certificate {seen} answers at {site}. It is neither the old nor the new one."),
        "No password was sent to it, and no peer site was changed.",
        WHO_ANSWERS,
    )
}
