//! The record of a run is lost or damaged, and its guard is there: a replacement may have been sent. Nobody is
//! told that nothing was done, and a new run at the site asks before it sends another.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use ground::Surroundings;
use rotation::event::Action;
use rotation::progress::RunStatus;
use rotation::{Engine, Event, Outcome, Problem, Record, Request, RunId, prepare};
use support::in_english::InEnglish as _;
use support::stage::{OWN, Stage};

use crate::twin::small;

/// A way in which a record is lost.
type Loss = fn(&Path);

/// Ways in which a record is lost, each with its name.
const LOSSES: [(&str, Loss); 4] = [
    ("removed", |journal| fs::remove_file(journal).unwrap()),
    ("emptied", |journal| fs::write(journal, "").unwrap()),
    ("cut in its first line", |journal| {
        let bytes = fs::read(journal).unwrap();
        fs::write(journal, &bytes[..40]).unwrap();
    }),
    ("damaged in its first line", |journal| {
        let mut bytes = fs::read(journal).unwrap();
        bytes[40] ^= 1;
        fs::write(journal, bytes).unwrap();
    }),
];

fn journal(stage: &Stage, run: &RunId) -> PathBuf {
    stage.home().join("runs").join(format!("{run}.jsonl"))
}

async fn stage_with(fault: Option<&str>) -> Stage {
    let faults = fault.into_iter().map(|fault| fault.parse().unwrap());
    let faults = faults.collect();
    Stage::of(|scenario| {
        small(scenario);
        scenario.faults = faults;
    })
    .await
}

/// A run that was cut off at such a record, and whose own record was lost then.
async fn lost(stage: &Stage, cut: fn(&Record) -> bool, lose: Loss) -> RunId {
    let request = stage.request(Action::Import);
    let ended = stage.run_until(request, cut).await.unwrap();
    lose(&journal(stage, &ended.run));
    ended.run
}

fn is_accepted(record: &Record) -> bool {
    matches!(record.event, Event::ReplacementAccepted { .. })
}

