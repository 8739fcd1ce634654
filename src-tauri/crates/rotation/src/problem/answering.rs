//! Words for a certificate that answers and belongs to nobody here.

use super::Problem;

/// What to do when nobody knows who answers.
pub(crate) const WHO_ANSWERS: &str = "Compare with the appliance's console before you do anything else. \
     Resume the run when the right certificate answers.";

/// A certificate that is neither the old nor the new one.
pub(crate) fn other_certificate(site: &str, seen: &impl std::fmt::Display) -> Problem {
    Problem::new(
        "restart.other_certificate",
        format!("The certificate {seen} answers at {site}. It is neither the old nor the new one."),
        "No password was sent to it, and no peer site was changed.",
        WHO_ANSWERS,
    )
}
