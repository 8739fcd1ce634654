//! Why it is not settled which certificate is the new one, to a person.

use message::{Argument, Problem, message, problem};

use crate::vouch::VouchError;

impl From<&VouchError> for Problem {
    fn from(error: &VouchError) -> Self {
        match error {
            VouchError::Disagreement { site, here, others } => {
                let sights = others.iter().map(|(name, seen)| {
                    message!("sight.other", peer = name, seen = seen.to_string())
                });
                problem!(
                    "restart.witnesses_disagree",
                    site = site,
                    here = here.to_string(),
                    others = Argument::list(sights)
                )
            }
            VouchError::PastedOld { site, seen } => {
                problem!("restart.pasted_old", site = site, seen = seen.to_string())
            }
            VouchError::PastedDiffers { site, seen, pasted } => problem!(
                "restart.pasted_differs",
                site = site,
                seen = seen.to_string(),
                pasted = pasted.to_string()
            ),
            VouchError::Stopped { site } => problem!("restart.not_vouched", site = site),
        }
    }
}
