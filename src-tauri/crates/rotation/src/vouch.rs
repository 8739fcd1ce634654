//! Who vouches for a new certificate that nobody announced: the peer sites as notaries, and then a
//! person. No password is sent before.

use certificate::{Certificate, Thumbprint};
use tokio::task::JoinSet;

use crate::activity::RestartPhase;
use crate::card::CertificateCard;
use crate::event::{Event, Knowledge};
use crate::halt::Halt;
use crate::live::Live;
use crate::question;
use crate::questions;
use crate::reporter::Reporter;
use crate::survey;
use crate::verdict::Verdict;
use message::Problem;

mod problem;
mod shape;

/// Why nobody vouches for the certificate.
#[derive(Debug, thiserror::Error)]
pub(crate) enum VouchError {
    /// Peer sites see other certificates than this computer does.
    #[error("the peer sites see other certificates at {site}")]
    Disagreement {
        site: String,
        here: Thumbprint,
        others: Vec<(String, Thumbprint)>,
    },
    /// The pasted thumbprint is that of the certificate before.
    #[error("the pasted thumbprint is the one before the change at {site}")]
    PastedOld { site: String, seen: Thumbprint },
    /// The pasted thumbprint is another.
    #[error("the pasted thumbprint is not the one at {site}")]
    PastedDiffers {
        site: String,
        seen: Thumbprint,
        pasted: Thumbprint,
    },
    /// A person stopped here.
    #[error("nobody vouched for the certificate of {site}")]
    Stopped { site: String },
}

/// Finds somebody who vouches for this certificate, and takes it for the new one.
pub(crate) async fn vouch_for(
    live: &mut Live,
    reporter: &Reporter,
    leaf: &Certificate,
) -> Result<Thumbprint, Halt> {
    let site = live.local.name.clone();
    let here = leaf.thumbprint();
    let (agreeing, others) = ask_notaries(live, reporter, here).await;
    if !others.is_empty() {
        let error = VouchError::Disagreement { site, here, others };
        return Err(Problem::from(&error).into());
    }
    let now = live.now();
    let card = CertificateCard::of(leaf, &[], now);
    // Whoever pasted this thumbprint once has answered.
    if live.memory.pasted == Some(here) {
        return take(live, reporter, here, card, Knowledge::Pasted).await;
    }
    let doubts = shape::doubts(leaf, &before(live), now);
    let question = questions::is_it_the_new_one(&site, &agreeing, &doubts, card.clone());
    let answer = live.ask(reporter, question).await?;
    let how = match (
        &*answer.answer,
        answer.typed.map(|typed| typed.parse::<Thumbprint>()),
    ) {
        (question::PASTE, Some(Ok(pasted))) if pasted == here => Knowledge::Pasted,
        (question::PASTE, Some(Ok(pasted))) if pasted == live.local.old => {
            let seen = here;
            return Err(Problem::from(&VouchError::PastedOld { site, seen }).into());
        }
        (question::PASTE, Some(Ok(pasted))) => {
            let error = VouchError::PastedDiffers {
                site,
                seen: here,
                pasted,
            };
            return Err(Problem::from(&error).into());
        }
        (questions::ACCEPT, _) => Knowledge::Notaries,
        _ => return Err(Problem::from(&VouchError::Stopped { site }).into()),
    };
    take(live, reporter, here, card, how).await
}

/// Takes the certificate for the new one: from here on, whatever else answers is wrong.
async fn take(
    live: &mut Live,
    reporter: &Reporter,
    here: Thumbprint,
    card: CertificateCard,
    how: Knowledge,
) -> Result<Thumbprint, Halt> {
    let thumbprint = here.to_string();
    let known = Event::NewCertificateKnown {
        thumbprint: thumbprint.clone(),
        certificate: Some(card),
        how,
    };
    live.keep(reporter, known).await?;
    let phase = RestartPhase::UpWithNew;
    let thumbprint = Some(thumbprint);
    let arrived = Event::RestartSeen { phase, thumbprint };
    live.keep(reporter, arrived).await?;
    live.local.new = Some(here);
    Ok(here)
}

/// What is known of the certificate that was replaced.
fn before(live: &Live) -> shape::Before {
    let opening = live.memory.opening.as_ref();
    shape::Before {
        old: opening.map(|opening| opening.old.clone()),
        key: live.local.before.public_key.clone(),
        asked: live.memory.intended,
    }
}

/// Has every signed-in peer look at the site; who sees the same, and who sees what else.
async fn ask_notaries(
    live: &Live,
    reporter: &Reporter,
    here: Thumbprint,
) -> (Vec<String>, Vec<(String, Thumbprint)>) {
    let mut looking = JoinSet::new();
    for peer in &live.peers {
        if let (Some(session), Some(url)) = (peer.session.clone(), peer.before.our_url.clone()) {
            let (name, patience) = (peer.name.clone(), live.patience.clone());
            let site = live.local.name.clone();
            looking.spawn(async move {
                let seen = survey::look(&session, &patience, (&name, &site), &url).await;
                (name, seen)
            });
        }
    }
    let (mut agreeing, mut others) = (Vec::new(), Vec::new());
    for (name, seen) in looking.join_all().await {
        // A notary that cannot look is lost, not fooled.
        let Ok(seen) = seen else { continue };
        let is_same = seen == here;
        reporter.mention(Event::CertificateObserved {
            subject: live.local.name.clone(),
            vantage: format!("seen by {name}"),
            thumbprint: seen.to_string(),
            verdict: if is_same {
                Verdict::Same
            } else {
                Verdict::Different
            },
        });
        if is_same {
            agreeing.push(name);
        } else {
            others.push((name, seen));
        }
    }
    agreeing.sort();
    (agreeing, others)
}
