//! What a run works with while it runs: the sites, who is signed in where, and what is known.

use appliance::{Health, Limits, RequestError, Session, SignInError};
use certificate::Thumbprint;
use std::sync::Arc;
use time::OffsetDateTime;
use tokio::sync::{mpsc, watch};
use tokio::task::{JoinHandle, JoinSet};

use crate::activity::Activity;
use crate::event::{Action, Event, PeerReading, Side, SiteReading};
use crate::halt::Halt;
use crate::halt::NotKept;
use crate::memory::Memory;
use crate::on_premises::OnPremisesView;
use crate::patience::Patience;
use crate::question::Question;
use crate::records::SiteRecords;
use crate::reporter::Reporter;
use crate::request::{Replacement, SiteAccess};
use crate::verdict::Verdict;
use crate::wait::Expectation;
use message::Problem;

/// The sites of a run and everything that is known of them.
pub(crate) struct Live {
    /// What is done.
    pub(crate) action: Action,
    /// The site whose certificate is replaced.
    pub(crate) local: LocalSite,
    /// Its peer sites, all of them.
    pub(crate) peers: Vec<Peer>,
    /// What on-premises sites must do.
    pub(crate) on_premises: Vec<OnPremisesView>,
    /// What the certificate is replaced with; gone once it was handed over.
    pub(crate) replacement: Option<Replacement>,
    /// How requests are spread and repeated.
    pub(crate) patience: Patience,
    /// What the record says.
    pub(crate) memory: Memory,
    /// What people ask of the run.
    pub(crate) wishes: Wishes,
    /// The repairs under way: both halves of each peer.
    pub(crate) repairs: JoinSet<(usize, PeerEnd)>,
    /// The health of the local site after the change, asked for beside the repairs.
    pub(crate) health: Option<JoinHandle<Result<Health, RequestError>>>,
    /// What was not as it should be at the last reading of the local site.
    pub(crate) doubt: Option<Problem>,
    /// When the peers were last asked whether they are ready.
    pub(crate) asked_at: OffsetDateTime,
}

/// The site whose certificate is replaced.
pub(crate) struct LocalSite {
    /// The name by which peers know it.
    pub(crate) name: String,
    /// Where it is and who signs in.
    pub(crate) access: SiteAccess,
    /// Its certificate before the change.
    pub(crate) old: Thumbprint,
    /// Its certificate after the change, once it is known.
    pub(crate) new: Option<Thumbprint>,
    /// Who is signed in, over which certificate.
    pub(crate) session: Option<(Arc<Session>, Thumbprint)>,
    /// Whether somebody signed in over the old certificate after the guarded call's answer was
    /// lost. That happens once: appliances lock accounts.
    pub(crate) has_fresh_session: bool,
    /// Its list of sites.
    pub(crate) records: SiteRecords,
    /// What it was before the change.
    pub(crate) before: SiteReading,
}

/// A peer site.
pub(crate) struct Peer {
    /// Its name.
    pub(crate) name: String,
    /// Its address, for people.
    pub(crate) address: String,
    /// Where it is and who signs in, if anybody may.
    pub(crate) access: Option<SiteAccess>,
    /// Who is signed in.
    pub(crate) session: Option<Arc<Session>>,
    /// Its list of sites.
    pub(crate) records: SiteRecords,
    /// What it and the local site held of each other before the change.
    pub(crate) before: PeerReading,
    /// Why it is not worked on, or what stopped its repair.
    pub(crate) problem: Option<Problem>,
    /// What is worth knowing although both halves are in order.
    pub(crate) remark: Option<Problem>,
    /// Whether its readiness was checked since somebody signed in.
    pub(crate) is_checked: bool,
    /// Whether both halves were repaired and read again.
    pub(crate) is_done: bool,
}

/// How the work at a peer ended.
#[derive(Debug, Clone)]
pub(crate) enum PeerEnd {
    /// Both halves are in order; a remark where a task said otherwise.
    Done(Option<Problem>),
    /// Something stands in the way.
    Failed(Problem),
    /// A person asked to pause before it was through.
    Paused,
}

/// What people ask of a run while it runs.
pub(crate) struct Wishes {
    pub(crate) pause: watch::Receiver<bool>,
    pub(crate) answers: mpsc::UnboundedReceiver<Answer>,
}

/// An answer to a question, valid for it.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) question: String,
    pub(crate) answer: String,
    pub(crate) typed: Option<String>,
}

impl Wishes {
    /// Whether a person asked to pause.
    pub(crate) fn wants_pause(&self) -> bool {
        *self.pause.borrow()
    }
}

impl PeerEnd {
    /// What stands in the way, or is worth knowing.
    pub(crate) fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Done(remark) => remark.as_ref(),
            Self::Failed(problem) => Some(problem),
            Self::Paused => None,
        }
    }
}

impl LocalSite {
    /// The session over the certificate in use before the change.
    pub(crate) fn old_session(&self) -> Option<&Arc<Session>> {
        self.session_over(self.old)
    }

    /// The session over the new certificate.
    pub(crate) fn new_session(&self) -> Option<&Arc<Session>> {
        self.session_over(self.new?)
    }

