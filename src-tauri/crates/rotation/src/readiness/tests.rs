//! How a peer is judged by what both ends say.

use appliance::{PeerSite, ServiceType};
use time::macros::datetime;

use super::*;

const NOW: OffsetDateTime = datetime!(2026-05-01 12:00 UTC);

fn thumbprint(name: &str) -> Thumbprint {
    Thumbprint::of(name.as_bytes())
}

fn new(name: &str) -> NewCertificate {
    NewCertificate {
        thumbprint: thumbprint(name),
        not_before: NOW,
    }
}

fn record(pin: &str) -> PeerSite {
    PeerSite {
        site: "Paris".into(),
        description: appliance::Verbatim::default(),
        api_url: "https://paris.example:8048".into(),
        api_public_url: None,
        api_thumbprint: Some(thumbprint(pin)),
        is_local: false,
        api_version: None,
        build_version: None,
        incoming_comm_error: None,
        outgoing_comm_error: None,
    }
}

fn password(days: u64) -> PasswordExpiry {
    PasswordExpiry {
        has_expired: days == 0,
        remaining: Some(std::time::Duration::from_secs(days * 86_400)),
    }
}

fn peer() -> PeerFacts {
    PeerFacts {
        standing: Standing {
            name: "Berlin".into(),
            service: ServiceType::Cloud,
            version: "4.6.0.1".into(),
            password: None,
        },
        running: 0,
        clock_skew: None,
        record: Some(record("old")),
        sees_us: Some(Ok(thumbprint("old"))),
    }
}

fn with(change: impl FnOnce(&mut Standing)) -> PeerFacts {
    let mut facts = peer();
    change(&mut facts.standing);
    facts
}

fn judged_with(facts: &PeerFacts, seen_from_local: Thumbprint) -> Result<(), String> {
    let row = PeerSite {
        site: "Berlin".into(),
        ..record("berlin")
    };
    let asked = BothEnds {
        facts: facts.clone(),
        seen_from_local: Some(Ok(seen_from_local)),
    };
    let standard = Standard {
        in_use: thumbprint("old"),
        new: Some(&new("new")),
        now: NOW,
    };
    let judged = judge(("Paris", &row), &asked, thumbprint("berlin"), standard);
    judged.map(drop).map_err(|problem| problem.code)
}

fn judged(facts: &PeerFacts) -> Result<(), String> {
    judged_with(facts, thumbprint("berlin"))
}

fn left_out(code: &str) -> Result<(), String> {
    Err(code.to_owned())
}

#[test]
fn a_peer_in_order_is_ready() {
    assert_eq!(judged(&peer()), Ok(()));
}

#[test]
fn a_peer_is_left_out_when_its_record_is_not_the_certificate_in_use() {
    let changed = PeerFacts {
        record: Some(record("third")),
        ..peer()
    };
    assert_eq!(judged(&changed), left_out("peer.pin_unexpected"));
    let renamed = PeerFacts {
        record: None,
        sees_us: None,
        ..peer()
    };
    assert_eq!(judged(&renamed), left_out("peer.does_not_list_us"));
}

#[test]
fn a_peer_is_left_out_when_it_sees_something_else_or_is_seen_with_something_else() {
    let facts = PeerFacts {
        sees_us: Some(Ok(thumbprint("proxy"))),
        ..peer()
    };
    assert_eq!(judged(&facts), left_out("peer.sees_other"));
    let judged = judged_with(&peer(), thumbprint("proxy"));
    assert_eq!(judged, left_out("peer.seen_other"));
}

#[test]
fn a_peer_is_left_out_when_it_cannot_look() {
    let problem = Problem::new("site.timed_out", "a", "b", "c");
    let facts = PeerFacts {
        sees_us: Some(Err(problem)),
        ..peer()
    };
    assert_eq!(judged(&facts), left_out("site.timed_out"));
}

#[test]
fn a_peer_of_another_name_service_or_an_unknown_version_is_left_out() {
    let other = with(|it| it.name = "Bern".into());
    assert_eq!(judged(&other), left_out("peer.other_name"));
    let manager = with(|it| it.service = ServiceType::Manager);
    assert_eq!(judged(&manager), left_out("peer.another_service"));
    for version in ["4.8.0.1", "3.5.0.1", "", "next"] {
        let strange = with(|it| it.version = version.into());
        let unknown = left_out("peer.version_unknown");
        assert_eq!(judged(&strange), unknown, "{version}");
    }
}

#[test]
fn a_peer_with_an_expired_root_password_is_left_out() {
    let expired = with(|it| it.password = Some(password(0)));
    assert_eq!(judged(&expired), left_out("peer.password_expired"));
}

#[test]
fn an_outdated_record_at_the_local_site_is_a_remark_only() {
    let found = remark(&peer(), Some("SHA-256:00"), thumbprint("berlin"));
    assert_eq!(found, Some(Remark::OurPinStale));
    let berlin = thumbprint("berlin").to_string();
    assert_eq!(remark(&peer(), Some(&berlin), thumbprint("berlin")), None);
}

#[test]
fn a_peer_whose_clock_is_before_the_certificate_is_left_out_and_one_a_little_off_is_not() {
    let behind = PeerFacts {
        clock_skew: Some(time::Duration::minutes(-10)),
        ..peer()
    };
    assert_eq!(judged(&behind), left_out("peer.clock_behind"));
    let ahead = PeerFacts {
        clock_skew: Some(time::Duration::minutes(10)),
        ..peer()
    };
    assert_eq!(judged(&ahead), Ok(()));
}

#[test]
fn remarks_on_a_ready_peer_come_with_the_weightiest_first() {
    let berlin = thumbprint("berlin");
    let remark = |facts: &PeerFacts| remark(facts, Some(&berlin.to_string()), berlin);
    let skew = time::Duration::minutes(10);
    let busy = PeerFacts {
        running: 3,
        ..peer()
    };
    assert_eq!(remark(&busy), Some(Remark::Busy { count: 3 }));
    let mut ending = busy;
    ending.standing.password = Some(password(3));
    assert_eq!(remark(&ending), Some(Remark::PasswordEnding { days: 3 }));
    let off = PeerFacts {
        clock_skew: Some(skew),
        ..ending
    };
    assert_eq!(remark(&off), Some(Remark::ClockOff { skew }));
}
