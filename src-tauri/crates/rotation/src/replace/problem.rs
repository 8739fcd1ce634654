//! Words for why a certificate is not replaced.

use crate::problem::{Problem, other_certificate};
use crate::replace::ReplaceError;

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
