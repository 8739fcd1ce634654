//! Tests of the fold, one sentence per kind of event.

use super::*;
use crate::activity::Activity;
use crate::event::{Knowledge, Side};
use crate::question::Question;
use crate::sample::{self, ended, half, problem, stamp, started};
use crate::verdict::Verdict;

/// The view of a run that began and went on like this.
fn after(events: Vec<Event>) -> RunView {
    fold(&stamp([vec![sample::opening()], events].concat()))
}

fn question() -> Question {
    Question {
        id: "q1".into(),
        what: "Is this the new certificate?".into(),
        meaning: "Nothing runs until you answer.".into(),
        answers: vec![],
        paste_thumbprint: true,
        seen: None,
    }
}

#[test]
fn shows_nothing_before_the_first_record() {
    assert_eq!(fold(&[]), RunView::default());
}

#[test]
fn opens_with_every_step_and_every_peer_waiting() {
    let view = after(vec![]);
    assert_eq!(
        (view.site.as_str(), view.site_address.as_str()),
        ("Paris", "vcda.paris.example")
    );
    assert_eq!(view.started_at, "2026-11-23T14:02:11Z");
    assert_eq!(view.steps.len(), 11);
    assert!(
        view.steps
            .iter()
            .all(|step| step.status == StepStatus::Waiting)
    );
    assert_eq!(view.peers.len(), 2);
    assert_eq!(view.peers[0].at_peer.verdict, Verdict::Same);
    assert_eq!(view.peers[0].says, "Waiting.");
    assert_eq!(view.seconds_left, Some(150));
}

#[test]
fn runs_a_step_and_ends_it() {
    let view = after(vec![started(StepId::SignIn)]);
    assert_eq!(view.steps[0].status, StepStatus::Running);
    assert_eq!(view.headline, "Paris: signing in at every site");
    let view = after(vec![
        started(StepId::SignIn),
        ended(StepId::SignIn, StepStatus::Done),
    ]);
    assert_eq!(view.steps[0].status, StepStatus::Done);
    assert_eq!(view.steps[0].took_ms, Some(10_000));
    assert_eq!(view.steps[0].says.as_deref(), Some("sign_in ended"));
}

#[test]
fn starts_a_failed_step_afresh() {
    let failed = Event::StepEnded {
        step: StepId::SignIn,
        status: StepStatus::Failed,
        says: String::new(),
        problem: Some(problem()),
    };
    let view = after(vec![started(StepId::SignIn), failed.clone()]);
    assert_eq!(view.steps[0].problem, Some(problem()));
    let view = after(vec![
        started(StepId::SignIn),
        failed,
        started(StepId::SignIn),
    ]);
    assert_eq!(
        (view.steps[0].status, &view.steps[0].problem),
        (StepStatus::Running, &None)
    );
    assert_eq!(view.steps[0].title, "sign in");
}

#[test]
fn adds_a_step_and_a_peer_that_were_not_announced() {
    let view = after(vec![
        started(StepId::RegenerateCertificate),
        half("Oslo", Side::AtPeer, Activity::Working, Verdict::Old),
    ]);
    assert_eq!(view.steps.len(), 12);
    assert_eq!(view.peers[2].name, "Oslo");
}

#[test]
fn notes_a_remark_at_its_step_alone() {
    let note = |step| Event::Note {
        step,
        says: "Still waiting.".into(),
    };
    let view = after(vec![
        started(StepId::AwaitRestart),
        note(Some(StepId::AwaitRestart)),
    ]);
    assert_eq!(view.steps[5].says.as_deref(), Some("Still waiting."));
    assert_eq!(after(vec![note(None)]).steps, after(vec![]).steps);
}

#[test]
fn learns_the_new_certificate() {
    let card = sample::card(0xC3, crate::card::Issuance::SelfSigned);
    let known = |certificate| Event::NewCertificateKnown {
        thumbprint: sample::thumbprint(0xC3),
        certificate,
        how: Knowledge::OldConnection,
    };
    assert_eq!(after(vec![known(Some(card.clone()))]).new, Some(card));
    assert_eq!(after(vec![known(None)]).new, after(vec![]).new);
}

