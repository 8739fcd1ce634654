//! Reads everything again and compares: the certificate in use, the process that answers for it,
//! and what the local site and its peers hold of each other.

use std::collections::HashMap;
use std::sync::Arc;

use appliance::{Health, PeerSite, Session};
use tokio::task::JoinSet;

use super::{AdviseError, Ending, Step};
use crate::activity::Activity;
use crate::event::{Event, Moment, PeerReading, Side, SiteReading, StepId};
use crate::halt::Halt;
use crate::live::{Live, Peer};
use crate::records::stored;
use crate::reporter::Reporter;
use crate::verdict::Verdict;
use message::Problem;

pub(crate) struct VerifySite;

/// What is not as it should be at the end.
#[derive(Debug, thiserror::Error)]
pub(crate) enum VerifyError {
    /// The service was not restarted.
    #[error("the same process answers at {site} as before")]
    SameProcess { site: String },
    /// A pairing that was repaired is not in order any more, or cannot be read any more.
    #[error("the pairing of {site} and {peer} is not in order at the last reading")]
    NotInOrder { site: String, peer: String },
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
        let readings = readings(live, &session).await?;
        for reading in &readings {
            reporter.mention(Event::PeerRecorded(reading.clone()));
        }
        take_back(live, &readings, reporter);
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
        let problem = problem.map(|error| Problem::from(&error));
        live.doubt = problem.clone().or_else(|| surprise(live));
        let done = live.peers.iter().filter(|peer| peer.is_done).count();
        let says = format!(
            "{site} uses the new certificate; {done} of {} pairings are in order at both ends.",
            live.peers.len()
        );
        if problem.is_none() && done == live.peers.len() {
            return Ok(Ending::done(says));
        }
        Ok(Ending::with_attention(says, problem))
    }
}

/// On-premises sites that had nothing to do and refuse the new certificate.
fn surprise(live: &Live) -> Option<Problem> {
    let surprising = live.on_premises.iter().filter(|site| site.is_surprising());
    let names: Vec<String> = surprising.map(|site| site.name.clone()).collect();
    let site = live.local.name.clone();
    (!names.is_empty()).then(|| Problem::from(&AdviseError::Refused { site, names }))
}

/// What every peer and the local site hold of each other at the end. All are asked side by side.
async fn readings(live: &Live, session: &Session) -> Result<Vec<PeerReading>, Halt> {
    let (here, at_peers) = tokio::join!(read(live, session), read_peers(live));
    let here = here?;
    let reading = |peer: &Peer| after(live, peer, of(&here, &peer.name), at_peers.get(&peer.name));
    Ok(live.peers.iter().map(reading).collect())
}

async fn read(live: &Live, session: &Session) -> Result<Arc<[PeerSite]>, Halt> {
    let records = live.local.records.read(session, &live.patience).await;
    let site = &*live.local.name;
    Ok(records.map_err(|error| error.problem(site))?)
}

/// The row of this site in a list, which is not the lister itself.
fn of<'a>(records: &'a [PeerSite], site: &str) -> Option<&'a PeerSite> {
    let mut records = records.iter();
    records.find(|record| record.site == site && !record.is_local)
}

/// What every peer that somebody is signed in to holds of the local site now, repaired or not. One that cannot be
/// read any more is missing: it never stops the others.
async fn read_peers(live: &Live) -> HashMap<String, PeerSite> {
    let mut reading = JoinSet::new();
    for peer in &live.peers {
        let Some(session) = peer.session.clone() else {
            continue;
        };
        let (name, site) = (peer.name.clone(), live.local.name.clone());
        let patience = live.patience.clone();
        // A peer that was set aside is asked once: it may well be down.
        let is_set_aside = peer.problem.is_some();
        reading.spawn(async move {
            let read = if is_set_aside {
                patience.once(session.sites()).await
            } else {
                patience.read(|| session.sites()).await
            };
            let record = of(&read.ok()?, &site).cloned()?;
            Some((name, record))
        });
    }
    reading.join_all().await.into_iter().flatten().collect()
}

/// Whether both ends have the right thumbprint and show no error.
fn is_in_order(reading: &PeerReading) -> bool {
    reading.at_peer == Verdict::Same && reading.at_local == Verdict::Same
}

