//! Words for what can go wrong with one half of a repair.

use appliance::{ApiProblem, RequestError};

use crate::problem::Problem;
use crate::repair::{RepairError, Sight, Way};

/// What a half that was not repaired means.
const NOT_YET: &str = "The two do not trust each other yet. The other peer sites are not affected.";

/// What to do about most of it.
const RETRY: &str = "Remove the cause, then try this peer again.";

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
                format!(
                    "{at} has {holds} on record for {of}: somebody changed it since the run began."
                ),
                "It was not overwritten. The other peer sites are not affected.",
                "Find out who changed it and why, then try this peer again.",
            ),
            RepairError::SeesOther { at, of, sight } => sees_other(at, of, sight),
            RepairError::CannotLook { at, of, source } => Self {
                todo: "Check the network between the two sites, then try this peer again.".into(),
                ..because(
                    "repair.cannot_look",
                    format!("{at} cannot look at {of}."),
                    at,
                    source,
                )
            },
            RepairError::Refused { at, of, source } => because(
                "repair.refused",
                format!("{at} refused to repair {of}."),
                at,
                source,
            ),
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
                format!("Look at the tasks of {at}; then try this peer again."),
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
            RepairError::StillBroken {
                at,
                of,
                way,
                reports,
            } => still_broken(at, of, *way, reports),
            RepairError::NotKept(not_kept) => not_kept.0.clone(),
        }
    }
}

/// The right thumbprint is on record and an error stays. Which of the two pins is stale follows from the error's
/// direction: a pin serves both ways (docs/vcda-api.md §3.3, partly inferred there).
fn still_broken(at: &str, of: &str, way: Way, reports: &ApiProblem) -> Problem {
    let still = format!("The repair is done, and {at} still reports an error with {of}");
    let (what, todo) = match (way, reports.is_certificate_mismatch(), reports.is_forbidden()) {
        (Way::Outgoing, _, true) => (
            format!(
                "{still}: {of} refuses {at}. Very likely the thumbprint that {of} has on record for {at} is stale."
            ),
            format!("Repair {at} at {of}, then try this peer again."),
        ),
        (Way::Outgoing, true, _) => (
            format!("{still}: what answers there is not the certificate that {at} has on record for {of}."),
            format!(
                "Look for a device between {at} and {of} that ends TLS, and whether {of} was restarted meanwhile; then \
                 try this peer again."
            ),
        ),
        (Way::Incoming, true, _) => (
            format!(
                "{still}: {of} comes with another certificate than {at} has on record for it."
            ),
            format!("Look at the certificate that {of} uses, then try this peer again."),
        ),
        (Way::Outgoing | Way::Incoming, _, _) => (
            format!("{still}."),
            "Check the network between the two sites and look for a device that ends TLS, then try this peer again."
                .to_owned(),
        ),
    };
    let quote = if reports.msg.is_empty() {
        &reports.code
    } else {
        &reports.msg
    };
    Problem::new("repair.still_broken", what, NOT_YET, todo).quoting(quote)
}

/// Who sees what.
fn sees_other(at: &str, of: &str, sight: &Sight) -> Problem {
    let Sight {
        url,
        sees,
        verified,
    } = sight;
    Problem::new(
        "repair.sees_other",
        format!(
            "{at} sees the certificate {sees} at {url}; the verified certificate of {of} is {verified}."
        ),
        "Something may stand between the two sites. Nothing was written there.",
        "Look for a device on that path that ends TLS; the vendor does not support one. Then try this \
         peer again.",
    )
}

/// A problem that a failed request at a site caused, with the request's own words after it.
fn because(code: &str, what: String, at: &str, source: &RequestError) -> Problem {
    let cause = Problem::from((at, source));
    Problem {
        code: code.to_owned(),
        what: format!("{what} {}", cause.what),
        meaning: NOT_YET.to_owned(),
        ..cause
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_that_stays_names_the_pin_that_is_stale() {
        let told = |way, code: &str| {
            let reports = Box::new(ApiProblem {
                code: code.into(),
                msg: String::new(),
            });
            let (at, of) = ("Paris".into(), "Berlin".into());
            Problem::from(&RepairError::StillBroken {
                at,
                of,
                way,
                reports,
            })
        };
        let refused = told(Way::Outgoing, "Forbidden");
        let stale = "the thumbprint that Berlin has on record for Paris is stale";
        assert!(refused.what.contains(stale), "{}", refused.what);
        let mismatch = told(Way::Incoming, "CertificateMismatch");
        assert!(
            mismatch.what.contains("Paris has on record"),
            "{}",
            mismatch.what
        );
        let other = told(Way::Outgoing, "Timeout");
        assert_eq!(
            other.what,
            "The repair is done, and Paris still reports an error with Berlin."
        );
    }
}