#[test]
fn follows_the_restart_and_says_since_when() {
    let seen = |phase| Event::RestartSeen {
        phase,
        thumbprint: None,
    };
    let phases = [
        (
            RestartPhase::StillOld,
            "Paris: still the old certificate; waiting for the restart",
        ),
        (RestartPhase::Down, "Paris: down; restarting"),
        (
            RestartPhase::UpWithOther,
            "Paris: up with a certificate that was not expected",
        ),
        (
            RestartPhase::UpWithNew,
            "Paris: up with the new certificate",
        ),
    ];
    for (phase, headline) in phases {
        let view = after(vec![
            started(StepId::AwaitRestart),
            seen(phase),
            seen(phase),
        ]);
        assert_eq!(view.headline, headline);
        let restart = view.restart.unwrap();
        assert_eq!(
            (restart.phase, restart.since.as_str()),
            (phase, "2026-11-23T14:02:31Z")
        );
    }
}

#[test]
fn calls_the_peers_pins_old_once_the_new_certificate_answers() {
    let up = Event::RestartSeen {
        phase: RestartPhase::UpWithNew,
        thumbprint: None,
    };
    let view = after(vec![up]);
    assert_eq!(view.peers[0].at_peer.verdict, Verdict::Old);
    assert_eq!(view.peers[0].at_local.verdict, Verdict::Same);
    assert_eq!(
        view.peers[0].says,
        "Berlin still trusts the old certificate."
    );
}

#[test]
fn follows_both_halves_of_a_peer() {
    let steps = [
        (
            Side::AtPeer,
            Activity::Working,
            "Repairing Paris at Berlin.",
        ),
        (
            Side::AtPeer,
            Activity::Done,
            "Paris is repaired at Berlin; Berlin at Paris is next.",
        ),
        (
            Side::AtLocal,
            Activity::Working,
            "Repairing Berlin at Paris.",
        ),
        (Side::AtLocal, Activity::Done, "Repaired at both sites."),
    ];
    let mut events = Vec::new();
    for (side, activity, says) in steps {
        events.push(half("Berlin", side, activity, Verdict::Same));
        assert_eq!(after(events.clone()).peers[0].says, says);
    }
    assert!(!after(events).peers[0].can_retry);
}

#[test]
fn keeps_a_peers_problem_until_it_is_tried_again() {
    let failed = Event::PeerHalf {
        peer: "Madrid".into(),
        side: Side::AtPeer,
        verdict: Verdict::Different,
        activity: Activity::Failed,
        progress: None,
        says: String::new(),
        problem: Some(problem()),
    };
    let other = half("Madrid", Side::AtLocal, Activity::Done, Verdict::Same);
    let view = after(vec![failed.clone(), other.clone()]);
    assert_eq!(view.peers[1].problem, Some(problem()));
    assert_eq!(
        view.peers[1].says,
        "Paris still has to be repaired at Madrid."
    );
    assert!(view.peers[1].can_retry);
    let again = Event::RetryRequested {
        peers: vec!["Madrid".into()],
    };
    let view = after(vec![failed, other, again]);
    assert_eq!(
        (&view.peers[1].problem, view.peers[1].can_retry),
        (&None, false)
    );
    assert_eq!(view.peers[1].at_peer.activity, Activity::Waiting);
    assert_eq!(view.peers[1].at_local.activity, Activity::Done);
}

#[test]
fn says_how_many_peers_are_repaired() {
    let view = after(vec![
        started(StepId::RepairAtPeerSites),
        half("Berlin", Side::AtPeer, Activity::Working, Verdict::Old),
    ]);
    assert_eq!(view.headline, "Paris: repairing its peers");
    let view = after(vec![
        started(StepId::RepairAtPeerSites),
        half("Berlin", Side::AtPeer, Activity::Done, Verdict::Same),
    ]);
    assert_eq!(view.headline, "Paris: repairing its peers, 1 of 2 done");
}

#[test]
fn takes_the_last_reading_of_a_peer() {
    let reading = crate::event::PeerReading {
        at_peer: Verdict::Different,
        ..sample::reading(Moment::After, "Berlin")
    };
    let view = after(vec![
        half("Berlin", Side::AtPeer, Activity::Done, Verdict::Same),
        Event::PeerRecorded(reading),
    ]);
    assert_eq!(view.peers[0].at_peer.verdict, Verdict::Different);
}

