//! A whole run to fold, to write down and to print: Paris imports, Berlin and Madrid are its peers.

use time::OffsetDateTime;
use time::macros::datetime;

use crate::activity::{Activity, RestartPhase, StepStatus};
use crate::card::{CertificateCard, Issuance};
use crate::event::{
    Action, Baseline, Event, Expected, Knowledge, Moment, Opening, Outcome, Participant,
    PeerReading, Record, Side, SiteReading, StepId, StepTitle,
};
use crate::on_premises::{Change, OnPremisesView, Tenancy, forecast};
use crate::verdict::Verdict;
use message::{Problem, message};

/// When the sample run begins.
pub(crate) const START: OffsetDateTime = datetime!(2026-11-23 14:02:11 UTC);

/// A thumbprint made of one byte.
pub(crate) fn thumbprint(byte: u8) -> String {
    format!("SHA-256:{}", vec![format!("{byte:02X}"); 32].join(":"))
}

/// A certificate of Paris.
pub(crate) fn card(byte: u8, issuance: Issuance) -> CertificateCard {
    let pair = format!("{byte:02X}{byte:02X}");
    CertificateCard {
        thumbprint: thumbprint(byte),
        groups: vec![pair; 16],
        names: vec!["vcda.paris.example".into(), "paris.dr.example".into()],
        common_name: Some("vcda.paris.example".into()),
        issuer: "CN=Example Corp Issuing CA 2,O=Example Corp".into(),
        subject: "CN=vcda.paris.example,O=Example Corp".into(),
        not_before: "2026-11-20T00:00:00Z".into(),
        not_after: "2027-11-24T23:59:59Z".into(),
        days_left: 366,
        key: "RSA 3072".into(),
        signature: "SHA-256 with RSA".into(),
        issuance,
        issuance_why: message!("issuance.private", through = "CN=Issuing CA"),
    }
}

/// The first event of the sample run.
pub(crate) fn opening() -> Event {
    Event::RunStarted(Box::new(Opening {
        run: "2026-11-23-1402-paris".into(),
        app_version: "0.1.0".into(),
        operator: "M. Rivière".into(),
        action: Action::Import,
        local: participant("Paris", 0x10),
        peers: vec![participant("Berlin", 0x21), participant("Madrid", 0x22)],
        steps: steps(),
        old: card(0xA1, Issuance::SelfSigned),
        new: Some(card(0xB2, Issuance::Private)),
        bundle_sha256: Some("5e".repeat(32)),
        baseline: Baseline {
            site: site(Moment::Before, 0xA1),
            peers: vec![
                reading(Moment::Before, "Berlin"),
                reading(Moment::Before, "Madrid"),
            ],
        },
        expected: Some(Expected {
            restart_ms: 120_000,
            repairs_ms: 30_000,
        }),
    }))
}

fn participant(name: &str, byte: u8) -> Participant {
    let address = format!("vcda.{}.example", name.to_lowercase());
    Participant {
        name: name.into(),
        address,
        pin: thumbprint(byte),
        grade: "E3".into(),
    }
}

fn steps() -> Vec<StepTitle> {
    let own = |step: &StepId| *step != StepId::RegenerateCertificate;
    let title = |step: StepId| StepTitle {
        step,
        title: step.slug().replace('_', " "),
    };
    StepId::ALL.into_iter().filter(own).map(title).collect()
}

/// Paris as it was read.
pub(crate) fn site(moment: Moment, byte: u8) -> SiteReading {
    SiteReading {
        moment,
        version: Some("4.7.2.12345678".into()),
        public_endpoint: Some("vcda.paris.example:443".into()),
        runtime_id: Some(format!("runtime-{byte:02x}")),
        service_boot: Some("2026-10-01T08:00:00Z".into()),
        thumbprint: Some(thumbprint(byte)),
        public_key: None,
    }
}

/// A peer as it was read: everything in order.
pub(crate) fn reading(moment: Moment, peer: &str) -> PeerReading {
    PeerReading {
        moment,
        peer: peer.into(),
        api_url: Some(format!("https://vcda.{}.example:8048", peer.to_lowercase())),
        description: "a peer".into(),
        our_url: Some("https://vcda.paris.example:8048".into()),
        our_description: "Paris".into(),
        version: Some("4.6.0".into()),
        pinned_at_peer: Some(thumbprint(if moment == Moment::Before {
            0xA1
        } else {
            0xB2
        })),
        pinned_at_local: Some(thumbprint(0x21)),
        at_peer: Verdict::Same,
        at_local: Verdict::Same,
    }
}

/// One event on a half of a peer.
pub(crate) fn half(peer: &str, side: Side, activity: Activity, verdict: Verdict) -> Event {
    let peer = peer.into();
    Event::PeerHalf {
        peer,
        side,
        verdict,
        activity,
        progress: None,
        says: String::new(),
        problem: None,
    }
}

/// A problem of a peer.
pub(crate) fn problem() -> Problem {
    Problem::new(
        "peer.comm_error",
        "Madrid's repair ended, but Madrid still reports an error towards Paris.",
        "Madrid and Paris do not trust each other; replications between them are stopped.",
        "Check that nothing between the two sites ends TLS, then retry.",
    )
    .quoting("Certificate differs from the expected one.")
}

/// Stamps events ten seconds apart.
pub(crate) fn stamp(events: Vec<Event>) -> Vec<Record> {
    let at = |n: usize| START + time::Duration::seconds(10 * n as i64);
    events
        .into_iter()
        .enumerate()
        .map(|(n, event)| Record { at: at(n), event })
        .collect()
}

/// Every event of a run in which Berlin is repaired and Madrid needs attention.
pub(crate) fn whole_run() -> Vec<Record> {
    let mut events = vec![opening()];
    events.extend(before());
    events.extend(replacement());
    events.extend(repairs());
    events.extend(closing());
    stamp(events)
}

