//! Taking up a run from its record: who was who, and how far it came.

use std::sync::Arc;

use tokio::task::JoinSet;

use super::{StartError, VERSION};
use crate::event::{Event, Opening, Participant, PeerReading};
use crate::journal::RunId;
use crate::live::{Live, LocalSite, Peer, Wishes};
use crate::memory::{Attempt, Memory};
use crate::patience::Patience;
use crate::plan::Unready;
use crate::problem::Problem;
use crate::records::SiteRecords;
use crate::request::{Replacement, Resumption, SiteAccess};
use crate::wait::WallClock;

/// The sites of a run as its record tells them, with the ways to sign in that were given anew.
pub(super) fn live(
    run: &RunId,
    memory: Memory,
    with: Resumption,
    wishes: Wishes,
    clock: Arc<dyn WallClock>,
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
        .map(|before| peer(before, &opening.peers, &with.peers))
        .collect();
    Ok(Live {
        action: opening.action,
        local,
        peers,
        on_premises: memory.on_premises.clone(),
        replacement: with.replacement,
        patience: Patience::new(with.pace),
        memory,
        wishes,
        repairs: JoinSet::new(),
        health: None,
        is_doubtful: false,
        asked_at: clock.now(),
        clock,
    })
}

/// The record of a run that goes on.
pub(super) fn resumed(operator: String, live: &Live) -> Vec<Event> {
    let site = &live.local.name;
    let says = match (&live.memory.replacement, &live.memory.arrived) {
        (_, Some(_)) => {
            format!("{site} shows its new certificate. The peer sites are looked at next.")
        }
        (Attempt::Open { .. }, None) => format!(
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
    if with.local.address.to_string() != opening.local.address {
        let recorded = opening.local.address.clone();
        return Err(StartError::OtherSite { recorded });
    }
    let pin = with.local.pin.to_string();
    if pin != opening.local.pin && memory.new.as_deref() != Some(&*pin) {
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

/// A peer of the record, with the way to sign in that was given for its address.
fn peer(before: &PeerReading, known: &[Participant], given: &[SiteAccess]) -> Peer {
    let address = known
        .iter()
        .find(|participant| participant.name == before.peer)
        .map(|participant| participant.address.clone())
        .unwrap_or_default();
    let access = given
        .iter()
        .find(|access| access.address.to_string() == address)
        .cloned();
    let problem = match &access {
        Some(_) => None,
        None => Some(Problem::from((&*before.peer, &Unready::NoAccess))),
    };
    Peer {
        name: before.peer.clone(),
        address,
        access,
        session: None,
        records: SiteRecords::default(),
        before: before.clone(),
        problem,
        is_checked: false,
        is_done: false,
    }
}
