//! Making a plan: sign in everywhere, read everything, change nothing.

use std::sync::Arc;

use appliance::Session;
use certificate::Certificate;
use ground::Surroundings;
use rand::Rng;
use time::OffsetDateTime;
use tokio::task::JoinSet;

use super::draw::draw;
use crate::event::{Baseline, PeerReading};
use crate::live::{self, Live, LocalSite, Peer, Wishes};
use crate::look::look;
use crate::memory::Memory;
use crate::patience::Patience;
use crate::plan::{FindingKind, Finds, PlanView};
use crate::readiness::NewCertificate;
use crate::request::{Request, SiteAccess};
use crate::start_error::StartError;
use crate::survey::{self, BothEnds, Host, SiteFacts};
use message::Problem;

/// A plan, with the sessions that were opened to make it.
pub struct Plan {
    pub(super) view: PlanView,
    pub(super) local: LocalSite,
    pub(super) peers: Vec<Peer>,
    pub(super) made: OffsetDateTime,
    pub(super) goes_on_alone: bool,
}

/// A way to sign in at a peer, and what came of it.
pub(super) struct Guest {
    pub(super) access: SiteAccess,
    pub(super) session: Option<Arc<Session>>,
    pub(super) asked: Result<BothEnds, Problem>,
}

/// Signs in at every site, reads what each says and makes a plan of it. Nothing is changed.
pub async fn prepare(request: &Request, surroundings: &Surroundings) -> Result<Plan, Problem> {
    let now = surroundings.now();
    let patience = Patience::new(request.pace, surroundings.clone());
    let access = &request.local;
    let session = live::sign_in(access, &patience).await;
    let address = access.address.to_string();
    let session = session.map_err(|error| error.problem(&address))?;
    let facts = survey::read_local(&session, &access.address, &patience).await;
    let facts = facts.map_err(|error| error.problem(&address))?;
    let host = Arc::new(Host {
        session: Arc::clone(&session),
        name: facts.name.clone(),
        records: facts.records.clone().into(),
        patience: patience.clone(),
        now,
    });
    let guests = welcome(&request.peers, &host).await;
    let old = old_certificate(&facts, request, &patience).await?;
    let token = format!("{:032x}", surroundings.chance().random::<u128>());
    Ok(draw(request, session, &facts, &old, guests, (token, now)))
}

impl Plan {
    /// The plan, to show.
    pub fn view(&self) -> &PlanView {
        &self.view
    }

    /// What each peer and the local site hold of each other, before any change.
    pub fn readings(&self) -> impl Iterator<Item = &PeerReading> {
        self.peers.iter().map(|peer| &peer.before)
    }

    /// Takes a person's word for what the plan leaves to decide: the run will not ask for it.
    pub fn decide(&mut self) {
        self.goes_on_alone = self.view.to_decide.is_some();
    }

    /// The peers, ready or not.
    pub(super) fn peers(&self) -> &[Peer] {
        &self.peers
    }

    /// What the plan was made from.
    pub(super) fn baseline(&self) -> Baseline {
        Baseline {
            site: self.local.before.clone(),
            peers: self.readings().cloned().collect(),
        }
    }

    /// Whether the plan is the request's and allows a start.
    pub(super) fn check_fits(&self, request: &Request) -> Result<(), StartError> {
        let is_same = self.local.access.address == request.local.address
            && self.view.action == request.replacement.action()
            && self.local.new == NewCertificate::of(&request.replacement).map(|new| new.thumbprint);
        if !is_same {
            return Err(StartError::OtherPlan);
        }
        let mut stops = self.view.findings.iter();
        let stop = stops.find(|finding| finding.kind == FindingKind::Stop);
        match stop {
            None => Ok(()),
            Some(finding) => Err(StartError::NotAllowed {
                problem: Box::new(finding.problem.clone()),
            }),
        }
    }

    /// The sites of a run that starts with this plan.
    pub(super) fn into_live(
        self,
        request: Request,
        wishes: Wishes,
        surroundings: Surroundings,
    ) -> Live {
        Live {
            action: request.replacement.action(),
            local: self.local,
            peers: self.peers,
            on_premises: self.view.on_premises,
            replacement: Some(request.replacement),
            patience: Patience::new(request.pace, surroundings),
            memory: Memory::default(),
            wishes,
            repairs: JoinSet::new(),
            health: None,
            doubt: None,
            asked_at: self.made,
        }
    }
}

/// The certificate in use: as the site tells it, else as it shows it.
async fn old_certificate(
    facts: &SiteFacts,
    request: &Request,
    patience: &Patience,
) -> Result<Certificate, Problem> {
    let told = facts.encoded.clone();
    if let Some(told) = told.filter(|told| told.thumbprint() == request.local.pin) {
        return Ok(told);
    }
    let seen = look(&request.local.address, patience).await;
    seen.map(|sighting| sighting.leaf)
        .filter(|leaf| leaf.thumbprint() == request.local.pin)
        .ok_or_else(|| {
            let (shows, reports) = (request.local.pin, facts.certificate);
            (Finds::ReportsOther { shows, reports }).problem(&facts.name)
        })
}

/// Signs in at every peer that was named and reads it, side by side.
async fn welcome(peers: &[SiteAccess], host: &Arc<Host>) -> Vec<Guest> {
    let mut arriving = JoinSet::new();
    for access in peers.iter().cloned() {
        let host = Arc::clone(host);
        arriving.spawn(async move { receive(access, &host).await });
    }
    arriving.join_all().await
}

async fn receive(access: SiteAccess, host: &Host) -> Guest {
    let address = access.address.to_string();
    let session = match live::sign_in(&access, &host.patience).await {
        Ok(session) => session,
        Err(error) => {
            return Guest {
                access,
                session: None,
                asked: Err(error.problem(&address)),
            };
        }
    };
    let asked = host.ask(&session).await;
    Guest {
        access,
        session: Some(session),
        asked: asked.map_err(|error| error.problem(&address)),
    }
}
