//! Reads everything again and compares: the certificate in use, the process that answers for it,
//! and what the local site and its peers hold of each other.

use std::sync::Arc;

use appliance::{Health, PeerSite, Session};

use super::{Ending, Step};
use crate::engine::Halt;
use crate::event::{Event, Moment, PeerReading, SiteReading, StepId};
use crate::live::{Live, Peer};
use crate::problem::Problem;
use crate::progress::Verdict;
use crate::repair::stored;
use crate::reporter::Reporter;

pub(crate) struct VerifySite;

/// What is not as it should be at the end.
#[derive(Debug, thiserror::Error)]
pub(crate) enum VerifyError {
    /// The service was not restarted.
    #[error("the same process answers at {site} as before")]
    SameProcess { site: String },
}

impl Step for VerifySite {
    const TITLE: &'static str = "Verify";

    fn intent(site: &str) -> String {
        format!("Reading {site} and its pairings again.")
    }

    fn way_back() -> &'static str {
        "Nothing is changed by this step."
    }

    async fn already_done(_live: &Live) -> Option<String> {
        None
    }

    async fn perform(live: &mut Live, reporter: &Reporter) -> Result<Ending, Halt> {
        let session = live.local.new_session().map(Arc::clone);
        let session = session.expect("the restart was awaited before anything was verified");
        let records = read(live, &session).await?;
        for peer in &live.peers {
            let record = records
                .iter()
                .find(|record| record.site == peer.name && !record.is_local);
            reporter.mention(Event::PeerRecorded(after(live, peer, record)));
        }
        let health = match live.health.take() {
            Some(asked) => asked.await.ok().and_then(Result::ok),
            None => None,
        };
        let reading = site_after(live, health.as_ref());
        live.keep(reporter, Event::SiteRecorded(reading)).await?;
        let site = &live.local.name;
        if let Some(health) = &health {
            tell_complaints(site, health, reporter);
        }
        let problem = health.and_then(|health| judge(live, &health));
        live.is_doubtful = problem.is_some();
        let done = live.peers.iter().filter(|peer| peer.is_done).count();
        let says = format!(
            "{site} uses the new certificate; {done} of {} pairings are in order at both ends.",
            live.peers.len()
        );
        if problem.is_none() && done == live.peers.len() {
            return Ok(Ending::done(says));
        }
        Ok(Ending::with_attention(
            says,
            problem.map(|error| Problem::from(&error)),
        ))
    }
}

async fn read(live: &Live, session: &Session) -> Result<Arc<[PeerSite]>, Halt> {
    let records = live.local.records.read(session, &live.patience).await;
    let site = &*live.local.name;
    Ok(records.map_err(|error| Problem::from((site, &error)))?)
}

/// What a peer and the local site hold of each other at the end.
fn after(live: &Live, peer: &Peer, record: Option<&PeerSite>) -> PeerReading {
    let pinned_at_local = record.and_then(stored);
    let pin = peer.access.as_ref().map(|access| access.pin.to_string());
    let has_error = record.is_none_or(|record| {
        record.incoming_comm_error.is_some() || record.outgoing_comm_error.is_some()
    });
    let at_local = match (&pinned_at_local, &pin) {
        (Some(holds), Some(pin)) if holds == pin && !has_error => Verdict::Same,
        (Some(holds), Some(pin)) if holds != pin => Verdict::Different,
        _ => Verdict::Unknown,
    };
    let new = live.local.new.map(|new| new.to_string());
    PeerReading {
        moment: Moment::After,
        // What the peer holds was read when its repair was confirmed.
        pinned_at_peer: peer.is_done.then_some(new).flatten(),
        at_peer: if peer.is_done {
            Verdict::Same
        } else {
            Verdict::Unknown
        },
        pinned_at_local,
        at_local,
        ..peer.before.clone()
    }
}

fn site_after(live: &Live, health: Option<&Health>) -> SiteReading {
    let boot = health.and_then(|health| health.service_boot);
    SiteReading {
        moment: Moment::After,
        runtime_id: health.and_then(|health| health.runtime_id.clone()),
        service_boot: boot.map(|boot| boot.to_string()),
        thumbprint: live.local.new.map(|new| new.to_string()),
        public_key: None,
        ..live.local.before.clone()
    }
}

/// Whether another process answers than before. That the id of the running process changes with
/// every start is an inference from its name (docs/vcda-api.md §5).
fn judge(live: &Live, health: &Health) -> Option<VerifyError> {
    let site = live.local.name.clone();
    let before = &live.local.before.runtime_id;
    let is_same = before.is_some() && health.runtime_id == *before;
    is_same.then_some(VerifyError::SameProcess { site })
}

/// Keeps what the site complains of: it may have complained of it before, so it is a remark.
fn tell_complaints(site: &str, health: &Health, reporter: &Reporter) {
    for complaint in &health.complaints {
        reporter.mention(Event::Note {
            step: Some(StepId::VerifySite),
            says: format!(
                "{site} complains of its {}: {}",
                complaint.about, complaint.problem
            ),
        });
    }
}
