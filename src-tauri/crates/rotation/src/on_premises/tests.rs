//! Tests of the forecast.

use super::*;

const THUMBPRINT: &str = "SHA-256:AB:CD";

fn change(new: Issuance, version: Option<&'static str>) -> Change<'static> {
    Change {
        site: "Paris",
        endpoint: Some("vcda.paris.example:443"),
        version,
        old: Issuance::Public,
        new,
        thumbprint: Some(THUMBPRINT),
    }
}

fn site(version: Option<&'static str>) -> Tenancy<'static> {
    Tenancy {
        name: "Nantes Clinic",
        owner: "nantes",
        version,
    }
}

#[test]
fn decides_by_issuance_and_both_versions() {
    use Forecast::{MustRepair, Nothing, Uncertain};
    use Issuance::{Private, Public, SelfSigned, Unknown};
    let rows = [
        // new certificate, cloud, on-premises site, forecast
        (Public, Some("4.7.2"), Some("4.7"), Nothing),
        (Public, Some("4.3.0"), Some("4.3.0.1"), Nothing),
        (Public, Some("4.2.1"), Some("4.7"), MustRepair),
        (Public, Some("4.7.2"), Some("4.2.1"), MustRepair),
        (Public, Some("3.5"), None, MustRepair),
        (Public, Some("4.7.2"), None, Uncertain),
        (Public, None, Some("4.7"), Uncertain),
        (Public, Some("4.7.2"), Some("null"), Uncertain),
        (Private, Some("4.7.2"), Some("4.7"), Uncertain),
        (Private, Some("4.2"), Some("4.7"), MustRepair),
        (Unknown, Some("4.7.2"), Some("4.7"), Uncertain),
        (Unknown, None, None, Uncertain),
        (SelfSigned, Some("4.7.2"), Some("4.7"), MustRepair),
        (SelfSigned, None, None, MustRepair),
    ];
    for (new, cloud, own, expected) in rows {
        let seen = forecast(&site(own), &change(new, cloud)).forecast;
        assert_eq!(
            seen, expected,
            "{new:?}, cloud {cloud:?}, on-premises {own:?}"
        );
    }
}

#[test]
fn tells_a_version_of_two_digits_from_one_of_one() {
    let view = forecast(
        &site(Some("4.10")),
        &change(Issuance::Public, Some("4.10.0")),
    );
    assert_eq!(view.forecast, Forecast::Nothing);
}

#[test]
fn marks_what_the_vendor_does_not_say() {
    let private = forecast(&site(Some("4.7")), &change(Issuance::Private, Some("4.7")));
    assert!(private.why.contains("Inferred"), "{}", private.why);
    let moved = Change {
        old: Issuance::SelfSigned,
        ..change(Issuance::Public, Some("4.7"))
    };
    assert!(
        forecast(&site(Some("4.7")), &moved)
            .why
            .contains("Inferred")
    );
    let plain = forecast(&site(Some("4.7")), &change(Issuance::Public, Some("4.7")));
    assert!(!plain.why.contains("Inferred"), "{}", plain.why);
}

#[test]
fn names_the_version_that_is_missing() {
    let own = forecast(&site(None), &change(Issuance::Public, Some("4.7")));
    assert!(
        own.why.contains("this on-premises site runs"),
        "{}",
        own.why
    );
    let cloud = forecast(&site(Some("4.7")), &change(Issuance::Public, None));
    assert!(cloud.why.contains("Paris runs"), "{}", cloud.why);
}

#[test]
fn tells_the_tenant_how_to_repair_and_which_thumbprint_to_expect() {
    let message = forecast(&site(None), &change(Issuance::SelfSigned, None)).message;
    for words in ["Nantes Clinic", "Paris", "Update Pairing", THUMBPRINT] {
        assert!(message.contains(words), "{message}");
    }
}

#[test]
fn asks_the_tenant_to_wait_for_a_thumbprint_that_is_not_known_yet() {
    let regenerate = Change {
        thumbprint: None,
        ..change(Issuance::SelfSigned, None)
    };
    let message = forecast(&site(None), &regenerate).message;
    assert!(
        message.contains("accept no certificate before you have it"),
        "{message}"
    );
}

#[test]
fn asks_nothing_of_a_tenant_whose_trust_survives() {
    let message = forecast(&site(Some("4.7")), &change(Issuance::Public, Some("4.7"))).message;
    assert!(message.contains("You need to do nothing"), "{message}");
    assert!(!message.contains("Repair"), "{message}");
}

#[test]
fn shows_hidden_characters_of_a_name_in_the_message() {
    let hostile = Tenancy {
        name: "a\u{202E}b",
        owner: "x\ny",
        version: None,
    };
    let message = forecast(&hostile, &change(Issuance::SelfSigned, None)).message;
    assert!(
        message.contains("a[U+202E]b") && message.contains("x[U+000A]y"),
        "{message}"
    );
}

fn listed(error: Option<&str>, tells_contact: bool) -> OnPremisesSite {
    OnPremisesSite {
        name: "Nantes".into(),
        owner: "Clinic".into(),
        api_version: None,
        build_version: None,
        tells_contact,
        incoming_comm_error: error.map(|code| appliance::ApiProblem {
            code: code.into(),
            msg: String::new(),
        }),
        outgoing_comm_error: None,
    }
}

#[test]
fn a_refused_certificate_is_seen_and_silence_is_not_taken_for_consent() {
    let forecasts = [Forecast::Nothing, Forecast::Uncertain, Forecast::MustRepair];
    for forecast in forecasts {
        let refuses = listed(Some("CertificateMismatch"), true);
        assert_eq!(seen(&refuses, forecast), Verdict::Old);
        let fails = listed(Some("Unreachable"), true);
        assert_eq!(seen(&fails, forecast), Verdict::Unknown);
        assert_eq!(seen(&listed(None, false), forecast), Verdict::Unknown);
    }
    let fine = listed(None, true);
    let of_fine = forecasts.map(|forecast| seen(&fine, forecast));
    assert_eq!(of_fine, [Verdict::Same, Verdict::Same, Verdict::Unknown]);
}

#[test]
fn only_a_site_that_had_nothing_to_do_surprises_by_refusing() {
    for (forecast, seen, expected) in [
        (Forecast::Nothing, Some(Verdict::Old), true),
        (Forecast::Nothing, Some(Verdict::Same), false),
        (Forecast::Nothing, None, false),
        (Forecast::MustRepair, Some(Verdict::Old), false),
    ] {
        let view = OnPremisesView {
            name: "Nantes".into(),
            owner: "Clinic".into(),
            forecast,
            why: String::new(),
            seen,
            message: String::new(),
        };
        assert_eq!(view.is_surprising(), expected, "{forecast:?} {seen:?}");
    }
}
