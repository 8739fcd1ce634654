//! Repairs every peer site at the local site: the other half, without which neither side is sure
//! of the other (docs/vcda-api.md §3.3). Then both records of the pairing are read again.

use super::repair_at_peer_sites::{Pair, keep_end, nobody_is_left, run_half};
use super::{Ending, Step};
use crate::event::Side;
use crate::halt::Halt;
use crate::live::{Live, PeerEnd};
use crate::repair::Repair;
use crate::reporter::Reporter;
use message::Problem;

pub(crate) struct RepairAtLocalSite;

impl Step for RepairAtLocalSite {
    const TITLE: &'static str = "Repair at the local site";

    fn intent(site: &str) -> String {
        format!("Completing every pairing at {site}.")
    }

    fn way_back() -> &'static str {
        "Repair the peer at the local site again; its thumbprint was not changed by this step."
    }

    async fn already_done(live: &Live) -> Option<String> {
        if !live.repairs.is_empty() {
            return None;
        }
        nobody_is_left(live)
    }

    async fn perform(live: &mut Live, _reporter: &Reporter) -> Result<Ending, Halt> {
        let mut is_paused = false;
        while let Some(ended) = live.repairs.join_next().await {
            // Work that was torn down with its runtime has nobody left to tell.
            let Ok((index, end)) = ended else { continue };
            let Some(peer) = live.peers.get_mut(index) else {
                continue;
            };
            match end {
                PeerEnd::Done(remark) => {
                    peer.is_done = true;
                    peer.remark = remark;
                }
                PeerEnd::Failed(problem) => peer.problem = Some(problem),
                PeerEnd::Paused => is_paused = true,
            }
        }
        if is_paused {
            return Err(Halt::Paused);
        }
        let site = &live.local.name;
        let all = live.peers.len();
        let done = live.peers.iter().filter(|peer| peer.is_done).count();
        if done == all {
            return Ok(Ending::done(format!(
                "{site} and every peer site trust each other."
            )));
        }
        let says = format!("{site} and {done} of {all} peer sites trust each other.");
        Ok(Ending::with_attention(says, None))
    }
}

/// The local half of one peer, and then the peer's record once more: it shows what it hears from
/// the local site only now.
pub(super) async fn follow(pair: &Pair, remark: Option<Problem>) -> PeerEnd {
    let remark = match run_half(pair, &pair.at_local).await {
        PeerEnd::Done(of_this_half) => of_this_half.or(remark),
        end @ (PeerEnd::Failed(_) | PeerEnd::Paused) => return end,
    };
    let both_ways = Repair {
        side: Side::AtLocal,
        ..pair.at_peer.clone()
    };
    match both_ways.confirm(&pair.patience).await {
        Ok(()) => PeerEnd::Done(remark),
        Err(error) => keep_end(pair, &pair.at_peer, Err(error)).await,
    }
}
