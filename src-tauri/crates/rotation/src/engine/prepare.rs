//! Making a plan: sign in everywhere, read everything, change nothing.

use std::sync::Arc;

use appliance::{PeerSite, Session};
use certificate::{Certificate, Thumbprint};
use rand::Rng;
use time::OffsetDateTime;
use tokio::task::JoinSet;

use super::StartError;
use crate::card::{CertificateCard, Issuance};
use crate::event::{Action, Baseline, Moment, PeerReading, SiteReading};
use crate::live::{self, Live, LocalSite, Peer, Wishes};
use crate::memory::Memory;
use crate::on_premises::{Change, OnPremisesView};
use crate::patience::Patience;
use crate::plan::{self, Finding, FindingKind, Finds, NewCertificate, PlanPeer, PlanView, Unready};
use crate::problem::Problem;
use crate::progress::Verdict;
use crate::promises;
use crate::records::SiteRecords;
use crate::repair::stored;
use crate::request::{Replacement, Request, SiteAccess};
use crate::steps;
use crate::survey::{self, LocalFacts, PeerFacts};
use crate::wait::{WallClock, look};

/// A plan, with the sessions that were opened to make it.
pub struct Plan {
    view: PlanView,
    local: LocalSite,
    peers: Vec<Peer>,
}

/// A way to sign in at a peer, and what came of it.
struct Guest {
    access: SiteAccess,
    session: Option<Arc<Session>>,
    facts: Result<PeerFacts, Problem>,
    seen_from_local: Option<Result<Thumbprint, Problem>>,
}

/// What every guest is asked about.
struct Hosts {
    local: Arc<Session>,
    name: String,
    records: Vec<PeerSite>,
    patience: Patience,
    now: OffsetDateTime,
}

/// Signs in at every site, reads what each says and makes a plan of it. Nothing is changed.
pub async fn prepare(request: &Request, now: OffsetDateTime) -> Result<Plan, Problem> {
    let patience = Patience::new(request.pace);
    let access = &request.local;
    let session = live::sign_in(access, &patience).await;
    let session = session.map_err(|error| Problem::from((&*access.address.to_string(), &error)))?;
    let facts = survey::read_local(&session, &patience, now).await;
    let facts = facts.map_err(|error| Problem::from(&error))?;
    let hosts = Arc::new(Hosts {
        local: Arc::clone(&session),
        name: facts.name.clone(),
        records: facts.records.clone(),
        patience: patience.clone(),
        now,
    });
    let guests = welcome(&request.peers, &hosts).await;
    let old = old_certificate(&facts, request).await?;
    Ok(draw(request, session, &facts, &old, guests, now))
}

impl Plan {
    /// The plan, to show.
    pub fn view(&self) -> &PlanView {
        &self.view
    }

    /// The peers, ready or not.
    pub(super) fn peers(&self) -> &[Peer] {
        &self.peers
    }

    /// What the plan was made from.
    pub(super) fn baseline(&self) -> Baseline {
        Baseline {
            site: self.local.before.clone(),
            peers: self.peers.iter().map(|peer| peer.before.clone()).collect(),
        }
    }

    /// Whether the plan is the request's and allows a start.
    pub(super) fn check_fits(&self, request: &Request) -> Result<(), StartError> {
        let is_same = self.local.access.address == request.local.address
            && self.view.action == request.replacement.action()
            && self.local.new == new_certificate(&request.replacement).map(|new| new.thumbprint);
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
        clock: Arc<dyn WallClock>,
    ) -> Live {
        Live {
            action: request.replacement.action(),
            local: self.local,
            peers: self.peers,
            on_premises: self.view.on_premises,
            replacement: Some(request.replacement),
            patience: Patience::new(request.pace),
            memory: Memory::default(),
            wishes,
            repairs: JoinSet::new(),
            health: None,
            is_doubtful: false,
            clock,
        }
    }
}

/// The certificate in use: as the site tells it, else as it shows it.
async fn old_certificate(facts: &LocalFacts, request: &Request) -> Result<Certificate, Problem> {
    let told = facts.encoded.clone();
    if let Some(told) = told.filter(|told| told.thumbprint() == request.local.pin) {
        return Ok(told);
    }
    let seen = look(&request.local.address, &request.pace).await;
    seen.map(|sighting| sighting.leaf)
        .filter(|leaf| leaf.thumbprint() == request.local.pin)
        .ok_or_else(|| {
            let (shows, reports) = (request.local.pin, facts.certificate);
            Problem::from((&*facts.name, &Finds::ReportsOther { shows, reports }))
        })
}

/// Signs in at every peer that was named and reads it, side by side.
async fn welcome(peers: &[SiteAccess], hosts: &Arc<Hosts>) -> Vec<Guest> {
    let mut arriving = JoinSet::new();
    for access in peers.iter().cloned() {
        let hosts = Arc::clone(hosts);
        arriving.spawn(async move { receive(access, &hosts).await });
    }
    arriving.join_all().await
}