    /// Signs in over exactly this certificate.
    pub(crate) async fn sign_in_over(
        &mut self,
        pin: Thumbprint,
        limits: Limits,
    ) -> Result<(), Arc<SignInError>> {
        let session = self.access.sign_in_over(pin, limits).await?;
        self.session = Some((session, pin));
        Ok(())
    }

    fn session_over(&self, pin: Thumbprint) -> Option<&Arc<Session>> {
        let (session, over) = self.session.as_ref()?;
        (*over == pin).then_some(session)
    }
}

impl Peer {
    /// Gives it another chance, with this way to sign in, and the session that was opened over it, if any. The one
    /// before may have another password.
    pub(crate) fn admit(&mut self, access: SiteAccess, session: Option<Arc<Session>>) {
        self.address = access.address.to_string();
        self.access = Some(access);
        self.session = session;
        self.problem = None;
        self.is_checked = false;
    }

    /// Says of both halves that nothing is done there, and why, if anything stands in the way.
    pub(crate) fn tell_obstacle(&self, reporter: &Reporter) {
        let Some(problem) = &self.problem else { return };
        for side in [Side::AtPeer, Side::AtLocal] {
            reporter.mention(Event::PeerHalf {
                peer: self.name.clone(),
                side,
                verdict: Verdict::Unknown,
                activity: Activity::Skipped,
                progress: None,
                says: crate::problem::told(problem),
                problem: Some(problem.clone()),
            });
        }
    }
}

impl Live {
    /// The time of day, for records and validity periods.
    pub(crate) fn now(&self) -> OffsetDateTime {
        self.patience.surroundings.now()
    }

    /// Keeps an event and takes it in: what the run knows is what its record says.
    pub(crate) async fn keep(&mut self, reporter: &Reporter, event: Event) -> Result<(), NotKept> {
        self.memory.take(&event, self.now());
        reporter.keep(event).await
    }

    /// The same for an event with which nothing new begins: it reaches the disk with the next one kept.
    pub(crate) fn mention(&mut self, reporter: &Reporter, event: Event) {
        self.memory.take(&event, self.now());
        reporter.mention(event);
    }

    /// What may be on the wire at the local site.
    pub(crate) fn expectation(&self) -> Expectation {
        let has_arrived = self.memory.arrived.is_some();
        Expectation::new(self.local.old, self.local.new, has_arrived)
    }

    /// Asks a person and waits for the answer, or for a pause.
    pub(crate) async fn ask(
        &mut self,
        reporter: &Reporter,
        question: Question,
    ) -> Result<Answer, Halt> {
        let id = question.id.clone();
        self.keep(reporter, Event::QuestionAsked { question })
            .await?;
        let answer = self.await_answer(&id).await?;
        let answered = Event::QuestionAnswered {
            question: id,
            answer: answer.answer.clone(),
            typed: answer.typed.clone(),
        };
        self.keep(reporter, answered).await?;
        Ok(answer)
    }

    async fn await_answer(&mut self, question: &str) -> Result<Answer, Halt> {
        loop {
            tokio::select! {
                answer = self.wishes.answers.recv() => match answer {
                    Some(answer) if answer.question == question => return Ok(answer),
                    Some(_) => {}
                    None => return Err(Halt::Paused),
                },
                paused = self.wishes.pause.wait_for(|wants_pause| *wants_pause) => {
                    // Whoever could ask for a pause is gone; so is whoever could answer.
                    drop(paused);
                    return Err(Halt::Paused);
                }
            }
        }
    }

    /// Gives failed peers another chance; says which.
    pub(crate) fn forget_failures(&mut self) -> Vec<String> {
        let failed = |peer: &&mut Peer| !peer.is_done && peer.access.is_some();
        let peers = self.peers.iter_mut().filter(failed);
        peers
            .map(|peer| {
                peer.problem = None;
                peer.is_checked = false;
                peer.name.clone()
            })
            .collect()
    }

    /// Has every peer asked again, if the last answers are old. The time of day tells, which goes on
    /// while a computer sleeps: sessions and pairings may be others since.
    pub(crate) fn doubt_what_is_old(&mut self) {
        let now = self.now();
        if (now - self.asked_at).unsigned_abs() > self.patience.pace.stale {
            let peers = self.peers.iter_mut();
            peers.for_each(|peer| peer.is_checked = false);
        }
        self.asked_at = now;
    }

    /// The names of the peers that are not done.
    pub(crate) fn left_out(&self) -> Vec<String> {
        let left = self.peers.iter().filter(|peer| !peer.is_done);
        left.map(|peer| peer.name.clone()).collect()
    }

    /// The peers that can be worked on and are not done.
    pub(crate) fn open_peers(&self) -> impl Iterator<Item = (usize, &Peer)> {
        let is_open = |peer: &&Peer| !peer.is_done && peer.problem.is_none();
        let peers = self.peers.iter().enumerate();
        peers.filter(move |(_, peer)| is_open(peer))
    }
}

/// Signs in at a site over the certificate it is known by. An attempt that never left is made once more.
pub(crate) async fn sign_in(
    access: &SiteAccess,
    patience: &Patience,
) -> Result<Arc<Session>, Arc<SignInError>> {
    let limits = patience.pace.limits;
    match patience.once(access.sign_in(limits)).await {
        Err(error) if error.never_left() => {
            patience.pause(1).await;
            patience.once(access.sign_in(limits)).await
        }
        outcome => outcome,
    }
}
