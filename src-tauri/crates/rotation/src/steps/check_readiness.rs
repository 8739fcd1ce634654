//! Checks that every site can take part before anything is changed. A peer that cannot never
//! blocks the others; it is set aside, with the reason.

use std::sync::Arc;

use appliance::{PeerSite, RequestError, Session};
use certificate::Thumbprint;
use tokio::task::JoinSet;

use super::{Ending, Step};
use crate::enumerate::enumerate;
use crate::event::PeerReading;
use crate::halt::Halt;
use crate::live::{Live, Peer};
use crate::patience::Patience;
use crate::questions;
use crate::readiness::{self, NewCertificate, Standard, Unready};
use crate::records::stored;
use crate::replace::ReplaceError;
use crate::reporter::Reporter;
use crate::survey::{self, Host};
use crate::verdict::Verdict;
use message::Problem;

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
        check_again(live, reporter).await?;
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

/// Judges every unchecked peer anew, side by side.
async fn check_again(live: &mut Live, reporter: &Reporter) -> Result<(), Halt> {
    if unchecked(live).next().is_none() {
        return Ok(());
    }
    let bench = Arc::new(Bench::of(live).await?);
    let mut judging = JoinSet::new();
    for (index, peer) in unchecked(live) {
        let (Some(session), Some(access)) = (peer.session.clone(), &peer.access) else {
            continue;
        };
        let (bench, before, pin) = (Arc::clone(&bench), peer.before.clone(), access.pin);
        judging.spawn(async move { (index, bench.judge(&session, before, pin).await) });
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
    Ok(())
}

/// Before whom a peer is judged.
enum Bench {
    /// Nothing was replaced yet: both ends are asked, as they were for the plan.
    BothEnds {
        host: Host,
        in_use: Thumbprint,
        new: Option<NewCertificate>,
    },
    /// The certificate may have been replaced, so the ends cannot agree: only what answers at the peer is
    /// judged here, and each repair compares record and sight before it writes.
    Standing { site: String, patience: Patience },
}

impl Bench {
    async fn of(live: &Live) -> Result<Self, Halt> {
        let (site, patience) = (live.local.name.clone(), live.patience.clone());
        let before_the_change = !live.memory.may_have_replaced();
        let session = live.local.old_session().filter(|_| before_the_change);
        let Some(session) = session.map(Arc::clone) else {
            return Ok(Self::Standing { site, patience });
        };
        let records = live.local.records.read(&session, &patience).await;
        let records = records.map_err(|error| error.problem(&site))?;
        Ok(Self::BothEnds {
            in_use: live.local.old,
            new: live.replacement.as_ref().and_then(NewCertificate::of),
            host: Host {
                session,
                name: site,
                records,
                patience,
                now: live.now(),
            },
        })
    }

    /// The peer as it is known from here on, or why it cannot take part.
    async fn judge(
        &self,
        session: &Session,
        before: PeerReading,
        pin: Thumbprint,
    ) -> Result<PeerReading, Problem> {
        match self {
            Self::BothEnds { host, in_use, new } => {
                let standard = Standard {
                    in_use: *in_use,
                    new: new.as_ref(),
                    now: host.now,
                };
                judge_both_ends(host, session, before, pin, standard).await
            }
            Self::Standing { site, patience } => {
                judge_standing(session, patience, before, site).await
            }
        }
    }
}

async fn judge_both_ends(
    host: &Host,
    session: &Session,
    before: PeerReading,
    pin: Thumbprint,
    standard: Standard<'_>,
) -> Result<PeerReading, Problem> {
    let (site, peer) = (&*host.name, &*before.peer);
    let record = host.record_of(peer);
    let record = record.ok_or_else(|| Unready::NotListed.problem(site, peer))?;
    let asked = host.ask(session).await;
    let asked = asked.map_err(|error| error.problem(peer))?;
    readiness::judge((site, record), &asked, pin, standard)?;
    Ok(match asked.facts.record {
        Some(theirs) => with_record(before, theirs, Verdict::Same),
        None => before,
    })
}

async fn judge_standing(
    session: &Session,
    patience: &Patience,
    before: PeerReading,
    site: &str,
) -> Result<PeerReading, Problem> {
    let failed = |error: RequestError| error.problem(&before.peer);
    let standing = survey::read_standing(session, patience).await;
    readiness::judge_standing(&standing.map_err(failed)?, (site, &before.peer))?;
    if before.our_url.is_some() {
        return Ok(before);
    }
    let record = survey::record_of(session, patience, site).await;
    let record = record.map_err(failed)?;
    let record = record.ok_or_else(|| Unready::DoesNotListUs.problem(site, &before.peer))?;
    Ok(with_record(before, record, Verdict::Unknown))
}

/// How a peer knows the local site. What a repair sends back unchanged stays what the plan read, so that a
/// change since then is noticed; a peer that could not be read for the plan tells it now.
fn with_record(before: PeerReading, theirs: PeerSite, at_peer: Verdict) -> PeerReading {
    let mut reading = PeerReading {
        pinned_at_peer: stored(&theirs),
        at_peer,
        ..before
    };
    if reading.our_url.is_none() {
        reading.our_url = Some(theirs.api_url);
        reading.our_description = theirs.description;
    }
    reading
}
