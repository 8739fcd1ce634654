//! Drawing a plan from everything that was read: pure, but for the sessions it carries along.

use std::sync::Arc;

use appliance::{PeerSite, Session};
use certificate::{Certificate, Thumbprint};
use time::OffsetDateTime;

use super::prepare::{Guest, Plan};
use crate::card::{CertificateCard, Issuance, key_of};
use crate::event::{Action, Moment, PeerReading, SiteReading};
use crate::live::{LocalSite, Peer};
use crate::on_premises::OnPremisesView;
use crate::plan::{self, Finding, FindingKind, Finds, PlanPeer, PlanView};
use crate::promises;
use crate::readiness::{self, NewCertificate, Standard, Unready};
use crate::records::SiteRecords;
use crate::records::stored;
use crate::request::Request;
use crate::steps;
use crate::survey::{PeerFacts, SiteFacts};
use crate::verdict::Verdict;
use message::Problem;

/// Draws the plan from everything that was read.
pub(super) fn draw(
    request: &Request,
    session: Arc<Session>,
    facts: &SiteFacts,
    old: &Certificate,
    mut guests: Vec<Guest>,
    (token, now): (String, OffsetDateTime),
) -> Plan {
    let action = request.replacement.action();
    let new = NewCertificate::of(&request.replacement);
    let standard = Standard {
        in_use: request.local.pin,
        new: new.as_ref(),
        now,
    };
    let records = facts.records.iter().filter(|record| !record.is_local);
    let (shown, peers): (Vec<_>, Vec<_>) = records
        .map(|record| {
            let guest = take_guest(&mut guests, record, &facts.records);
            draw_peer(&facts.name, record, guest, standard)
        })
        .unzip();
    let mut findings = findings(request, facts, new.as_ref(), now);
    findings.extend(guests.into_iter().map(|guest| stranger(&facts.name, guest)));
    let no_peer_ready = plan::no_peer_ready(&shown);
    findings.extend(
        no_peer_ready
            .iter()
            .map(|finds| warning(&facts.name, finds)),
    );
    let before = site_reading(facts, old);
    let old = CertificateCard::of(old, &[], now);
    let new_card = promises::card(&request.replacement, now);
    let view = PlanView {
        token,
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
        to_decide: no_peer_ready.map(|_| {
            format!(
                "Replace the certificate of {} although no peer site is repaired",
                facts.name
            )
        }),
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
        before,
    };
    Plan {
        view,
        local,
        peers,
        made: now,
        goes_on_alone: false,
    }
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
    facts: &SiteFacts,
    new: Option<&NewCertificate>,
    now: OffsetDateTime,
) -> Vec<Finding> {
    let may_upload = request.local.grade.allows_upload();
    let stops = plan::stops(facts, request.local.pin, may_upload, new, now);
    let broken = promises::broken(request, facts, now);
    let warnings = plan::warnings(facts);
    let tell = |kind, finds: &Finds| Finding {
        kind,
        problem: finds.problem(&facts.name),
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

fn warning(site: &str, finds: &Finds) -> Finding {
    Finding {
        kind: FindingKind::Warning,
        problem: finds.problem(site),
    }
}

/// The guest that belongs to a record: by its own name, else by its certificate, unless its name is
/// that of another record.
fn take_guest(guests: &mut Vec<Guest>, record: &PeerSite, all: &[PeerSite]) -> Option<Guest> {
    let has_name = |guest: &Guest, record: &PeerSite| matches!(&guest.asked, Ok(asked) if asked.facts.standing.name == record.site);
    let named = |guest: &Guest| has_name(guest, record);
    let pinned = |guest: &Guest| {
        record.api_thumbprint == Some(guest.access.pin)
            && !all.iter().any(|other| has_name(guest, other))
    };
    let found = guests.iter().position(named);
    let found = found.or_else(|| guests.iter().position(pinned));
    found.map(|position| guests.swap_remove(position))
}

/// A site that was named and is no peer.
fn stranger(site: &str, guest: Guest) -> Finding {
    let address = guest.access.address.to_string();
    let problem = match guest.asked {
        Err(problem) => problem,
        Ok(asked) => {
            let name = Some(asked.facts.standing.name);
            (Finds::Stranger { address, name }).problem(site)
        }
    };
    Finding {
        kind: FindingKind::Warning,
        problem,
    }
}

fn draw_peer(
    site: &str,
    record: &PeerSite,
    guest: Option<Guest>,
    standard: Standard<'_>,
) -> (PlanPeer, Peer) {
    let judged = guest.as_ref().map_or_else(
        || Err(Unready::NoAccess.problem(site, &record.site)),
        |guest| judge((site, record), guest, standard),
    );
    let asked = guest.as_ref().and_then(|guest| guest.asked.as_ref().ok());
    let facts = asked.map(|asked| &asked.facts);
    let before = peer_reading(record, facts, standard.in_use, guest.as_ref());
    let address = guest.as_ref().map_or_else(
        || record.api_url.clone(),
        |guest| guest.access.address.to_string(),
    );
    let ready = judged.is_ok();
    let says = match &judged {
        Ok(_) => "Will be repaired at both ends.".to_owned(),
        Err(problem) => crate::problem::told(problem),
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
        remark: None,
        is_checked: ready,
        is_done: false,
    };
    (shown, peer)
}

/// Whether the guest is ready; `Ok(Some(_))` is a remark about one that is.
fn judge(
    record: (&str, &PeerSite),
    guest: &Guest,
    standard: Standard<'_>,
) -> Result<Option<Problem>, Problem> {
    let asked = guest.asked.as_ref().map_err(Clone::clone)?;
    readiness::judge(record, asked, guest.access.pin, standard)
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
        description: record.description.clone(),
        our_url: theirs.map(|theirs| theirs.api_url.clone()),
        our_description: theirs
            .map(|theirs| theirs.description.clone())
            .unwrap_or_default(),
        version: facts
            .map(|facts| facts.standing.version.clone())
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

fn site_reading(facts: &SiteFacts, old: &Certificate) -> SiteReading {
    SiteReading {
        moment: Moment::Before,
        version: Some(facts.version.clone()),
        public_endpoint: facts.public_endpoint(),
        runtime_id: facts.runtime_id.clone(),
        service_boot: facts.service_boot.map(|boot| boot.to_string()),
        thumbprint: Some(facts.certificate.to_string()),
        public_key: Some(key_of(old)),
    }
}

fn forecast(
    facts: &SiteFacts,
    old: &CertificateCard,
    new: Option<&CertificateCard>,
) -> Vec<OnPremisesView> {
    // A regenerated certificate signs itself (docs/vcda-api.md §2.8).
    let issuance = new.map_or(Issuance::SelfSigned, |new| new.issuance);
    let thumbprint = new.map(|new| &*new.thumbprint);
    facts.forecast(old.issuance, issuance, thumbprint)
}
