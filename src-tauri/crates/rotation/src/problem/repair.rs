//! Words for what can go wrong with one half of a repair.

use super::Problem;
use crate::repair::RepairError;

/// What a half that was not repaired means.
const NOT_YET: &str = "The two do not trust each other yet. The other peer sites are not affected.";

/// What to do about most of it.
const RETRY: &str = "Remove the cause, then choose Retry failed.";

impl From<&RepairError> for Problem {
    fn from(error: &RepairError) -> Self {
        match error {
            RepairError::RecordGone { at, of } => Self::new(
                "repair.record_gone",
                format!("{at} does not list {of}."),
                NOT_YET,
                format!("Check at {at} whether {of} was unpaired or renamed."),
            ),
            RepairError::AddressChanged { at, of, was, is } => Self::new(
                "repair.address_changed",
                format!("{at} lists {of} at {is}; before the run it was {was}."),
                NOT_YET,
                "Find out who changed it and why, then make a new plan.",
            ),
            RepairError::SomebodyElse { at, of, holds } => Self::new(
                "repair.somebody_else",
                format!("{at} has {holds} on record for {of}: somebody changed it since the run began."),
                "It was not overwritten. The other peer sites are not affected.",
                "Find out who changed it and why, then choose Retry failed.",
            ),
            RepairError::SeesOther { at, of, sight } => Self::new(
                "repair.sees_other",
                format!(
                    "{at} sees the certificate {} at {}; the verified certificate of {of} is {}.",
                    sight.sees, sight.url, sight.verified
                ),
                "Something may stand between the two sites. Nothing was written there.",
                "Look for a device on that path that ends TLS; the vendor does not support one. Then choose Retry failed.",
            ),
            RepairError::CannotLook { at, of, source } => {
                let cause = Self::from((&**at, &**source));
                Self {
                    code: "repair.cannot_look".to_owned(),
                    what: format!("{at} cannot look at {of}. {}", cause.what),
                    meaning: NOT_YET.to_owned(),
                    todo: "Check the network between the two sites, then choose Retry failed.".to_owned(),
                    quote: cause.quote,
                }
            }
            RepairError::Refused { at, of, source } => {
                let cause = Self::from((&**at, &**source));
                Self {
                    code: "repair.refused".to_owned(),
                    what: format!("{at} refused to repair {of}. {}", cause.what),
                    meaning: NOT_YET.to_owned(),
                    ..cause
                }
            }
            RepairError::Request { at, source } => Self {
                meaning: NOT_YET.to_owned(),
                ..Self::from((&**at, &**source))
            },
            RepairError::TaskFailed { at, of, code, msg } => Self::new(
                "repair.task_failed",
                format!("The repair of {of} failed at {at}."),
                NOT_YET,
                RETRY,
            )
            .quoting(if msg.is_empty() { code } else { msg }),
            RepairError::TaskEndless { at, of } => Self::new(
                "repair.task_endless",
                format!("The repair of {of} at {at} does not come to an end."),
                NOT_YET,
                format!("Look at the tasks of {at}; then choose Retry failed."),
            ),
            RepairError::NotTaken { at, of, holds } => Self::new(
                "repair.not_taken",
                format!(
                    "{at} says that the repair is done, and has {} on record for {of}.",
                    holds.as_deref().unwrap_or("no thumbprint")
                ),
                NOT_YET,
                RETRY,
            ),
            RepairError::StillBroken { at, of, code, msg } => Self::new(
                "repair.still_broken",
                format!("The repair is done, and {at} still reports an error with {of}."),
                NOT_YET,
                "Check the network between the two sites and look for a device that ends TLS, then choose Retry failed.",
            )
            .quoting(if msg.is_empty() { code } else { msg }),
            RepairError::NotKept(not_kept) => not_kept.0.clone(),
        }
    }
}
