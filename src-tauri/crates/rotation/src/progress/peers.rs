//! The peers of a run: two halves each, and the sentence that tells where they stand.

use super::{Half, RunPeer, RunView, is_after};
use crate::activity::Activity;
use crate::event::{Event, Opening, PeerReading, Side};
use crate::problem::DONE_WITH_A_REMARK;
use crate::verdict::Verdict;
use message::Problem;

/// The peers as the run begins.
pub(super) fn of(opening: &Opening) -> Vec<RunPeer> {
    let mut peers: Vec<RunPeer> = opening
        .peers
        .iter()
        .map(|peer| waiting(&peer.name, &peer.address))
        .collect();
    for reading in &opening.baseline.peers {
        record(&mut peers, reading);
    }
    describe(&mut peers, &opening.local.name);
    peers
}

/// Takes an event about peers in.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the fold sends only events about peers here"
)]
pub(super) fn take(view: &mut RunView, event: &Event) {
    let RunView { site, peers, .. } = view;
    match event {
        Event::PeerHalf {
            peer,
            side,
            verdict,
            activity,
            progress,
            says,
            problem,
        } => {
            let peer = find(peers, peer);
            *half(peer, *side) = Half {
                verdict: *verdict,
                activity: *activity,
                progress: *progress,
            };
            peer.says = if says.is_empty() {
                sentence(peer, site)
            } else {
                says.clone()
            };
            let is_failed = has_failed(peer);
            // What one half told beside being done stays when the other one is done too.
            let is_remark = |problem: &Problem| problem.code == DONE_WITH_A_REMARK;
            let keeps = is_failed || peer.problem.as_ref().is_some_and(is_remark);
            if problem.is_some() || !keeps {
                peer.problem.clone_from(problem);
            }
            peer.can_retry = is_failed;
        }
        Event::PeerRecorded(reading) => record(peers, reading),
        Event::RetryRequested { peers: names } => {
            let named = peers.iter_mut().filter(|peer| names.contains(&peer.name));
            named.for_each(|peer| try_again(peer, site));
        }
        Event::Resumed { .. } => {
            let left = peers.iter_mut().filter(|peer| is_left(peer));
            left.for_each(|peer| try_again(peer, site));
        }
        _ => {}
    }
}

/// The new certificate is on the wire: what trusted the one before trusts an old one.
pub(super) fn outdate(view: &mut RunView) {
    let halves = view.peers.iter_mut().map(|peer| &mut peer.at_peer);
    halves
        .filter(|half| half.activity == Activity::Waiting && half.verdict == Verdict::Same)
        .for_each(|half| half.verdict = Verdict::Old);
    describe(&mut view.peers, &view.site);
}

/// Nothing is under way any longer.
pub(super) fn rest(view: &mut RunView) {
    let halves = view
        .peers
        .iter_mut()
        .flat_map(|peer| [&mut peer.at_peer, &mut peer.at_local]);
    halves
        .filter(|half| half.activity == Activity::Working)
        .for_each(|half| {
            half.activity = Activity::Waiting;
            half.progress = None;
        });
    describe(&mut view.peers, &view.site);
}

/// Gives every peer that has no problem of its own the sentence for where it stands.
fn describe(peers: &mut [RunPeer], site: &str) {
    for peer in peers.iter_mut().filter(|peer| peer.problem.is_none()) {
        peer.says = sentence(peer, site);
    }
}

fn sentence(peer: &RunPeer, site: &str) -> String {
    let name = &peer.name;
    match (peer.at_peer.activity, peer.at_local.activity) {
        (Activity::Failed, Activity::Failed) => {
            format!("Neither {name} nor {site} could be repaired towards the other.")
        }
        (Activity::Failed, _) => format!("{site} still has to be repaired at {name}."),
        (_, Activity::Failed) => format!("{name} still has to be repaired at {site}."),
        (Activity::Working, _) => format!("Repairing {site} at {name}."),
        (_, Activity::Working) => format!("Repairing {name} at {site}."),
        (Activity::Done, Activity::Done) => "Repaired at both sites.".to_owned(),
        (Activity::Done, _) => format!("{site} is repaired at {name}; {name} at {site} is next."),
        (_, Activity::Done) => format!("{name} is repaired at {site}; {site} at {name} is next."),
        (Activity::Skipped, _) | (_, Activity::Skipped) => "Not tried.".to_owned(),
        (Activity::Waiting, Activity::Waiting) => match peer.at_peer.verdict {
            Verdict::Old => format!("{name} still trusts the old certificate."),
            Verdict::Same | Verdict::Different | Verdict::Unknown => "Waiting.".to_owned(),
        },
    }
}

/// What was read of a peer. A reading from before the change does not undo what came after.
fn record(peers: &mut Vec<RunPeer>, reading: &PeerReading) {
    let peer = find(peers, &reading.peer);
    for (half, verdict) in [
        (&mut peer.at_peer, reading.at_peer),
        (&mut peer.at_local, reading.at_local),
    ] {
        if is_after(reading.moment) || half.activity == Activity::Waiting {
            half.verdict = verdict;
        }
    }
}

fn try_again(peer: &mut RunPeer, site: &str) {
    for half in [&mut peer.at_peer, &mut peer.at_local] {
        if matches!(half.activity, Activity::Failed | Activity::Skipped) {
            half.activity = Activity::Waiting;
        }
    }
    peer.problem = None;
    peer.can_retry = false;
    peer.says = sentence(peer, site);
}

/// Whether one of its halves failed or was left out: a run that goes on looks at it again.
fn is_left(peer: &RunPeer) -> bool {
    let halves = [peer.at_peer, peer.at_local];
    halves
        .iter()
        .any(|half| matches!(half.activity, Activity::Failed | Activity::Skipped))
}

/// The peer of that name; one that was not announced is added.
fn find<'a>(peers: &'a mut Vec<RunPeer>, name: &str) -> &'a mut RunPeer {
    let place = peers
        .iter()
        .position(|peer| peer.name == name)
        .unwrap_or_else(|| {
            peers.push(waiting(name, ""));
            peers.len() - 1
        });
    peers
        .get_mut(place)
        .expect("the place was just found or made")
}

fn half(peer: &mut RunPeer, side: Side) -> &mut Half {
    match side {
        Side::AtPeer => &mut peer.at_peer,
        Side::AtLocal => &mut peer.at_local,
    }
}

fn has_failed(peer: &RunPeer) -> bool {
    [peer.at_peer, peer.at_local]
        .iter()
        .any(|half| half.activity == Activity::Failed)
}

fn waiting(name: &str, address: &str) -> RunPeer {
    let half = Half {
        verdict: Verdict::Unknown,
        activity: Activity::Waiting,
        progress: None,
    };
    RunPeer {
        name: name.to_owned(),
        address: address.to_owned(),
        at_peer: half,
        at_local: half,
        says: String::new(),
        problem: None,
        can_retry: false,
    }
}
