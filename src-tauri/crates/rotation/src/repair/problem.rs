//! What can go wrong with one half of a repair, to a person.

use appliance::ApiProblem;
use message::{Message, Problem, message, problem};

use crate::problem::on_record;
use crate::repair::{RepairError, Sight, Way};

impl From<&RepairError> for Problem {
    fn from(error: &RepairError) -> Self {
        match error {
            RepairError::RecordGone { at, of } => problem!("repair.record_gone", at = at, of = of),
            RepairError::AddressChanged { at, of, was, is } => problem!(
                "repair.address_changed",
                at = at,
                of = of,
                was = was.to_string(),
                is = is.to_string()
            ),
            RepairError::SomebodyElse { at, of, holds } => problem!(
                "repair.somebody_else",
                at = at,
                of = of,
                holds = holds.to_string()
            ),
            RepairError::SeesOther { at, of, sight } => sees_other(at, of, sight),
            RepairError::CannotLook { at, of, source } => {
                let cause = source.problem(at);
                let message = message!(
                    "repair.cannot_look",
                    at = at,
                    of = of,
                    cause = cause.message
                );
                quoting(message, cause.quote)
            }
            RepairError::Refused { at, of, source } => {
                let cause = source.problem(at);
                let message = message!("repair.refused", at = at, of = of, cause = cause.message);
                quoting(message, cause.quote)
            }
            RepairError::Request { at, source } => {
                source.problem(at).with_meaning(message!("repair.not_yet"))
            }
            RepairError::TaskFailed { at, of, code, msg } => {
                problem!("repair.task_failed", at = at, of = of).quoting(if msg.is_empty() {
                    code
                } else {
                    msg
                })
            }
            RepairError::TaskEndless { at, of } => {
                problem!("repair.task_endless", at = at, of = of)
            }
            RepairError::NotTaken { at, of, holds } => problem!(
                "repair.not_taken",
                at = at,
                of = of,
                holds = on_record(holds.as_deref())
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

/// A problem with the words that its cause quotes.
fn quoting(message: Message, quote: Option<String>) -> Problem {
    Problem {
        quote,
        ..message.into()
    }
}

/// The right thumbprint is on record and an error stays. Which of the two pins is stale follows from the error's
/// direction: a pin serves both ways (docs/vcda-api.md §3.3, partly inferred there).
fn still_broken(at: &str, of: &str, way: Way, reports: &ApiProblem) -> Problem {
    let problem = problem!("repair.still_broken", at = at, of = of);
    let problem = match (
        way,
        reports.is_certificate_mismatch(),
        reports.is_forbidden(),
    ) {
        (Way::Outgoing, _, true) => {
            problem.told_as(message!("repair.still_refused", at = at, of = of))
        }
        (Way::Outgoing, true, _) => {
            problem.told_as(message!("repair.still_another_there", at = at, of = of))
        }
        (Way::Incoming, true, _) => {
            problem.told_as(message!("repair.still_another_comes", at = at, of = of))
        }
        (Way::Outgoing | Way::Incoming, _, _) => problem,
    };
    problem.quoting(if reports.msg.is_empty() {
        &reports.code
    } else {
        &reports.msg
    })
}

/// Who sees what.
fn sees_other(at: &str, of: &str, sight: &Sight) -> Problem {
    problem!(
        "repair.sees_other",
        at = at,
        of = of,
        sees = sight.sees.to_string(),
        url = sight.url.to_string(),
        verified = sight.verified.to_string()
    )
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
            let problem = Problem::from(&RepairError::StillBroken {
                at,
                of,
                way,
                reports,
            });
            assert_eq!(problem.code, "repair.still_broken");
            problem.message.code
        };
        assert_eq!(told(Way::Outgoing, "Forbidden"), "repair.still_refused");
        assert_eq!(
            told(Way::Outgoing, "CertificateMismatch"),
            "repair.still_another_there"
        );
        assert_eq!(
            told(Way::Incoming, "CertificateMismatch"),
            "repair.still_another_comes"
        );
        assert_eq!(told(Way::Outgoing, "Timeout"), "repair.still_broken");
    }
}
