//! Repairs the local site at every peer site: each peer takes the new thumbprint that *we*
//! verified, never the one it fetched.
//!
//! The peers are worked on side by side. Each goes on to its local half as soon as it is through
//! this one, so nobody waits for the slowest.

use std::sync::Arc;

use appliance::Session;
use certificate::Thumbprint;
use tokio::sync::watch;

use super::repair_at_local_site;
use super::{Ending, Step};
use crate::activity::Activity;
use crate::enumerate::enumerate;
use crate::event::{Event, Side};
use crate::halt::Halt;
use crate::halt::NotKept;
use crate::live::{Live, Peer, PeerEnd};
use crate::patience::Patience;
use crate::readiness::Unready;
use crate::repair::{Repair, RepairError, Repaired};
use crate::reporter::Reporter;
use crate::verdict::Verdict;
use message::Problem;

pub(crate) struct RepairAtPeerSites;

impl Step for RepairAtPeerSites {
    const TITLE: &'static str = "Repair at the peer sites";

    fn intent(site: &str) -> String {
        format!("Giving the new thumbprint of {site} to every peer site.")
    }

    fn way_back() -> &'static str {
        "Repair the site at the peer again, with the thumbprint of the certificate that is in use \
         then."
    }

    async fn already_done(live: &Live) -> Option<String> {
        nobody_is_left(live)
    }

    async fn perform(live: &mut Live, reporter: &Reporter) -> Result<Ending, Halt> {
        let mut halves = start(live, reporter)?;
        let all = live.repairs.len();
        // The senders are the peers' own work: when the last is gone, every half is over.
        let over = |halves: &Halves| halves.over == all;
        drop(halves.wait_for(over).await);
        let failed = halves.borrow().failed;
        let earlier = live.peers.iter().filter(|peer| peer.is_done).count();
        Ok(told(
            &live.local.name,
            earlier + all - failed,
            live.peers.len(),
        ))
    }
}

/// What is true already when no peer can be worked on.
pub(super) fn nobody_is_left(live: &Live) -> Option<String> {
    if live.open_peers().next().is_some() {
        return None;
    }
    let left_out = live.left_out();
    Some(if left_out.is_empty() {
        "No peer site is left to repair.".to_owned()
    } else {
        format!("{} cannot be repaired in this run.", enumerate(&left_out))
    })
}

/// What is true at the peers now.
fn told(site: &str, trusting: usize, all: usize) -> Ending {
    match all - trusting {
        0 => Ending::done(format!(
            "Every peer site trusts the new certificate of {site}."
        )),
        _ => Ending::with_attention(
            format!("{trusting} of {all} peer sites trust the new certificate of {site}."),
            None,
        ),
    }
}

/// How many halves at the peers are over, and how many of them failed.
#[derive(Debug, Clone, Copy, Default)]
struct Halves {
    over: usize,
    failed: usize,
}

/// Both halves of one peer, ready to run.
pub(super) struct Pair {
    pub(super) at_peer: Repair,
    pub(super) at_local: Repair,
    pub(super) patience: Patience,
    pub(super) reporter: Reporter,
    pub(super) pause: watch::Receiver<bool>,
}

/// Starts the work at every open peer.
fn start(live: &mut Live, reporter: &Reporter) -> Result<watch::Receiver<Halves>, Halt> {
    let (halves, watching) = watch::channel(Halves::default());
    let halves = Arc::new(halves);
    let local = live.local.new_session().map(Arc::clone);
    let (local, new) = local
        .zip(live.local.new)
        .expect("the restart was awaited, so somebody is signed in over the new certificate");
    let open: Vec<(usize, Option<Pair>)> = live
        .open_peers()
        .map(|(index, peer)| (index, pair(live, peer, &local, new, reporter)))
        .collect();
    for (index, pair) in open {
        let Some(pair) = pair else {
            leave_out(live, index, reporter);
            continue;
        };
        let halves = Arc::clone(&halves);
        live.repairs
            .spawn(async move { (index, work(pair, &halves).await) });
    }
    Ok(watching)
}

