//! What is remembered of a run.

use super::*;

fn recall(events: impl IntoIterator<Item = Event>) -> Memory {
    let records: Vec<Record> = events
        .into_iter()
        .map(|event| Record {
            at: OffsetDateTime::UNIX_EPOCH,
            event,
        })
        .collect();
    Memory::recall(&records)
}

fn intended() -> Event {
    Event::ReplacementIntended {
        operation: "reseal-1".into(),
        old: "old".into(),
        new: None,
        grade: "E5".into(),
    }
}

#[test]
fn leaves_an_intent_without_an_answer_open() {
    let memory = recall([intended()]);
    assert_eq!(
        memory.replacement,
        Attempt::Open {
            operation: "reseal-1".into(),
            is_unauthorised: false,
        }
    );
    assert!(memory.may_have_replaced());
}

#[test]
fn takes_a_refusal_for_nothing_done() {
    let problem = message::Problem::new("x", "a", "b", "c");
    let refused = Event::ReplacementRefused {
        operation: "reseal-1".into(),
        problem,
    };
    assert!(!recall([intended(), refused]).may_have_replaced());
}

fn guarded(operation: &str) -> Guarded {
    Guarded {
        at: OffsetDateTime::UNIX_EPOCH,
        operation: operation.into(),
        site: "Paris".into(),
        address: "vcda.paris.example".into(),
        action: crate::event::Action::Import,
        old: "old".into(),
        new: None,
    }
}

fn beside(events: Vec<Event>, guard: &Guard) -> Memory {
    let record = |event| Record {
        at: OffsetDateTime::UNIX_EPOCH,
        event,
    };
    let records: Vec<Record> = events.into_iter().map(record).collect();
    Memory::beside(&records, guard)
}

#[test]
fn a_guard_without_a_record_of_the_call_is_doubt() {
    for calls in [vec![], vec![guarded("reseal-1")]] {
        let memory = beside(vec![], &Guard::Standing(calls));
        assert!(memory.may_have_replaced());
    }
    let second = Guard::Standing(vec![guarded("reseal-1"), guarded("reseal-2")]);
    let problem = message::Problem::new("x", "a", "b", "c");
    let refused = Event::ReplacementRefused {
        operation: "reseal-1".into(),
        problem,
    };
    let memory = beside(vec![intended(), refused], &second);
    assert!(
        memory.may_have_replaced(),
        "the second call is on no record"
    );
}

#[test]
fn an_intent_without_a_guard_was_never_sent() {
    assert!(!beside(vec![intended()], &Guard::Absent).may_have_replaced());
    let placed = Guard::Standing(vec![guarded("reseal-1")]);
    assert!(beside(vec![intended()], &placed).may_have_replaced());
    assert!(beside(vec![intended()], &Guard::Standing(vec![])).may_have_replaced());
}

fn seen(thumbprint: &str) -> Event {
    Event::RestartSeen {
        phase: RestartPhase::UpWithNew,
        thumbprint: Some(thumbprint.into()),
    }
}

fn known(thumbprint: &str, how: Knowledge) -> Event {
    Event::NewCertificateKnown {
        thumbprint: thumbprint.into(),
        certificate: None,
        how,
    }
}

#[test]
fn remembers_that_the_new_certificate_was_seen_and_forgets_a_stranger() {
    let told = known("new", Knowledge::OldConnection);
    let memory = recall([told.clone(), seen("new")]);
    assert_eq!(memory.arrived.as_deref(), Some("new"));
    assert_eq!(recall([seen("stranger")]).arrived, None);
    assert_eq!(recall([told, seen("stranger")]).arrived, None);
    let vouched = recall([seen("new"), known("new", Knowledge::Pasted)]);
    assert_eq!(vouched.arrived.as_deref(), Some("new"));
}

#[test]
fn an_answer_is_remembered_for_its_own_call_alone() {
    let answered = |question: &str, answer: &str| Event::QuestionAnswered {
        question: question.into(),
        answer: answer.into(),
        typed: None,
    };
    let operation = "reseal-1".to_owned();
    let again = recall([intended(), answered("replace-again-reseal-1", AGAIN)]);
    assert_eq!(again.replacement, Attempt::Again { operation });
    assert!(again.may_have_replaced());
    let other = recall([intended(), answered("replace-again-reseal-0", AGAIN)]);
    assert!(matches!(other.replacement, Attempt::Open { .. }));
    let stopped = recall([intended(), answered("replace-again-reseal-1", STOP)]);
    assert!(matches!(stopped.replacement, Attempt::Left { .. }));
    assert!(recall([answered(NO_PEER_READY, STOP)]).is_stopped);
    assert!(recall([answered("earlier-2026-11-23-1402-paris", STOP)]).is_stopped);
}