#[test]
fn lets_no_earlier_reading_undo_a_repair() {
    let reading = crate::event::PeerReading {
        at_peer: Verdict::Old,
        ..sample::reading(Moment::Before, "Berlin")
    };
    let view = after(vec![
        half("Berlin", Side::AtPeer, Activity::Done, Verdict::Same),
        Event::PeerRecorded(reading),
    ]);
    assert_eq!(view.peers[0].at_peer.verdict, Verdict::Same);
}

#[test]
fn asks_a_question_and_goes_on_when_it_is_answered() {
    let asked = Event::QuestionAsked {
        question: question(),
    };
    let view = after(vec![asked.clone()]);
    assert_eq!(
        (view.status, &view.question),
        (RunStatus::Question, &Some(question()))
    );
    assert_eq!(view.headline, "Paris: waiting for your answer");
    let answered = Event::QuestionAnswered {
        question: "q1".into(),
        answer: "stop".into(),
        typed: None,
    };
    let view = after(vec![asked, answered]);
    assert_eq!((view.status, view.question), (RunStatus::Running, None));
}

#[test]
fn pauses_and_resumes() {
    let view = after(vec![started(StepId::SignIn), Event::PauseRequested]);
    assert_eq!(view.status, RunStatus::Pausing);
    assert_eq!(view.seconds_left, None);
    let view = after(vec![Event::PauseRequested, Event::Paused]);
    assert_eq!(view.status, RunStatus::Paused);
    let resumed = Event::Resumed {
        operator: "M. Rivière".into(),
        app_version: "0.1.0".into(),
        says: "Nothing had been changed.".into(),
    };
    assert_eq!(
        after(vec![Event::PauseRequested, Event::Paused, resumed]).status,
        RunStatus::Running
    );
}

#[test]
fn shows_nothing_under_way_in_a_run_that_was_left_behind() {
    let view = after(vec![
        started(StepId::RepairAtPeerSites),
        half("Berlin", Side::AtPeer, Activity::Working, Verdict::Old),
    ])
    .left_behind();
    assert_eq!(view.status, RunStatus::Interrupted);
    assert_eq!(
        view.headline,
        "Paris: interrupted; nothing runs until you resume"
    );
    assert!(
        view.steps
            .iter()
            .all(|step| step.status != StepStatus::Running)
    );
    assert_eq!(view.peers[0].at_peer.activity, Activity::Waiting);
    let interrupted = Event::Interrupted {
        says: "The app ended.".into(),
    };
    assert_eq!(after(vec![interrupted]).status, RunStatus::Interrupted);
}

#[test]
fn leaves_an_ended_or_paused_run_as_it_is() {
    let ended = fold(&sample::whole_run());
    assert_eq!(ended.clone().left_behind(), ended);
    let paused = after(vec![Event::PauseRequested, Event::Paused]);
    assert_eq!(paused.clone().left_behind(), paused);
}

#[test]
fn ends_with_a_sentence() {
    for (outcome, status) in [
        (Outcome::Done, RunStatus::Done),
        (Outcome::Attention, RunStatus::Attention),
        (Outcome::Refused, RunStatus::Refused),
    ] {
        let view = after(vec![Event::RunFinished {
            outcome,
            says: "That is all.".into(),
        }]);
        assert_eq!(
            (view.status, view.headline.as_str()),
            (status, "That is all.")
        );
        assert_eq!(view.outcome.as_deref(), Some("That is all."));
        assert!(view.finished_at.is_some());
        assert_eq!(RunSummary::from(&view).sentence, "That is all.");
    }
}

#[test]
fn opens_an_ended_run_again_when_a_retry_is_asked_for() {
    let finished = Event::RunFinished {
        outcome: Outcome::Attention,
        says: "Almost.".into(),
    };
    let view = after(vec![finished, Event::RetryRequested { peers: vec![] }]);
    assert_eq!(
        (view.status, view.outcome, view.finished_at),
        (RunStatus::Running, None, None)
    );
}

