//! What a plan makes of the facts.

use appliance::{PasswordExpiry, PeerSite};
use time::macros::datetime;

use super::*;

const NOW: OffsetDateTime = datetime!(2026-05-01 12:00 UTC);

fn thumbprint(name: &str) -> Thumbprint {
    Thumbprint::of(name.as_bytes())
}

fn local() -> SiteFacts {
    SiteFacts {
        name: "Paris".into(),
        version: "4.7.1.1".into(),
        certificate: thumbprint("old"),
        encoded: None,
        public_host: Some("paris.example".into()),
        public: "paris.example:8048".parse().ok(),
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

fn stops_with(local: &SiteFacts, new: &NewCertificate) -> Vec<Finds> {
    stops(local, thumbprint("old"), true, Some(new), NOW)
}

#[test]
fn nothing_stands_in_the_way_of_a_site_in_order() {
    assert_eq!(stops_with(&local(), &new("new")), []);
}

#[test]
fn stops_when_a_site_reports_another_certificate_than_it_shows() {
    let facts = SiteFacts {
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
    let facts = SiteFacts {
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

fn password(days: u64) -> PasswordExpiry {
    PasswordExpiry {
        has_expired: days == 0,
        remaining: Some(std::time::Duration::from_secs(days * 86_400)),
    }
}

#[test]
fn stops_at_a_site_that_is_not_configured_or_whose_password_has_expired() {
    let unconfigured = SiteFacts {
        is_configured: false,
        ..local()
    };
    assert_eq!(
        stops_with(&unconfigured, &new("new")),
        [Finds::NotConfigured]
    );
    let expired = SiteFacts {
        password: Some(password(0)),
        ..local()
    };
    assert_eq!(stops_with(&expired, &new("new")), [Finds::PasswordExpired]);
}

#[test]
fn warns_of_tasks_of_a_clock_that_is_off_and_of_a_password_that_ends() {
    let in_order = SiteFacts {
        records: vec![record("berlin")],
        password: Some(password(31)),
        clock_skew: Some(time::Duration::minutes(5)),
        ..local()
    };
    assert_eq!(warnings(&in_order), []);
    let skew = time::Duration::minutes(-6);
    let hindered = SiteFacts {
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