async fn receive(access: SiteAccess, hosts: &Hosts) -> Guest {
    let patience = &hosts.patience;
    let session = match live::sign_in(&access, patience).await {
        Ok(session) => session,
        Err(error) => {
            let problem = Problem::from((&*access.address.to_string(), &error));
            return Guest {
                access,
                session: None,
                facts: Err(problem),
                seen_from_local: None,
            };
        }
    };
    let facts = survey::read_peer(&session, patience, &hosts.name, hosts.now).await;
    let facts = facts.map_err(|error| Problem::from((&*access.address.to_string(), &error)));
    let record = facts
        .as_ref()
        .ok()
        .and_then(|facts| hosts.record_of(&facts.name));
    let seen_from_local = match record {
        Some(record) => Some(survey::look(&hosts.local, patience, &record.api_url).await),
        None => None,
    };
    Guest {
        access,
        session: Some(session),
        facts,
        seen_from_local,
    }
}

impl Hosts {
    fn record_of(&self, name: &str) -> Option<&PeerSite> {
        let is_it = |record: &&PeerSite| record.site == name && !record.is_local;
        self.records.iter().find(is_it)
    }
}

/// Draws the plan from everything that was read.
fn draw(
    request: &Request,
    session: Arc<Session>,
    facts: &LocalFacts,
    old: &Certificate,
    mut guests: Vec<Guest>,
    now: OffsetDateTime,
) -> Plan {
    let action = request.replacement.action();
    let new = new_certificate(&request.replacement);
    let records = facts.records.iter().filter(|record| !record.is_local);
    let (shown, peers): (Vec<_>, Vec<_>) = records
        .map(|record| {
            let guest = take_guest(&mut guests, record);
            draw_peer(record, guest, request.local.pin, new.as_ref(), now)
        })
        .unzip();
    let mut findings = findings(request, facts, new.as_ref(), now);
    findings.extend(guests.into_iter().map(|guest| stranger(&facts.name, guest)));
    let old = CertificateCard::of(old, &[], now);
    let new_card = promises::card(&request.replacement, now);
    let view = PlanView {
        token: format!("{:032x}", rand::rng().random::<u128>()),
        site: facts.name.clone(),
        action,
        peers: shown,
        on_premises: forecast(facts, &old, new_card.as_ref()),
        old,
        new: new_card,
        happens: plan::happens(
            action,
            &facts.name,
            peers.iter().filter(|peer| peer.problem.is_none()).count(),
        ),
        way_back: steps::way_back(replacing(action)).to_owned(),
        can_start: findings
            .iter()
            .all(|finding| finding.kind != FindingKind::Stop),
        findings,
        restart_estimate: "The services are usually back within 1 to 5 minutes.".to_owned(),
    };
    let local = LocalSite {
        name: facts.name.clone(),
        access: request.local.clone(),
        old: request.local.pin,
        new: new.map(|new| new.thumbprint),
        session: Some((session, request.local.pin)),
        has_fresh_session: false,
        records: SiteRecords::default(),
        before: site_reading(facts),
    };
    Plan { view, local, peers }
}

/// The step that replaces the certificate.
fn replacing(action: Action) -> steps::StepId {
    match action {
        Action::Import => steps::StepId::ImportCertificate,
        Action::Regenerate => steps::StepId::RegenerateCertificate,
    }
}

fn findings(
    request: &Request,
    facts: &LocalFacts,
    new: Option<&NewCertificate>,
    now: OffsetDateTime,
) -> Vec<Finding> {
    let may_upload = request.local.grade.allows_upload();
    let stops = plan::stops(facts, request.local.pin, may_upload, new, now);
    let broken = promises::broken(&request.replacement, facts, now);
    let warnings = plan::warnings(facts);
    let tell = |kind, finds: &Finds| Finding {
        kind,
        problem: Problem::from((&*facts.name, finds)),
    };
    stops
        .iter()
        .map(|finds| tell(FindingKind::Stop, finds))
        .chain(broken)
        .chain(
            warnings
                .iter()
                .map(|finds| tell(FindingKind::Warning, finds)),
        )
        .collect()
}

/// The guest that belongs to a record: by its own name, else by its certificate.
fn take_guest(guests: &mut Vec<Guest>, record: &PeerSite) -> Option<Guest> {
    let named = |guest: &Guest| matches!(&guest.facts, Ok(facts) if facts.name == record.site);
    let pinned =
        |guest: &Guest| guest.facts.is_err() && record.api_thumbprint == Some(guest.access.pin);
    let found = guests.iter().position(named);
    let found = found.or_else(|| guests.iter().position(pinned));
    found.map(|position| guests.swap_remove(position))
}

/// A site that was named and is no peer.
fn stranger(site: &str, guest: Guest) -> Finding {
    let address = guest.access.address.to_string();
    let problem = match guest.facts {
        Err(problem) => problem,
        Ok(facts) => {
            let name = Some(facts.name);
            Problem::from((site, &Finds::Stranger { address, name }))
        }
    };
    Finding {
        kind: FindingKind::Warning,
        problem,
    }
}