fn is_ambiguous(record: &Record) -> bool {
    matches!(record.event, Event::ReplacementAmbiguous { .. })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_whose_record_is_lost_is_listed_and_tells_that_a_replacement_may_have_been_sent() {
    for (how, lose) in LOSSES {
        let stage = stage_with(None).await;
        let run = lost(&stage, is_accepted, lose).await;
        let engine = stage.engine();
        let listed = engine.list().unwrap();
        assert_eq!(listed.len(), 1, "{how}");
        let (listed, view) = (&listed[0], engine.view(&run).unwrap());
        assert_eq!(
            (&*listed.site, listed.status),
            (OWN, RunStatus::Attention),
            "{how}"
        );
        assert_eq!(view.site_address, stage.own().cloud.address, "{how}");
        let resumed = stage.resume(&run, stage.again(Action::Import)).await;
        let problem = resumed.unwrap_err();
        assert_eq!(problem.code, "journal.guarded", "{how}");
        for told in [&listed.sentence, &problem.meaning()] {
            assert!(told.contains("may have been sent"), "{how}: {told}");
            assert!(told.contains(OWN), "{how}: {told}");
            assert!(!told.contains("othing was done"), "{how}: {told}");
        }
        let report = engine.report(&run).unwrap();
        assert_eq!(report.operations.len(), 1, "{how}: {:?}", report.operations);
        assert!(report.html().contains("may have been sent"), "{how}");
        stage.assert_no_secret_in_the_report(&run);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_report_of_a_damaged_record_has_what_is_readable() {
    let stage = stage_with(None).await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    let whole = stage.engine().report(&ended.run).unwrap();
    LOSSES[3].1(&journal(&stage, &ended.run));
    let left = stage.engine().report(&ended.run).unwrap();
    let operations = |report: &rotation::report::Report| {
        let ids = report.operations.iter().map(|sent| sent.id.clone());
        ids.collect::<Vec<_>>()
    };
    assert_eq!(operations(&left), operations(&whole));
    assert_eq!(left.run.status, RunStatus::Attention);
}

/// A new plan for the own site as it is known now, as soon as the site lets anybody in.
async fn plan_anew(stage: &Stage) -> (Request, rotation::Plan) {
    let limit = std::time::Instant::now() + Duration::from_secs(30);
    loop {
        // The file of the lost run may be in use by now; one certificate is not imported twice.
        let mut request = stage.request(Action::Regenerate);
        request.local.pin = stage.presented();
        match prepare(&request, &Surroundings::of_this_machine()).await {
            Ok(mut plan) => {
                plan.decide();
                return (request, plan);
            }
            Err(problem) => assert!(std::time::Instant::now() < limit, "{problem:?}"),
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Starts a run, answers its first question, and says what was asked and how the run ended.
async fn start_and_answer(stage: &Stage, answer: &str) -> Result<(String, Outcome), Problem> {
    let (request, plan) = plan_anew(stage).await;
    let run = Engine::new(stage.home(), Surroundings::of_this_machine())
        .start(request, plan)
        .await?;
    let mut view = run.watch();
    let asked = view.wait_for(|view| view.question.is_some()).await.unwrap();
    let question = asked.question.clone().unwrap();
    drop(asked);
    run.answer(&question.id, answer, None).unwrap();
    Ok((question.id, run.finished().await))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_run_at_the_site_asks_before_it_sends_a_second_one() {
    for (how, lose) in LOSSES {
        let stage = stage_with(None).await;
        let run = lost(&stage, is_accepted, lose).await;
        let stopped = start_and_answer(&stage, "stop").await.unwrap();
        assert_eq!(
            stopped,
            (format!("earlier-{run}"), Outcome::Refused),
            "{how}"
        );
        stage.assert_replaced_exactly_once();
        // A stop settles nothing: the next one asks again.
        let replaced = start_and_answer(&stage, "replace").await.unwrap();
        assert_eq!(replaced.0, format!("earlier-{run}"), "{how}");
        assert_eq!(stage.lab.replacements(OWN), 2, "{how}: as the person said");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_run_asks_too_when_nothing_had_arrived_and_what_was_settled_is_not_asked_again() {
    for (how, lose) in LOSSES {
        let stage = stage_with(Some("request-lost@Paris*1")).await;
        let run = lost(&stage, is_ambiguous, lose).await;
        assert_eq!(stage.lab.replacements(OWN), 0, "{how}");
        let ended = stage.run(stage.request(Action::Import)).await.unwrap();
        let asked = ended.picked(|event| {
            let Event::QuestionAsked { question } = event else {
                return None;
            };
            Some(question.id.clone())
        });
        assert_eq!(asked, [format!("earlier-{run}")], "{how}");
        assert_eq!(
            ended.outcome,
            Some(Outcome::Done),
            "{how}: {:?}",
            ended.problem()
        );
        stage.assert_replaced_exactly_once();
        stage.assert_everybody_trusts_everybody().await;
        let (request, plan) = plan_anew(&stage).await;
        let third = stage.engine().start(request, plan).await.unwrap();
        third.finished().await;
        let records = rotation::journal::read(&stage.home(), third.id()).unwrap();
        let mut events = records.records.iter().map(|record| &record.event);
        let is_doubt = |event: &Event| matches!(event, Event::EarlierInDoubt { .. });
        assert!(!events.any(is_doubt), "{how}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_site_is_not_asked_about_it() {
    let stage = stage_with(Some("request-lost@Paris*1")).await;
    lost(&stage, is_ambiguous, LOSSES[0].1).await;
    let berlin = stage.peers()[0].clone();
    let mut request = stage.request(Action::Regenerate);
    request.local = support::stage::access(&berlin);
    request.peers = vec![support::stage::access(stage.own())];
    let plan = prepare(&request, &Surroundings::of_this_machine())
        .await
        .unwrap();
    let run = stage.engine().start(request, plan).await.unwrap();
    let mut view = run.watch();
    drop(run.watch());
    let ended = tokio::select! {
        outcome = run.finished() => Ok(outcome),
        asked = view.wait_for(|view| view.question.is_some()) => Err(asked.unwrap().question.clone()),
    };
    assert_eq!(
        ended.map_err(|asked| asked.map(|it| it.id)),
        Ok(Outcome::Done)
    );
}
