//! Words for why it is not settled which certificate is the new one.

use crate::problem::{Problem, WHO_ANSWERS};
use crate::vouch::VouchError;

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