/// Nobody is signed in at this peer, or its record of the local site was never read.
fn leave_out(live: &mut Live, index: usize, reporter: &Reporter) {
    let site = live.local.name.clone();
    if let Some(peer) = live.peers.get_mut(index) {
        peer.problem = Some(Unready::NoAccess.problem(&site, &peer.name));
        peer.tell_obstacle(reporter);
    }
}

/// Runs both halves of one peer, one after the other.
async fn work(pair: Pair, halves: &watch::Sender<Halves>) -> PeerEnd {
    let at_peer = run_half(&pair, &pair.at_peer).await;
    let has_failed = !matches!(at_peer, PeerEnd::Done(_));
    halves.send_modify(|halves| {
        halves.over += 1;
        halves.failed += usize::from(has_failed);
    });
    match at_peer {
        PeerEnd::Done(remark) => repair_at_local_site::follow(&pair, remark).await,
        PeerEnd::Failed(_) | PeerEnd::Paused => at_peer,
    }
}

/// Runs one half and keeps how it ended.
pub(super) async fn run_half(pair: &Pair, repair: &Repair) -> PeerEnd {
    if *pair.pause.borrow() {
        return PeerEnd::Paused;
    }
    let ended = repair.run(&pair.patience, &pair.reporter).await;
    keep_end(pair, repair, ended).await
}

/// Keeps how a half ended.
pub(super) async fn keep_end(
    pair: &Pair,
    repair: &Repair,
    ended: Result<Repaired, RepairError>,
) -> PeerEnd {
    let (verdict, activity) = match ended {
        Ok(_) => (Verdict::Same, Activity::Done),
        Err(_) => (Verdict::Unknown, Activity::Failed),
    };
    let end = match ended {
        Ok(remark) => PeerEnd::Done(remark.map(|said| repair.remark(&said))),
        Err(error) => PeerEnd::Failed(Problem::from(&error)),
    };
    let event = Event::PeerHalf {
        peer: repair.peer.clone(),
        side: repair.side,
        verdict,
        activity,
        progress: None,
        says: String::new(),
        problem: end.problem().cloned(),
    };
    match (end, pair.reporter.keep(event).await) {
        (PeerEnd::Done(_), Err(NotKept(problem))) => PeerEnd::Failed(problem),
        (end, _) => end,
    }
}

/// The two repairs of a peer. Addresses and descriptions are the ones on record before, unchanged.
fn pair(
    live: &Live,
    peer: &Peer,
    local: &Arc<Session>,
    new: Thumbprint,
    reporter: &Reporter,
) -> Option<Pair> {
    let (session, access) = (peer.session.clone()?, peer.access.as_ref()?);
    let before = &peer.before;
    let site = &live.local.name;
    let half = |side| (peer.name.clone(), side);
    let is_known_done = live.memory.done.get(&half(Side::AtLocal));
    let at_peer = Repair {
        peer: peer.name.clone(),
        side: Side::AtPeer,
        at: peer.name.clone(),
        of: site.clone(),
        session,
        records: peer.records.clone(),
        target: new,
        before: Some(live.local.old.to_string()),
        url: before.our_url.clone()?,
        description: before.our_description.clone(),
        may_skip: true,
        begun: live.memory.begun.get(&half(Side::AtPeer)).cloned(),
    };
    let at_local = Repair {
        peer: peer.name.clone(),
        side: Side::AtLocal,
        at: site.clone(),
        of: peer.name.clone(),
        session: Arc::clone(local),
        records: live.local.records.clone(),
        target: access.pin,
        before: before.pinned_at_local.clone(),
        url: before.api_url.clone()?,
        description: before.description.clone(),
        // The thumbprint here never changed, so only the record tells whether this half was run.
        may_skip: is_known_done == Some(&true),
        begun: live.memory.begun.get(&half(Side::AtLocal)).cloned(),
    };
    Some(Pair {
        at_peer,
        at_local,
        patience: live.patience.clone(),
        reporter: reporter.clone(),
        pause: live.wishes.pause.clone(),
    })
}
