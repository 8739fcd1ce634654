//! The sentences of a verdict: what it means and what to do, with the names of sites and without digits.

use crate::complaint::Complaint;
use crate::observation::{Observation, Obstacle, Vantage};
use crate::verdict::{Verdict, Weighed};

/// Meaning and action of a verdict about who a site is.
pub(crate) fn about_site(site: &str, weighed: &Weighed) -> (String, String) {
    match &weighed.verdict {
        Verdict::Same => (
            format!("Everybody who looked found the certificate that {site} should have."),
            nothing_to_do(),
        ),
        Verdict::Different => (
            format!(
                "Another certificate than the one {site} should have was found: {}. Either it was replaced \
                 without notice, or something stands in between.",
                named(&weighed.odd_ones)
            ),
            format!(
                "Do not sign in to {site} and repair nothing. Ask its administrator whether the certificate was \
                 replaced, and compare the thumbprint."
            ),
        ),
        Verdict::OldCertificate { .. } => (
            format!(
                "A certificate that {site} had before its last replacement was found: {}.",
                named(&weighed.odd_ones)
            ),
            format!(
                "If {site} is restarting, wait and check again. Otherwise ask its administrator whether the \
                 replacement was taken back."
            ),
        ),
        Verdict::CouldNotCheck { why } => (
            format!("Nothing can be said about the certificate of {site}: {why}."),
            way_around(why, site),
        ),
    }
}

/// Meaning and action of a verdict about whether one site trusts another, a complaint beside it included.
pub(crate) fn about_trust(
    from: &str,
    to: &str,
    weighed: &Weighed,
    complaint: Option<&Complaint>,
) -> (String, String) {
    let (meaning, action) = about_certificates(from, to, weighed);
    let Some(Complaint { says, .. }) = complaint else {
        return (meaning, action);
    };
    let action = if weighed.verdict == Verdict::Same {
        way_around_complaint(from, to)
    } else {
        action
    };
    (format!("{meaning} {says}."), action)
}

fn about_certificates(from: &str, to: &str, weighed: &Weighed) -> (String, String) {
    let has_pinned_an_odd_one = weighed.odd_ones.iter().any(is_pin);
    match &weighed.verdict {
        Verdict::Same => (
            format!("{from} trusts the current certificate of {to}."),
            nothing_to_do(),
        ),
        Verdict::OldCertificate { .. } if has_pinned_an_odd_one => (
            format!(
                "{from} still trusts the old certificate of {to}. Replications between {from} and {to} are stopped."
            ),
            format!("Ask an administrator of {from} to repair the pairing with {to}."),
        ),
        Verdict::OldCertificate { .. } => (
            format!(
                "{from} trusts the current certificate of {to}, but still sees the old one there."
            ),
            format!("If {to} is restarting, wait and check again."),
        ),
        Verdict::Different if has_pinned_an_odd_one => (
            format!(
                "{from} has pinned a certificate that {to} does not have. Replications between {from} and {to} \
                 are stopped."
            ),
            format!(
                "Ask an administrator of {from} who changed the pairing with {to}, before anything is repaired."
            ),
        ),
        Verdict::Different => (
            format!(
                "{from} trusts the current certificate of {to}, but sees another one there. Something between \
                 {from} and {to} may be taking TLS apart."
            ),
            format!("Repair nothing. Ask who runs the network between {from} and {to}."),
        ),
        Verdict::CouldNotCheck { why } => (
            format!("It is not known whether {from} trusts {to}: {why}."),
            way_around(why, from),
        ),
    }
}

/// What to do about something that could not be seen. `site` is the one that would have to tell.
fn way_around(why: &Obstacle, site: &str) -> String {
    match why {
        Obstacle::NotAsked => format!("Check {site} to find out."),
        Obstacle::NotSignedIn | Obstacle::Refused { .. } => {
            format!("Sign in to {site} as an administrator and check again.")
        }
        Obstacle::NotPaired => {
            format!("If the two should be paired, ask an administrator of {site}.")
        }
        Obstacle::NoPin | Obstacle::NotUnderstood => {
            format!("Look at the list of peer sites of {site} in its own pages.")
        }
        Obstacle::CurrentUnknown => {
            "Sign in to the other site, or paste the thumbprint of its certificate.".to_owned()
        }
        Obstacle::NoAnswer => {
            format!("See whether {site} is running and reachable, and check again.")
        }
        Obstacle::Contradicted => format!("Repair the pairing at {site} once more."),
        Obstacle::NotTheExpectedSite => {
            format!(
                "Do not sign in to {site} before its administrator has confirmed the new thumbprint."
            )
        }
    }
}

/// Inferred from the vendor's procedure of two halves (docs/vcda-api.md §3.3): a refusal stays on record until both ends
/// were repaired.
fn way_around_complaint(from: &str, to: &str) -> String {
    format!(
        "If both sites are up and reach each other, repair the pairing at {from} and then at {to}, and check again."
    )
}

fn nothing_to_do() -> String {
    "Nothing has to be done.".to_owned()
}

fn is_pin(observation: &Observation) -> bool {
    matches!(observation.vantage, Vantage::PinnedBy { .. })
}

/// The vantages of these observations, one after the other.
fn named(observations: &[Observation]) -> String {
    let vantages: Vec<_> = observations
        .iter()
        .map(|seen| seen.vantage.to_string())
        .collect();
    vantages.join(", ")
}
