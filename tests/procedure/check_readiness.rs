//! `check_readiness`: every site is looked at before anything is changed anywhere.

use ground::Surroundings;
use practice_lab::Fault;
use rotation::activity::StepStatus;
use rotation::event::{Action, StepId};
use rotation::{Event, Outcome, Record, prepare};
use support::files::self_signed;
use support::in_english::InEnglish as _;
use support::stage::{OWN, Stage};
use time::{Duration, OffsetDateTime};

#[tokio::test(flavor = "multi_thread")]
async fn reads_every_peer_before_the_first_change() {
    let stage = Stage::open().await;
    stage.run(stage.request(Action::Import)).await.unwrap();
    let calls = stage.lab.requests();
    let is_upload =
        |call: &practice_lab::Request| call.path == "/config/certificate" && call.method == "POST";
    let upload = calls.iter().position(is_upload).unwrap();
    let asked_before = |site: &str, path: &str| {
        calls
            .iter()
            .take(upload)
            .any(|call| call.site == site && call.path.starts_with(path))
    };
    for peer in stage.peers() {
        for path in [
            "/diagnostics/about",
            "/config/root-password-expired",
            "/sites",
            "/tasks",
        ] {
            assert!(asked_before(&peer.name, path), "{path} at {}", peer.name);
        }
        assert!(
            asked_before(&peer.name, "/config/remote-certificate"),
            "{}",
            peer.name
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn says_which_peers_are_not_ready_and_why() {
    let stage = Stage::with_faults(&["password-expired@Berlin", "pins-an-old-one@Oslo"]).await;
    let plan = stage.plan(&stage.request(Action::Import)).await.unwrap();
    let codes: Vec<Option<&str>> = plan
        .peers
        .iter()
        .map(|peer| peer.problem.as_ref().map(|problem| &*problem.code))
        .collect();
    assert_eq!(
        codes,
        [
            Some("peer.password_expired"),
            None,
            Some("peer.pin_unexpected")
        ]
    );
    assert!(plan.can_start);
    stage.assert_nothing_was_changed();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_may_hinder_a_peer_is_remarked_and_does_not_leave_it_out() {
    let faults = ["busy-with-a-task@Berlin", "clock-ahead@Oslo"];
    let stage = Stage::with_faults(&faults).await;
    let plan = stage.plan(&stage.request(Action::Import)).await.unwrap();
    let told: Vec<(bool, Option<&str>)> = plan
        .peers
        .iter()
        .map(|peer| (peer.ready, peer.problem.as_ref().map(|it| &*it.code)))
        .collect();
    let expected = [
        (true, Some("peer.busy")),
        (true, None),
        (true, Some("site.clock_off")),
    ];
    assert_eq!(told, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_may_hinder_the_own_site_is_a_warning() {
    for (fault, code, says) in [
        (
            Fault::BusyWithATask,
            "plan.busy",
            "Tasks are running at Paris: 1.",
        ),
        (
            Fault::ClockAhead,
            "site.clock_off",
            "min ahead of this computer's",
        ),
    ] {
        let stage = Stage::open().await;
        stage.strike(fault, OWN).await;
        let plan = stage.plan(&stage.request(Action::Import)).await.unwrap();
        let mut findings = plan.findings.iter();
        let found = findings.find(|finding| finding.problem.code == code);
        let found = found.unwrap_or_else(|| panic!("{fault}: {:?}", plan.findings));
        assert_eq!(found.kind, rotation::FindingKind::Warning, "{fault}");
        assert!(
            found.problem.what().contains(says),
            "{}",
            found.problem.what()
        );
        assert!(plan.can_start, "{fault}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn does_not_start_at_a_site_whose_root_password_has_expired() {
    let stage = Stage::open().await;
    stage.strike(Fault::PasswordExpired, OWN).await;
    let plan = stage.plan(&stage.request(Action::Import)).await.unwrap();
    assert!(!plan.can_start);
    let problem = stage.run(stage.request(Action::Import)).await.unwrap_err();
    assert_eq!(problem.code, "plan.password_expired");
    stage.assert_nothing_was_changed();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_in_which_no_peer_is_ready_asks_for_a_decision() {
    let stage = Stage::open().await;
    let mut request = stage.request(Action::Import);
    request.peers.truncate(1);
    let plan = stage.plan(&request).await.unwrap();
    assert_eq!(plan.to_decide, None, "one of the peers is ready");
    request.peers.clear();
    let plan = stage.plan(&request).await.unwrap();
    let codes: Vec<&str> = plan.findings.iter().map(|it| &*it.problem.code).collect();
    assert!(codes.contains(&"plan.no_peer_ready"), "{codes:?}");
    assert!(plan.can_start, "it is a decision and no stop");
    assert!(plan.to_decide.unwrap().contains("Paris"));
}

#[tokio::test(flavor = "multi_thread")]
async fn asks_every_peer_again_when_the_plan_is_old_as_after_a_sleep() {
    let stage = Stage::open().await;
    let request = stage.request(Action::Import);
    let fresh = OffsetDateTime::now_utc();
    let asked = |stage: &Stage| {
        let calls = stage.lab.requests().into_iter();
        calls
            .filter(|call| call.site == "Berlin" && call.path == "/diagnostics/about")
            .count()
    };
    let earlier = Surroundings::of_this_machine().starting_at(fresh - Duration::minutes(6));
    let plan = prepare(&request, &earlier).await.unwrap();
    assert_eq!(asked(&stage), 1);
    let run = stage.engine().start(request, plan).await.unwrap();
    assert_eq!(run.finished().await, Outcome::Done);
    assert_eq!(asked(&stage), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn asks_nobody_again_when_the_plan_is_fresh() {
    let stage = Stage::open().await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    let step = stage.step(&ended.run, StepId::CheckReadiness);
    assert_eq!(step.status, StepStatus::Done);
    let calls = stage.lab.requests().into_iter();
    let asked = calls.filter(|call| call.site == "Berlin" && call.path == "/diagnostics/about");
    assert_eq!(asked.count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_plan_warns_of_a_name_for_administrators_that_the_certificate_does_not_cover() {
    let stage = Stage::open().await;
    let mut request = stage.import(self_signed(&["127.0.0.1"], OffsetDateTime::now_utc()));
    let uncovered = |plan: rotation::PlanView| {
        let mut problems = plan.findings.into_iter().map(|finding| finding.problem);
        problems.find(|problem| problem.code == "bundle.names_cover")
    };
    let plan = stage.plan(&request).await.unwrap();
    assert!(uncovered(plan).is_none(), "both names are 127.0.0.1");
    let port = request.local.address.port();
    request.local.address = format!("localhost:{port}").parse().unwrap();
    let problem = uncovered(stage.plan(&request).await.unwrap()).unwrap();
    assert!(
        problem.what().contains("does not cover localhost."),
        "{problem:?}"
    );
}

/// Every peer is named, and none lets us in.
async fn all_peers_locked(stage: &Stage) {
    for peer in stage.peers() {
        stage.strike(Fault::PasswordExpired, &peer.name).await;
    }
}

fn asked_whether_to_go_on_alone(event: &Event) -> bool {
    matches!(event, Event::QuestionAsked { question } if question.id == "no-peer-ready")
}

#[tokio::test(flavor = "multi_thread")]
async fn asks_before_it_replaces_where_no_peer_is_ready_and_stops_at_a_no() {
    let mut stage = Stage::open().await;
    stage.stops_at_questions = true;
    all_peers_locked(&stage).await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    assert_eq!(ended.outcome, Some(Outcome::Refused));
    assert!(ended.has(asked_whether_to_go_on_alone));
    assert_eq!(ended.problem().as_deref(), Some("replace.nobody_to_repair"));
    stage.assert_nothing_was_changed();
}

#[tokio::test(flavor = "multi_thread")]
async fn replaces_for_nobody_when_a_person_says_so() {
    let stage = Stage::open().await;
    all_peers_locked(&stage).await;
    let ended = stage.run(stage.request(Action::Regenerate)).await.unwrap();
    assert!(ended.has(asked_whether_to_go_on_alone));
    assert_eq!(ended.outcome, Some(Outcome::Attention));
    stage.assert_replaced_exactly_once();
}

#[tokio::test(flavor = "multi_thread")]
async fn does_not_ask_again_for_what_was_decided_with_the_plan() {
    let stage = Stage::open().await;
    all_peers_locked(&stage).await;
    let request = stage.request(Action::Import);
    let mut plan = prepare(&request, &Surroundings::of_this_machine())
        .await
        .unwrap();
    plan.decide();
    let run = stage.engine().start(request, plan).await.unwrap();
    assert_eq!(run.finished().await, Outcome::Attention);
    stage.assert_replaced_exactly_once();
    let records = rotation::journal::read(&stage.home(), run.id())
        .unwrap()
        .records;
    let mut events = records.iter().map(|record| &record.event);
    assert!(!events.any(asked_whether_to_go_on_alone));
    let page = stage.engine().report(run.id()).unwrap().html();
    assert!(
        page.contains("Answered: replace"),
        "the report tells of the decision"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn asks_on_resuming_when_the_peers_that_were_ready_are_not_any_more() {
    let stage = Stage::open().await;
    let cut = |record: &Record| matches!(record.event, Event::PeerRecorded(_));
    let request = stage.request(Action::Import);
    let ended = stage.run_until(request, cut).await.unwrap();
    assert!(!ended.has(asked_whether_to_go_on_alone));
    all_peers_locked(&stage).await;
    let resumed = stage.resume(&ended.run, stage.again(Action::Import)).await;
    assert!(resumed.unwrap().has(asked_whether_to_go_on_alone));
}

/// Every way in which the lab can make a peer unready.
const UNREADY: [Fault; 5] = [
    Fault::PasswordExpired,
    Fault::PinsAnOldOne,
    Fault::Renamed,
    Fault::UnknownVersion,
    Fault::Interception,
];

async fn with_every_peer_struck(fault: Fault) -> Stage {
    let stage = Stage::of(|scenario| {
        scenario.peers = 2;
        let at = |site: &str| format!("{fault}@{site}").parse().unwrap();
        scenario.faults = vec![at("Berlin"), at("Madrid")];
    })
    .await;
    assert_eq!(stage.peers().len(), 2, "Berlin and Madrid");
    stage
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_is_the_end_and_no_later_resume_passes_over_it() {
    for fault in UNREADY {
        let mut stage = with_every_peer_struck(fault).await;
        stage.stops_at_questions = true;
        let ended = stage.run(stage.request(Action::Import)).await.unwrap();
        assert!(ended.has(asked_whether_to_go_on_alone), "{fault}");
        assert_eq!(ended.outcome, Some(Outcome::Refused), "{fault}");
        let again = stage.resume(&ended.run, stage.again(Action::Import)).await;
        assert_eq!(again.unwrap_err().code, "run.stopped", "{fault}");
        stage.lab.clear_all();
        let again = stage.resume(&ended.run, stage.again(Action::Import)).await;
        assert_eq!(again.unwrap_err().code, "run.stopped", "{fault}");
        stage.assert_nothing_was_changed();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_that_nobody_answered_is_asked_again_by_the_same_rule() {
    for fault in UNREADY {
        let mut stage = with_every_peer_struck(fault).await;
        stage.stops_at_questions = true;
        let cut = |record: &Record| asked_whether_to_go_on_alone(&record.event);
        let request = stage.request(Action::Import);
        let ended = stage.run_until(request, cut).await.unwrap();
        let resumed = stage.resume(&ended.run, stage.again(Action::Import)).await;
        let resumed = resumed.unwrap();
        assert!(resumed.has(asked_whether_to_go_on_alone), "{fault}");
        assert_eq!(resumed.outcome, Some(Outcome::Refused), "{fault}");
        stage.assert_nothing_was_changed();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_process_that_goes_on_judges_by_the_same_rule() {
    for fault in UNREADY {
        let stage = with_every_peer_struck(fault).await;
        let request = stage.request(Action::Import);
        let peers = request.peers.clone();
        let plan = prepare(&request, &Surroundings::of_this_machine())
            .await
            .unwrap();
        let run = stage.engine().start(request, plan).await.unwrap();
        for _ in 0..2 {
            until_it_asks(&run).await;
            run.pause();
            assert_eq!(run.finished().await, Outcome::Attention, "{fault}");
            run.resume(peers.clone()).await.unwrap();
        }
        until_it_asks(&run).await;
        run.answer("no-peer-ready", "stop", None).unwrap();
        assert_eq!(run.finished().await, Outcome::Refused, "{fault}");
        let passed_over = run.resume(peers.clone()).await.unwrap_err();
        assert_eq!(passed_over.code, "run.stopped", "{fault}");
        let tried_again = run.retry_failed(peers).await.unwrap_err();
        assert_eq!(tried_again.code, "run.stopped", "{fault}");
        stage.assert_nothing_was_changed();
    }
}

async fn until_it_asks(run: &rotation::Run) {
    let mut view = run.watch();
    let asks = |view: &rotation::RunView| view.question.is_some();
    let asked = view.wait_for(asks).await.unwrap();
    assert_eq!(asked.question.as_ref().unwrap().id, "no-peer-ready");
}