fn draw_peer(
    record: &PeerSite,
    guest: Option<Guest>,
    in_use: Thumbprint,
    new: Option<&NewCertificate>,
    now: OffsetDateTime,
) -> (PlanPeer, Peer) {
    let judged = guest.as_ref().map_or_else(
        || Err(Problem::from((&*record.site, &Unready::NoAccess))),
        |guest| judge(record, guest, in_use, new, now),
    );
    let facts = guest.as_ref().and_then(|guest| guest.facts.as_ref().ok());
    let before = peer_reading(record, facts, in_use, guest.as_ref());
    let address = guest.as_ref().map_or_else(
        || record.api_url.clone(),
        |guest| guest.access.address.to_string(),
    );
    let ready = judged.is_ok();
    let says = match &judged {
        Ok(_) => "Will be repaired at both ends.".to_owned(),
        Err(problem) => problem.what.clone(),
    };
    let problem = judged.as_ref().err().cloned();
    let shown = PlanPeer {
        name: record.site.clone(),
        address: address.clone(),
        ready,
        says,
        problem: judged.unwrap_or_else(Some),
    };
    let (access, session) = guest.map_or((None, None), |guest| (Some(guest.access), guest.session));
    let peer = Peer {
        name: record.site.clone(),
        address,
        access,
        session,
        records: SiteRecords::default(),
        before,
        problem,
        is_checked: ready,
        is_done: false,
    };
    (shown, peer)
}

/// Whether a peer is ready; `Ok(Some(_))` is a remark about one that is.
fn judge(
    record: &PeerSite,
    guest: &Guest,
    in_use: Thumbprint,
    new: Option<&NewCertificate>,
    now: OffsetDateTime,
) -> Result<Option<Problem>, Problem> {
    let facts = guest.facts.as_ref().map_err(Clone::clone)?;
    let pin = guest.access.pin;
    let seen = match &guest.seen_from_local {
        Some(seen) => Some(seen.clone()?),
        None => None,
    };
    let judged = plan::judge_peer(facts, in_use, seen, pin, new, now);
    judged.map_err(|unready| Problem::from((&*record.site, &unready)))?;
    facts.sees_us.clone()?;
    let remark = plan::remark(facts, stored(record).as_deref(), pin);
    Ok(remark.map(|remark| Problem::from((&*record.site, &remark))))
}

fn peer_reading(
    record: &PeerSite,
    facts: Option<&PeerFacts>,
    in_use: Thumbprint,
    guest: Option<&Guest>,
) -> PeerReading {
    let theirs = facts.and_then(|facts| facts.record.as_ref());
    let pinned_at_peer = theirs.and_then(stored);
    let pinned_at_local = stored(record);
    let pin = guest.map(|guest| guest.access.pin);
    PeerReading {
        moment: Moment::Before,
        peer: record.site.clone(),
        api_url: Some(record.api_url.clone()),
        description: Some(record.description.clone()),
        our_url: theirs.map(|theirs| theirs.api_url.clone()),
        our_description: theirs.map(|theirs| theirs.description.clone()),
        version: facts
            .map(|facts| facts.version.clone())
            .or_else(|| record.build_version.clone()),
        at_peer: compare(pinned_at_peer.as_deref(), Some(in_use)),
        at_local: compare(pinned_at_local.as_deref(), pin),
        pinned_at_peer,
        pinned_at_local,
    }
}

/// What a thumbprint on record says when this one belongs there.
fn compare(on_record: Option<&str>, belongs: Option<Thumbprint>) -> Verdict {
    match (on_record, belongs) {
        (Some(on_record), Some(belongs)) if on_record == belongs.to_string() => Verdict::Same,
        (Some(_), Some(_)) => Verdict::Different,
        _ => Verdict::Unknown,
    }
}

fn site_reading(facts: &LocalFacts) -> SiteReading {
    SiteReading {
        moment: Moment::Before,
        version: Some(facts.version.clone()),
        public_endpoint: facts.public_endpoint.clone(),
        runtime_id: facts.runtime_id.clone(),
        service_boot: facts.service_boot.map(|boot| boot.to_string()),
        thumbprint: Some(facts.certificate.to_string()),
    }
}

fn forecast(
    facts: &LocalFacts,
    old: &CertificateCard,
    new: Option<&CertificateCard>,
) -> Vec<OnPremisesView> {
    let change = Change {
        site: &facts.name,
        endpoint: facts.public_endpoint.as_deref(),
        version: Some(&facts.version),
        old: old.issuance,
        // A regenerated certificate signs itself (docs/vcda-api.md §2.8).
        new: new.map_or(Issuance::SelfSigned, |new| new.issuance),
        thumbprint: new.map(|new| &*new.thumbprint),
    };
    survey::forecast(&facts.on_premises, &change)
}

fn new_certificate(replacement: &Replacement) -> Option<NewCertificate> {
    let Replacement::Import { bundle, .. } = replacement else {
        return None;
    };
    Some(NewCertificate {
        thumbprint: bundle.leaf.thumbprint(),
        not_before: bundle.leaf.not_before(),
    })
}