#[test]
fn shows_what_failed_as_waiting_once_the_run_goes_on() {
    let failed = Event::StepEnded {
        step: StepId::AwaitRestart,
        status: StepStatus::Failed,
        says: String::new(),
        problem: Some(problem()),
    };
    let left_out = Event::PeerHalf {
        peer: "Madrid".into(),
        side: Side::AtPeer,
        verdict: Verdict::Unknown,
        activity: Activity::Skipped,
        progress: None,
        says: String::new(),
        problem: Some(problem()),
    };
    let resumed = Event::Resumed {
        operator: String::new(),
        app_version: String::new(),
        says: String::new(),
    };
    let view = after(vec![
        started(StepId::AwaitRestart),
        failed,
        left_out,
        resumed,
    ]);
    assert!(view.steps.iter().all(|step| step.problem.is_none()));
    assert!(
        view.steps
            .iter()
            .all(|step| step.status != StepStatus::Failed)
    );
    assert_eq!(view.peers[1].at_peer.activity, Activity::Waiting);
    assert_eq!(view.peers[1].problem, None);
}

#[test]
fn keeps_the_forecast_and_what_was_seen_after() {
    let view = fold(&sample::whole_run());
    assert_eq!(view.on_premises[0].seen, Some(Verdict::Unknown));
    assert_eq!(view.on_premises[1].seen, None);
    assert!(view.backup.is_some());
}

#[test]
fn is_not_moved_by_events_for_the_report_or_of_a_newer_version() {
    let moot = [
        Event::Unknown(serde_json::json!({"kind": "moonPhaseSeen"})),
        Event::SignedIn {
            site: "Paris".into(),
            address: "x".into(),
        },
        Event::SiteRecorded(sample::site(Moment::After, 0xB2)),
        Event::ReplacementAmbiguous {
            operation: "u1".into(),
            is_unauthorised: false,
            says: "?".into(),
        },
    ];
    for event in moot {
        let mut view = after(vec![event]);
        view.seconds_left = after(vec![]).seconds_left;
        assert_eq!(view, after(vec![]));
    }
}

#[test]
fn counts_down_through_restart_and_repairs_and_says_nothing_when_it_takes_longer() {
    let accepted = Event::ReplacementAccepted {
        operation: "u1".into(),
        says: String::new(),
    };
    let up = Event::RestartSeen {
        phase: RestartPhase::UpWithNew,
        thumbprint: None,
    };
    let note = || Event::Note {
        step: None,
        says: String::new(),
    };
    // Records are ten seconds apart; 120 s and 30 s are expected.
    assert_eq!(after(vec![accepted.clone()]).seconds_left, Some(150));
    assert_eq!(
        after(vec![accepted.clone(), note()]).seconds_left,
        Some(140)
    );
    assert_eq!(
        after(vec![accepted.clone(), note(), up.clone()]).seconds_left,
        Some(30)
    );
    let late = vec![accepted, up, note(), note(), note(), note()];
    assert_eq!(after(late).seconds_left, None);
}

#[test]
fn measures_an_earlier_run_for_the_next_estimate() {
    let measured = measured(&sample::whole_run()).unwrap();
    assert_eq!(measured.restart_ms, 60_000);
    assert_eq!(measured.repairs_ms, 160_000);
    assert_eq!(super::measured(&stamp(vec![sample::opening()])), None);
}

#[test]
fn does_not_measure_a_run_that_stood_still_between_the_replacement_and_the_repairs() {
    let slept = Event::Slept {
        says: "9 h".to_owned(),
    };
    for still in [slept, Event::Paused] {
        let at = |records: &[Record], is_it: fn(&Event) -> bool| {
            records.iter().position(|it| is_it(&it.event)).unwrap()
        };
        let mut records = sample::whole_run();
        let middle = at(&records, |event| matches!(event, Event::RestartSeen { .. }));
        let record = |at| Record {
            at,
            event: still.clone(),
        };
        let last = records.last().unwrap().at;
        records.push(record(last));
        assert!(measured(&records).is_some(), "{still:?} at the end");
        let then = records[middle].at;
        records.insert(middle, record(then));
        assert_eq!(measured(&records), None, "{still:?} in the middle");
    }
}

#[test]
fn folds_any_records_in_any_order() {
    let mut records = sample::whole_run();
    records.reverse();
    let view = fold(&records);
    assert_eq!(view.run, "2026-11-23-1402-paris");
}
