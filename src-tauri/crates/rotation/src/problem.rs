//! What several rooms of this crate tell alike. Every typed error that can reach a person becomes a [`Problem`] in a
//! `problem.rs` beside the error.

use message::{Argument, Problem, message, problem};
use words::{Language, Words};

/// The code of what a task said although the repair is done.
pub(crate) const DONE_WITH_A_REMARK: &str = "repair.done_with_a_remark";

/// A certificate that is neither the old nor the new one.
pub(crate) fn other_certificate(site: &str, seen: &impl std::fmt::Display) -> Problem {
    problem!(
        "restart.other_certificate",
        site = site,
        seen = seen.to_string()
    )
}

/// What happened, in English: events keep sentences still.
pub(crate) fn told(problem: &Problem) -> String {
    Words::in_language(Language::ENGLISH).what(problem)
}

/// A thumbprint that is on record somewhere, or that there is none.
pub(crate) fn on_record(holds: Option<&str>) -> Argument {
    holds.map_or_else(|| message!("thumbprint.none").into(), Argument::from)
}
