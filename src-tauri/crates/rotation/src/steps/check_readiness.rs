//! Checks that every site can take part before anything is changed. A peer that cannot never
//! blocks the others; it is set aside, with the reason.

use appliance::Session;
use tokio::task::JoinSet;

use super::{Ending, Step};
use crate::engine::Halt;
use crate::event::PeerReading;
use crate::live::{Live, Peer};
use crate::patience::Patience;
use crate::plan::Unready;
use crate::problem::Problem;
use crate::questions::{self, enumerate};
use crate::repair::stored;
use crate::replace::ReplaceError;
use crate::reporter::Reporter;
use crate::survey;

pub(crate) struct CheckReadiness;

impl Step for CheckReadiness {
    const TITLE: &'static str = "Check readiness";

    fn intent(_site: &str) -> String {
        "Checking that every site can take part before anything is changed.".to_owned()
    }

    fn way_back() -> &'static str {
        "Nothing was changed."
    }

    async fn already_done(live: &Live) -> Option<String> {
        let is_checked =
            live.memory.is_recorded && unchecked(live).next().is_none() && !is_for_nobody(live);
        is_checked.then(|| "Readiness was checked before the run began.".to_owned())
    }

    async fn perform(live: &mut Live, reporter: &Reporter) -> Result<Ending, Halt> {
        // A plan with something in the way at the local site was not allowed to start, and it
        // checked the peers. Whoever was set aside then, or by an earlier try, is looked at again.
        live.doubt_what_is_old();
        check_again(live, reporter).await;
        let absent: Vec<String> = live
            .peers
            .iter()
            .filter(|peer| peer.problem.is_some())
            .map(|peer| peer.name.clone())
            .collect();
        if absent.is_empty() {
            return Ok(Ending::done("Every site is ready."));
        }
        if is_for_nobody(live) {
            decide(live, reporter).await?;
        }
        let says = format!(
            "{} cannot be repaired in this run{}",
            enumerate(&absent),
            if absent.len() < live.peers.len() {
                "; the others can."
            } else {
                "."
            }
        );
        Ok(Ending::with_attention(says, None))
    }
}

/// Whether the change is still to come, helps no peer, and nobody has said yes to that.
fn is_for_nobody(live: &Live) -> bool {
    let mut peers = live.peers.iter();
    !live.peers.is_empty()
        && peers.all(|peer| peer.problem.is_some())
        && !live.memory.may_have_replaced()
        && !live.memory.goes_on_alone
}

async fn decide(live: &mut Live, reporter: &Reporter) -> Result<(), Halt> {
    let site = live.local.name.clone();
    let answer = live.ask(reporter, questions::go_on_alone(&site)).await?;
    if answer.answer == questions::REPLACE {
        return Ok(());
    }
    Err(Problem::from(&ReplaceError::NobodyToRepair { site }).into())
}

/// The peers that are signed in to and were not checked since.
fn unchecked(live: &Live) -> impl Iterator<Item = (usize, &Peer)> {
    live.open_peers()
        .filter(|(_, peer)| !peer.is_checked && peer.session.is_some())
}

async fn check_again(live: &mut Live, reporter: &Reporter) {
    let mut judging = JoinSet::new();
    for (index, peer) in unchecked(live) {
        let Some(session) = peer.session.clone() else {
            continue;
        };
        let (before, local) = (peer.before.clone(), live.local.name.clone());
        let patience = live.patience.clone();
        judging.spawn(async move { (index, judge(&session, &patience, before, &local).await) });
    }
    for (index, judged) in judging.join_all().await {
        let Some(peer) = live.peers.get_mut(index) else {
            continue;
        };
        peer.is_checked = judged.is_ok();
        match judged {
            Ok(before) => {
                peer.before = before;
                peer.problem = None;
            }
            Err(problem) => peer.problem = Some(problem),
        }
        peer.tell_obstacle(reporter);
    }
}

/// Judges a peer anew. One that could not be read for the plan tells now how it knows the local site: a
/// repair sends that back unchanged.
async fn judge(
    session: &Session,
    patience: &Patience,
    mut before: PeerReading,
    local: &str,
) -> Result<PeerReading, Problem> {
    survey::judge_again(session, patience, &before.peer).await?;
    if before.our_url.is_none() {
        let record = survey::record_of(session, patience, local).await;
        let record = record.map_err(|error| Problem::from((&*before.peer, &error)))?;
        let record =
            record.ok_or_else(|| Problem::from((&*before.peer, &Unready::DoesNotListUs)))?;
        before.pinned_at_peer = stored(&record);
        before.our_url = Some(record.api_url);
        before.our_description = Some(record.description);
    }
    Ok(before)
}