pub(crate) fn started(step: StepId) -> Event {
    Event::StepStarted {
        step,
        says: format!("{} begins", step.slug()),
    }
}

pub(crate) fn ended(step: StepId, status: StepStatus) -> Event {
    Event::StepEnded {
        step,
        status,
        says: format!("{} ended", step.slug()),
        problem: None,
    }
}

fn before() -> Vec<Event> {
    let signed_in = |site: &str| Event::SignedIn {
        site: site.into(),
        address: format!("vcda.{}.example", site.to_lowercase()),
    };
    vec![
        started(StepId::SignIn),
        signed_in("Paris"),
        signed_in("Berlin"),
        signed_in("Madrid"),
        ended(StepId::SignIn, StepStatus::Done),
        ended(StepId::SurveySite, StepStatus::Done),
        ended(StepId::CheckReadiness, StepStatus::Done),
        Event::OnPremisesForecast {
            sites: on_premises(),
        },
        ended(StepId::RecordBefore, StepStatus::Done),
    ]
}

fn on_premises() -> Vec<OnPremisesView> {
    let new = thumbprint(0xB2);
    let change = Change {
        site: "Paris",
        endpoint: Some("vcda.paris.example:443"),
        version: Some("4.7.2.12345678"),
        old: Issuance::SelfSigned,
        new: Issuance::Private,
        thumbprint: Some(&new),
    };
    [
        ("Nantes Clinic", "nantes", "4.7.1"),
        ("Metz Foods", "metz", "4.2.1"),
    ]
    .map(|(name, owner, version)| {
        forecast(
            &Tenancy {
                name,
                owner,
                version: Some(version),
            },
            &change,
        )
    })
    .to_vec()
}

fn replacement() -> Vec<Event> {
    let operation = String::from("reseal-2026-11-23-1402-paris-u1");
    vec![
        started(StepId::ImportCertificate),
        Event::NewCertificateKnown {
            thumbprint: thumbprint(0xB2),
            certificate: None,
            how: Knowledge::File,
        },
        Event::ReplacementIntended {
            operation: operation.clone(),
            old: thumbprint(0xA1),
            new: Some(thumbprint(0xB2)),
            grade: "E5".into(),
        },
        Event::ReplacementAccepted {
            operation,
            says: "Paris took the certificate.".into(),
        },
        Event::BackupKept {
            path: "/opt/vmware/h4/cloud/config/keystore.p12.bak".into(),
            says: "It was made by this import.".into(),
        },
        ended(StepId::ImportCertificate, StepStatus::Done),
        started(StepId::AwaitRestart),
        Event::RestartSeen {
            phase: RestartPhase::StillOld,
            thumbprint: Some(thumbprint(0xA1)),
        },
        Event::RestartSeen {
            phase: RestartPhase::Down,
            thumbprint: None,
        },
        Event::RestartSeen {
            phase: RestartPhase::UpWithNew,
            thumbprint: Some(thumbprint(0xB2)),
        },
        ended(StepId::AwaitRestart, StepStatus::Done),
    ]
}

fn repairs() -> Vec<Event> {
    let intended = |peer: &str, side, operation: &str, thumbprint| Event::RepairIntended {
        peer: peer.into(),
        side,
        operation: operation.into(),
        thumbprint,
    };
    let task = |peer: &str, side, operation: &str| Event::RepairTask {
        peer: peer.into(),
        side,
        operation: operation.into(),
        task: format!("task-{operation}"),
    };
    let failed = Event::PeerHalf {
        peer: "Madrid".into(),
        side: Side::AtPeer,
        verdict: Verdict::Different,
        activity: Activity::Failed,
        progress: None,
        says: String::new(),
        problem: Some(problem()),
    };
    vec![
        started(StepId::RepairAtPeerSites),
        intended("Berlin", Side::AtPeer, "b1", thumbprint(0xB2)),
        task("Berlin", Side::AtPeer, "b1"),
        half("Berlin", Side::AtPeer, Activity::Working, Verdict::Old),
        intended("Madrid", Side::AtPeer, "m1", thumbprint(0xB2)),
        task("Madrid", Side::AtPeer, "m1"),
        half("Berlin", Side::AtPeer, Activity::Done, Verdict::Same),
        failed,
        ended(StepId::RepairAtPeerSites, StepStatus::Attention),
        started(StepId::RepairAtLocalSite),
        intended("Berlin", Side::AtLocal, "b2", thumbprint(0x21)),
        task("Berlin", Side::AtLocal, "b2"),
        half("Berlin", Side::AtLocal, Activity::Done, Verdict::Same),
        half("Madrid", Side::AtLocal, Activity::Skipped, Verdict::Same),
        ended(StepId::RepairAtLocalSite, StepStatus::Attention),
    ]
}

fn closing() -> Vec<Event> {
    let madrid = PeerReading {
        pinned_at_peer: Some(thumbprint(0xA1)),
        at_peer: Verdict::Old,
        ..reading(Moment::After, "Madrid")
    };
    vec![
        ended(StepId::AdviseOnPremises, StepStatus::Attention),
        Event::OnPremisesSeen {
            name: "Nantes Clinic".into(),
            seen: Verdict::Unknown,
        },
        Event::SiteRecorded(site(Moment::After, 0xB2)),
        Event::PeerRecorded(reading(Moment::After, "Berlin")),
        Event::PeerRecorded(madrid),
        ended(StepId::VerifySite, StepStatus::Attention),
        Event::RunFinished {
            outcome: Outcome::Attention,
            says: "Paris has its new certificate; Madrid still needs a repair.".into(),
        },
    ]
}
