//! Taking up a run from its record: who was who, how far it came, and who may sign in where.

use std::sync::Arc;

use appliance::Session;
use ground::Surroundings;
use tokio::task::JoinSet;

use super::VERSION;
use crate::event::{Action, Event, Opening, Participant, PeerReading};
use crate::journal::RunId;
use crate::live::{self, Live, LocalSite, Peer, Wishes};
use crate::memory::{Attempt, Memory};
use crate::patience::Patience;
use crate::readiness::Unready;
use crate::records::SiteRecords;
use crate::request::{Grade, Replacement, Resumption, SiteAccess};
use crate::start_error::StartError;

/// The sites of a run as its record tells them. Nobody may sign in at the peers yet.
pub(super) fn live(
    run: &RunId,
    mut memory: Memory,
    with: Resumption,
    wishes: Wishes,
    surroundings: Surroundings,
) -> Result<Live, StartError> {
    let Some(opening) = memory.opening.clone() else {
        let run = run.to_string();
        return Err(StartError::NoBeginning { run });
    };
    check(&opening, &memory, &with)?;
    let old = opening
        .local
        .pin
        .parse()
        .map_err(|_| StartError::OtherPin)?;
    let new = memory.new.as_deref().and_then(|new| new.parse().ok());
    if with.local.pin != old && is_pasted(&memory, &with.local) {
        memory.pasted = Some(with.local.pin);
    }
    let local = LocalSite {
        name: opening.local.name.clone(),
        access: with.local,
        old,
        new,
        session: None,
        has_fresh_session: false,
        records: SiteRecords::default(),
        before: opening.baseline.site.clone(),
    };
    let peers = opening
        .baseline
        .peers
        .iter()
        .map(|before| peer(&opening.local.name, before, &opening.peers))
        .collect();
    Ok(Live {
        action: opening.action,
        local,
        peers,
        on_premises: memory.on_premises.clone(),
        replacement: with.replacement,
        asked_at: surroundings.now(),
        patience: Patience::new(with.pace, surroundings),
        memory,
        wishes,
        repairs: JoinSet::new(),
        health: None,
        doubt: None,
    })
}

/// The record of a run that goes on.
pub(super) fn resumed(operator: String, live: &Live) -> Vec<Event> {
    let site = &live.local.name;
    let says = match (&live.memory.replacement, &live.memory.arrived) {
        (_, Some(_)) => {
            format!("{site} shows its new certificate. The peer sites are looked at next.")
        }
        (Attempt::Open { .. } | Attempt::Again { .. } | Attempt::Left { .. }, None) => format!(
            "Nobody knows yet whether {site} took the new certificate. It is looked at before anything else."
        ),
        (Attempt::Accepted, None) => {
            format!("{site} took the new certificate. Its restart is watched next.")
        }
        (Attempt::None | Attempt::Refused, None) => {
            format!("Nothing was changed at {site} so far.")
        }
    };
    vec![Event::Resumed {
        operator,
        app_version: VERSION.to_owned(),
        says,
    }]
}

/// Whether what was given fits the run.
fn check(opening: &Opening, memory: &Memory, with: &Resumption) -> Result<(), StartError> {
    if memory.is_finished {
        return Err(StartError::Ended);
    }
    admits_going_on(memory)?;
    if with.local.address.to_string() != opening.local.address {
        let recorded = opening.local.address.clone();
        return Err(StartError::OtherSite { recorded });
    }
    needs_file(opening, memory, with)?;
    let pin = with.local.pin.to_string();
    let is_known = pin == opening.local.pin || memory.new.as_deref() == Some(&*pin);
    if !is_known && !is_pasted(memory, &with.local) {
        return Err(StartError::OtherPin);
    }
    match &with.replacement {
        Some(Replacement::Import { sealed }) => {
            let is_same =
                memory.new.as_deref() == Some(&*sealed.bundle.leaf.thumbprint().to_string());
            is_same.then_some(()).ok_or(StartError::OtherFile)
        }
        Some(Replacement::Regenerate) | None => Ok(()),
    }
}

/// Whether a person names the certificate that a regenerate made and told nobody: a thumbprint from a trusted
/// place, after the change.
fn is_pasted(memory: &Memory, local: &SiteAccess) -> bool {
    memory.new.is_none() && memory.may_have_replaced() && local.grade >= Grade::E3
}

/// What is still to be sent needs its file, before anything is looked at.
fn needs_file(opening: &Opening, memory: &Memory, with: &Resumption) -> Result<(), StartError> {
    if opening.action == Action::Regenerate || with.replacement.is_some() {
        return Ok(());
    }
    match memory.replacement {
        Attempt::None | Attempt::Refused => Err(StartError::FileNeeded),
        Attempt::Again { .. } => Err(StartError::FileNeededAgain {
            site: opening.local.name.clone(),
        }),
        Attempt::Open { .. } | Attempt::Left { .. } | Attempt::Accepted => Ok(()),
    }
}

/// A person's stop before anything was changed is the end of a run: going on would pass over it.
pub(super) fn admits_going_on(memory: &Memory) -> Result<(), StartError> {
    let site = memory.opening.as_ref().map(|opening| &opening.local.name);
    match site.filter(|_| memory.is_stopped) {
        Some(site) => Err(StartError::Stopped { site: site.clone() }),
        None => Ok(()),
    }
}

/// A peer of the record.
fn peer(site: &str, before: &PeerReading, known: &[Participant]) -> Peer {
    let address = known
        .iter()
        .find(|participant| participant.name == before.peer)
        .map(|participant| participant.address.clone())
        .unwrap_or_default();
    Peer {
        name: before.peer.clone(),
        address,
        access: None,
        session: None,
        records: SiteRecords::default(),
        before: before.clone(),
        problem: Some(Unready::NoAccess.problem(site, &before.peer)),
        remark: None,
        is_checked: false,
        is_done: false,
    }
}

/// Lets the run sign in at its peers in these ways, each at the peer whose address is on record, else at the
/// one whose name answers there: a peer that nobody could sign in at has no such address.
pub(super) async fn admit(live: &mut Live, ways: Vec<SiteAccess>) {
    let mut visiting = JoinSet::new();
    for access in ways {
        let address = access.address.to_string();
        let mut peers = live.peers.iter_mut();
        match peers.find(|peer| peer.address == address) {
            Some(peer) if peer.is_done => {}
            Some(peer) => peer.admit(access, None),
            None => {
                let patience = live.patience.clone();
                visiting.spawn(async move { visit(access, &patience).await });
            }
        }
    }
    for (name, access, session) in visiting.join_all().await.into_iter().flatten() {
        let mut peers = live.peers.iter_mut();
        if let Some(peer) = peers.find(|peer| peer.name == name && peer.access.is_none()) {
            peer.admit(access, Some(session));
        }
    }
}

/// Signs in and asks for the name. A site that lets nobody in is none that the run knows.
async fn visit(
    access: SiteAccess,
    patience: &Patience,
) -> Option<(String, SiteAccess, Arc<Session>)> {
    let session = live::sign_in(&access, patience).await.ok()?;
    let config = patience.read(|| session.config()).await.ok()?;
    Some((config.local_site, access, session))
}
