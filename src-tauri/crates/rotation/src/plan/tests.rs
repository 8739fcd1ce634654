//! What a plan makes of the facts.

use appliance::{PeerSite, ServiceType};
use time::macros::datetime;

use super::*;

const NOW: OffsetDateTime = datetime!(2026-05-01 12:00 UTC);

fn thumbprint(name: &str) -> Thumbprint {
    Thumbprint::of(name.as_bytes())
}

fn local() -> LocalFacts {
    LocalFacts {
        name: "Paris".into(),
        version: "4.7.1.1".into(),
        certificate: thumbprint("old"),
        encoded: None,
        public_host: Some("paris.example".into()),
        public_endpoint: Some("paris.example:8048".into()),
        is_configured: true,
        password: None,
        running: 0,
        clock_skew: None,
        runtime_id: None,
        service_boot: None,
        other_services: vec![("Tunnel Service".into(), thumbprint("tunnel"))],
        records: Vec::new(),
        on_premises: Vec::new(),
    }
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
        description: String::new(),
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

fn peer() -> PeerFacts {
    PeerFacts {
        name: "Berlin".into(),
        service: ServiceType::Cloud,
        version: "4.6.0.1".into(),
        password: None,
        running: 0,
        clock_skew: None,
        record: Some(record("old")),
        sees_us: Ok(thumbprint("old")),
    }
}

fn judge(peer: &PeerFacts) -> Result<(), Unready> {
    let berlin = thumbprint("berlin");
    judge_peer(
        peer,
        thumbprint("old"),
        Some(berlin),
        berlin,
        Some(&new("new")),
        NOW,
    )
}

fn stops_with(local: &LocalFacts, new: &NewCertificate) -> Vec<Finds> {
    stops(local, thumbprint("old"), true, Some(new), NOW)
}

#[test]
fn nothing_stands_in_the_way_of_a_site_in_order() {
    assert_eq!(stops_with(&local(), &new("new")), []);
}

#[test]
fn stops_when_a_site_reports_another_certificate_than_it_shows() {
    let facts = LocalFacts {
        certificate: thumbprint("proxy"),
        ..local()
    };
    let found = stops_with(&facts, &new("new"));
    assert!(
        matches!(found.as_slice(), [Finds::ReportsOther { .. }]),
        "{found:?}"
    );
}

#[test]
fn stops_when_the_appliance_lives_before_the_certificate() {
    let facts = LocalFacts {
        clock_skew: Some(time::Duration::minutes(-10)),
        ..local()
    };
    let found = stops_with(&facts, &new("new"));
    assert_eq!(found, [Finds::NotYetValidThere { from: NOW }]);
}

#[test]
fn sends_no_key_to_an_unverified_site_and_regenerates_there_all_the_same() {
    let new = new("new");
    let import = stops(&local(), thumbprint("old"), false, Some(&new), NOW);
    assert_eq!(import, [Finds::Unverified]);
    assert_eq!(stops(&local(), thumbprint("old"), false, None, NOW), []);
}

#[test]
fn a_peer_in_order_is_ready() {
    assert_eq!(judge(&peer()), Ok(()));
}

#[test]
fn a_peer_is_left_out_when_its_record_is_not_the_certificate_in_use() {
    let changed = PeerFacts {
        record: Some(record("third")),
        ..peer()
    };
    let holds = Some(thumbprint("third").to_string());
    assert_eq!(judge(&changed), Err(Unready::PinUnexpected { holds }));
    let renamed = PeerFacts {
        record: None,
        ..peer()
    };
    assert_eq!(judge(&renamed), Err(Unready::DoesNotListUs));
}

#[test]
fn a_peer_is_left_out_when_it_sees_something_else() {
    let sees = thumbprint("proxy");
    let facts = PeerFacts {
        sees_us: Ok(sees),
        ..peer()
    };
    assert_eq!(judge(&facts), Err(Unready::SeesOther { sees }));
}

#[test]
fn a_peer_is_left_out_when_the_local_site_sees_something_else_there() {
    let (sees, pin) = (thumbprint("proxy"), thumbprint("berlin"));
    let judged = judge_peer(&peer(), thumbprint("old"), Some(sees), pin, None, NOW);
    assert_eq!(judged, Err(Unready::SeenOther { sees }));
}

#[test]
fn a_peer_of_another_service_or_an_unknown_version_is_left_out() {
    let manager = PeerFacts {
        service: ServiceType::Manager,
        ..peer()
    };
    assert!(matches!(judge(&manager), Err(Unready::NotCloud { .. })));
    for version in ["4.8.0.1", "3.5.0.1", "", "next"] {
        let strange = PeerFacts {
            version: version.into(),
            ..peer()
        };
        assert!(
            matches!(judge(&strange), Err(Unready::VersionUnknown { .. })),
            "{version}"
        );
    }
}

#[test]
fn an_outdated_record_at_the_local_site_is_a_remark_only() {
    let found = remark(&peer(), Some("SHA-256:00"), thumbprint("berlin"));
    assert_eq!(found, Some(Remark::OurPinStale));
    let berlin = thumbprint("berlin").to_string();
    assert_eq!(remark(&peer(), Some(&berlin), thumbprint("berlin")), None);
}

fn password(days: u64) -> PasswordExpiry {
    PasswordExpiry {
        has_expired: days == 0,
        remaining: Some(std::time::Duration::from_secs(days * 86_400)),
    }
}

#[test]
fn stops_at_a_site_that_is_not_configured_or_whose_password_has_expired() {
    let unconfigured = LocalFacts {
        is_configured: false,
        ..local()
    };
    assert_eq!(
        stops_with(&unconfigured, &new("new")),
        [Finds::NotConfigured]
    );
    let expired = LocalFacts {
        password: Some(password(0)),
        ..local()
    };
    assert_eq!(stops_with(&expired, &new("new")), [Finds::PasswordExpired]);
}

#[test]
fn warns_of_tasks_of_a_clock_that_is_off_and_of_a_password_that_ends() {
    let in_order = LocalFacts {
        records: vec![record("berlin")],
        password: Some(password(31)),
        clock_skew: Some(time::Duration::minutes(5)),
        ..local()
    };
    assert_eq!(warnings(&in_order), []);
    let skew = time::Duration::minutes(-6);
    let hindered = LocalFacts {
        running: 2,
        clock_skew: Some(skew),
        password: Some(password(29)),
        ..in_order
    };
    let expected = [
        Finds::ClockOff { skew },
        Finds::PasswordEnding { days: 29 },
        Finds::Busy { count: 2 },
    ];
    assert_eq!(warnings(&hindered), expected);
}

#[test]
fn a_peer_whose_clock_is_before_the_certificate_is_left_out_and_one_a_little_off_is_not() {
    let behind = PeerFacts {
        clock_skew: Some(time::Duration::minutes(-10)),
        ..peer()
    };
    assert_eq!(judge(&behind), Err(Unready::ClockBehind { from: NOW }));
    let ahead = PeerFacts {
        clock_skew: Some(time::Duration::minutes(10)),
        ..peer()
    };
    assert_eq!(judge(&ahead), Ok(()));
}

#[test]
fn a_peer_with_an_expired_root_password_is_left_out() {
    let expired = PeerFacts {
        password: Some(password(0)),
        ..peer()
    };
    assert_eq!(judge(&expired), Err(Unready::PasswordExpired));
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
    let ending = PeerFacts {
        password: Some(password(3)),
        ..busy
    };
    assert_eq!(remark(&ending), Some(Remark::PasswordEnding { days: 3 }));
    let off = PeerFacts {
        clock_skew: Some(skew),
        ..ending
    };
    assert_eq!(remark(&off), Some(Remark::ClockOff { skew }));
}
