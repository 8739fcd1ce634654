//! Tests of the events' written form.

use serde_json::json;

use super::*;
use crate::sample;

#[test]
fn writes_a_record_as_one_flat_object() {
    let record = Record {
        at: sample::START,
        event: Event::StepStarted {
            step: StepId::SignIn,
            says: "Sign in".into(),
        },
    };
    assert_eq!(
        serde_json::to_value(&record).unwrap(),
        json!({"at": "2026-11-23T14:02:11Z", "kind": "stepStarted", "step": "sign_in", "says": "Sign in"})
    );
}

#[test]
fn reads_back_every_record_of_a_run() {
    for record in sample::whole_run() {
        let written = serde_json::to_string(&record).unwrap();
        let read: Record = serde_json::from_str(&written).unwrap();
        assert_eq!(read, record);
        assert!(!matches!(read.event, Event::Unknown(_)), "{written}");
    }
}

#[test]
fn reads_back_events_without_fields() {
    for event in [Event::PauseRequested, Event::Paused] {
        let record = Record {
            at: sample::START,
            event,
        };
        let written = serde_json::to_string(&record).unwrap();
        assert_eq!(serde_json::from_str::<Record>(&written).unwrap(), record);
    }
}

#[test]
fn keeps_an_event_of_a_newer_version_as_it_was_written() {
    let written =
        json!({"at": "2026-11-23T14:02:11Z", "kind": "moonPhaseSeen", "phase": {"full": true}});
    let record: Record = serde_json::from_value(written.clone()).unwrap();
    assert!(matches!(record.event, Event::Unknown(_)));
    assert_eq!(serde_json::to_value(&record).unwrap(), written);
}
