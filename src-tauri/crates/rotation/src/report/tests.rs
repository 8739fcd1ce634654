//! Tests of the report.

use time::macros::datetime;

use super::*;
use crate::activity::Activity;
use crate::event::{Event, Side};
use crate::on_premises::{Forecast, OnPremisesView};
use crate::sample;

fn told(records: &[Record], made_at: OffsetDateTime) -> Report {
    Report::of(records, crate::progress::fold(records), made_at)
}

fn report() -> Report {
    told(&sample::whole_run(), datetime!(2026-11-23 14:20 UTC))
}

/// The sample run with this name wherever an appliance could put one.
fn hostile(name: &str) -> Report {
    let written = serde_json::to_string(&sample::whole_run()).unwrap();
    let quoted = serde_json::to_string(name).unwrap();
    let bare = quoted.trim_matches('"');
    let renamed = [
        "Paris",
        "Berlin",
        "Madrid",
        "Nantes Clinic",
        "nantes",
        "Rivière",
        "4.6.0",
        "a peer",
    ]
    .iter()
    .fold(written, |text, known| text.replace(known, bare));
    let records: Vec<Record> = serde_json::from_str(&renamed).unwrap();
    told(&records, sample::START)
}

#[test]
fn tells_both_certificates_whole() {
    let html = report().html();
    assert_eq!(html.matches("<td>A1A1</td>").count(), 16);
    assert_eq!(html.matches("<td>B2B2</td>").count(), 16);
    assert!(html.contains("known beforehand from the imported file"));
}

#[test]
fn tells_both_halves_of_every_peer_before_and_after() {
    let report = report();
    let madrid = report
        .peers
        .iter()
        .find(|peer| peer.name == "Madrid")
        .unwrap();
    assert_eq!(
        madrid.readings.before.as_ref().unwrap().at_peer,
        Verdict::Same
    );
    assert_eq!(
        madrid.readings.after.as_ref().unwrap().at_peer,
        Verdict::Old
    );
    let html = report.html();
    assert!(html.contains("1 of 2 repaired at both sites."));
    assert!(html.contains("Certificate differs from the expected one."));
}

#[test]
fn tells_every_operation_with_its_ids_and_its_result() {
    let report = report();
    let told: Vec<_> = report
        .operations
        .iter()
        .map(|o| {
            (
                o.site.as_str(),
                o.asked.as_str(),
                o.id.as_str(),
                o.result.as_str(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (
                "Paris",
                "import of the certificate",
                "reseal-2026-11-23-1402-paris-u1",
                "accepted"
            ),
            ("Berlin", "repair of Paris", "b1", "repaired"),
            ("Madrid", "repair of Paris", "m1", "needs attention"),
            ("Paris", "repair of Berlin", "b2", "repaired"),
        ]
    );
    assert_eq!(report.operations[1].task.as_deref(), Some("task-b1"));
    let html = report.html();
    assert!(
        report
            .operations
            .iter()
            .all(|operation| html.contains(&operation.id))
    );
}

#[test]
fn gives_a_retried_repair_its_own_result() {
    let repair = |operation: &str| Event::RepairIntended {
        peer: "Madrid".into(),
        side: Side::AtPeer,
        operation: operation.into(),
        thumbprint: sample::thumbprint(0xB2),
    };
    let half = |activity, verdict| sample::half("Madrid", Side::AtPeer, activity, verdict);
    let records = sample::stamp(vec![
        sample::opening(),
        repair("m1"),
        half(Activity::Failed, Verdict::Different),
        Event::RetryRequested {
            peers: vec!["Madrid".into()],
        },
        repair("m2"),
        half(Activity::Done, Verdict::Same),
    ]);
    let report = told(&records, sample::START);
    let results: Vec<_> = report
        .operations
        .iter()
        .map(|sent| sent.result.as_str())
        .collect();
    assert_eq!(results, ["needs attention", "repaired"]);
}

#[test]
fn puts_the_message_of_every_concerned_tenant_in() {
    let html = report().html();
    assert!(html.contains("Dear administrators of nantes,"));
    let nothing = OnPremisesView {
        name: "Lyon".into(),
        owner: "lyon".into(),
        forecast: Forecast::Nothing,
        why: String::new(),
        seen: None,
        message: "You need to do nothing.".into(),
    };
    let forecast = Event::OnPremisesForecast {
        sites: vec![nothing],
    };
    let quiet = told(
        &sample::stamp(vec![sample::opening(), forecast]),
        sample::START,
    );
    assert!(!quiet.html().contains("You need to do nothing."));
}

#[test]
fn tells_the_way_back_only_where_there_is_one() {
    assert!(
        report()
            .html()
            .contains("/opt/vmware/h4/cloud/config/keystore.p12.bak")
    );
    let none = told(&sample::stamp(vec![sample::opening()]), sample::START);
    assert!(none.html().contains("nothing to go back from"));
    assert_eq!(none.inferred.len(), 1);
}

#[test]
fn says_every_moment_with_its_zone() {
    let html = report().html();
    assert!(html.contains("23 Nov 2026, 14:02:11 UTC"));
    assert!(
        !html.contains("2026-11-23T14"),
        "a moment is left in its machine form"
    );
}

#[test]
fn lets_no_name_become_markup() {
    for name in [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'</style><svg/onload=x>&amp;",
    ] {
        let html = hostile(name).html();
        let harmless = hostile("Harmless").html();
        // Whatever the names are, the page has the same tags as with a harmless one.
        assert!(tags(&html) == tags(&harmless), "{name}");
        assert!(!html.contains(name));
    }
}

/// The names of all tags of a page, in order.
fn tags(html: &str) -> Vec<&str> {
    let name = |rest: &str| rest.find([' ', '>', '\n', '/']).unwrap_or(rest.len());
    html.split('<')
        .skip(1)
        .map(|rest| &rest[..name(rest)])
        .collect()
}

#[test]
fn shows_characters_that_hide_or_turn_text_around() {
    let html = hostile("Par\u{202E}siraP\u{200B}").html();
    assert!(html.contains("Par[U+202E]siraP[U+200B]"));
    assert!(!html.contains(['\u{202E}', '\u{200B}']));
}

#[test]
fn fetches_and_runs_nothing() {
    let html = report().html();
    for word in [
        "<script",
        "http://",
        "https://vcda",
        "url(",
        "@import",
        "<img",
        "<link",
    ] {
        assert!(!html.contains(word), "{word}");
    }
    assert!(html.contains("default-src 'none'"));
}

#[test]
fn writes_the_same_as_json() {
    let json: serde_json::Value = serde_json::from_str(&report().json()).unwrap();
    assert_eq!(json["format"], 1);
    assert_eq!(json["run"]["status"], "attention");
    assert_eq!(json["peers"][1]["after"]["atPeer"], "old");
    assert_eq!(
        json["operations"][0]["id"],
        "reseal-2026-11-23-1402-paris-u1"
    );
    assert_eq!(json["howKnown"], "file");
}

#[test]
fn can_be_made_of_a_run_that_did_not_end() {
    for count in 0..sample::whole_run().len() {
        let part = told(&sample::whole_run()[..count], sample::START);
        assert!(part.html().contains("Not finished"));
        assert!(!part.json().is_empty());
    }
}
