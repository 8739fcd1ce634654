//! The one sentence that says where a run stands, in the vendor's words.

use super::{RunPeer, RunStatus, RunView};
use crate::activity::{Activity, RestartPhase};
use crate::event::StepId;

/// The sentence for a view whose running step is `current`.
pub(super) fn of(view: &RunView, current: Option<StepId>) -> String {
    let site = &view.site;
    match view.status {
        RunStatus::Attention | RunStatus::Done | RunStatus::Refused => {
            view.outcome.clone().unwrap_or_default()
        }
        RunStatus::Question => format!("{site}: waiting for your answer"),
        RunStatus::Paused => format!("{site}: paused; nothing runs until you resume"),
        RunStatus::Interrupted => format!("{site}: interrupted; nothing runs until you resume"),
        RunStatus::Pausing => format!("{site}: pausing; what is under way ends first"),
        RunStatus::Running => format!("{site}: {}", doing(view, current)),
    }
}

/// What the running step is doing.
fn doing(view: &RunView, current: Option<StepId>) -> String {
    let Some(step) = current else {
        return "between two steps".to_owned();
    };
    match step {
        StepId::SignIn => "signing in at every site".to_owned(),
        StepId::SurveySite => "reading the site and its pairings".to_owned(),
        StepId::CheckReadiness => "checking that every site is ready".to_owned(),
        StepId::RecordBefore => "recording who trusts whom".to_owned(),
        StepId::ImportCertificate => "importing the certificate".to_owned(),
        StepId::RegenerateCertificate => "regenerating the certificate".to_owned(),
        StepId::AwaitRestart => restarting(view).to_owned(),
        StepId::RepairAtPeerSites => counted("repairing its peers", view, |peer| {
            peer.at_peer.activity == Activity::Done
        }),
        StepId::RepairAtLocalSite => counted("repairing its side of the pairings", view, |peer| {
            peer.at_local.activity == Activity::Done
        }),
        StepId::AdviseOnPremises => "looking at its on-premises sites".to_owned(),
        StepId::VerifySite => "verifying every pairing from both sides".to_owned(),
        StepId::WriteReport => "writing the report".to_owned(),
    }
}

fn restarting(view: &RunView) -> &'static str {
    match view.restart.as_ref().map(|restart| restart.phase) {
        None => "waiting for the restart",
        Some(RestartPhase::StillOld) => "still the old certificate; waiting for the restart",
        Some(RestartPhase::Down) => "down; restarting",
        Some(RestartPhase::UpWithNew) => "up with the new certificate",
        Some(RestartPhase::UpWithCandidate) => {
            "up with a certificate that nobody has vouched for yet"
        }
        Some(RestartPhase::UpWithOther) => "up with a certificate that was not expected",
    }
}

/// The words, and how many of the peers are done where there are several.
fn counted(words: &str, view: &RunView, is_done: impl Fn(&RunPeer) -> bool) -> String {
    let all = view.peers.len();
    let done = view.peers.iter().filter(|peer| is_done(peer)).count();
    if all > 1 && done > 0 {
        format!("{words}, {done} of {all} done")
    } else {
        words.to_owned()
    }
}