/// A pairing that was repaired and is not in order at the last reading is not done: it can be tried again.
fn take_back(live: &mut Live, readings: &[PeerReading], reporter: &Reporter) {
    let site = live.local.name.clone();
    let mut events = Vec::new();
    for (peer, reading) in live.peers.iter_mut().zip(readings) {
        if !peer.is_done || is_in_order(reading) {
            continue;
        }
        let (site, name) = (site.clone(), peer.name.clone());
        let problem = Problem::from(&VerifyError::NotInOrder { site, peer: name });
        peer.is_done = false;
        peer.problem = Some(problem.clone());
        let halves = [
            (Side::AtPeer, reading.at_peer),
            (Side::AtLocal, reading.at_local),
        ];
        let wrong = halves
            .into_iter()
            .filter(|(_, verdict)| *verdict != Verdict::Same);
        events.extend(wrong.map(|(side, verdict)| Event::PeerHalf {
            peer: peer.name.clone(),
            side,
            verdict,
            activity: Activity::Failed,
            progress: None,
            says: String::new(),
            problem: Some(problem.clone()),
        }));
    }
    for event in events {
        live.mention(reporter, event);
    }
}

/// What a peer and the local site hold of each other at the end.
fn after(
    live: &Live,
    peer: &Peer,
    here: Option<&PeerSite>,
    there: Option<&PeerSite>,
) -> PeerReading {
    let pin = peer.access.as_ref().map(|access| access.pin.to_string());
    let new = live.local.new.map(|new| new.to_string());
    let old = live.local.old.to_string();
    PeerReading {
        moment: Moment::After,
        pinned_at_peer: there.and_then(stored),
        at_peer: judge_record(there, new.as_deref(), Some(&old)),
        pinned_at_local: here.and_then(stored),
        at_local: judge_record(here, pin.as_deref(), None),
        ..peer.before.clone()
    }
}

/// What a row says: the right thumbprint under an error is not called the same (docs/vcda-api.md §0.3).
fn judge_record(record: Option<&PeerSite>, right: Option<&str>, old: Option<&str>) -> Verdict {
    let (Some(record), Some(right)) = (record, right) else {
        return Verdict::Unknown;
    };
    let has_error = record.incoming_comm_error.is_some() || record.outgoing_comm_error.is_some();
    match stored(record).as_deref() {
        Some(holds) if holds == right && has_error => Verdict::Unknown,
        Some(holds) if holds == right => Verdict::Same,
        Some(holds) if Some(holds) == old => Verdict::Old,
        Some(_) => Verdict::Different,
        None => Verdict::Unknown,
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

#[cfg(test)]
mod tests {
    use appliance::ApiProblem;
    use certificate::Thumbprint;

    use super::*;

    fn record(pin: Option<&[u8]>, error: Option<&str>) -> PeerSite {
        PeerSite {
            site: "Paris".into(),
            description: appliance::Verbatim::default(),
            api_url: String::new(),
            api_public_url: None,
            api_thumbprint: pin.map(Thumbprint::of),
            is_local: false,
            api_version: None,
            build_version: None,
            incoming_comm_error: error.map(|code| ApiProblem {
                code: code.into(),
                msg: String::new(),
            }),
            outgoing_comm_error: None,
        }
    }

    #[test]
    fn a_row_is_judged_by_its_thumbprint_and_a_right_one_by_its_errors_too() {
        let new = Thumbprint::of(b"new").to_string();
        let old = Thumbprint::of(b"old").to_string();
        let judged = |record: Option<&PeerSite>| judge_record(record, Some(&new), Some(&old));
        for (pin, error, expected) in [
            (Some(&b"new"[..]), None, Verdict::Same),
            (Some(b"new"), Some("Forbidden"), Verdict::Unknown),
            (Some(b"old"), Some("CertificateMismatch"), Verdict::Old),
            (Some(b"third"), None, Verdict::Different),
            (None, None, Verdict::Unknown),
        ] {
            assert_eq!(
                judged(Some(&record(pin, error))),
                expected,
                "{pin:?} {error:?}"
            );
        }
        assert_eq!(judged(None), Verdict::Unknown);
        assert_eq!(
            judge_record(Some(&record(Some(b"new"), None)), None, None),
            Verdict::Unknown
        );
    }
}
