//! Runs cut off at any point and taken up again: the same end as if nothing had happened.

use std::time::Duration;

use rotation::progress::RunStatus;
use rotation::{Outcome, Request, RunId};
use tokio::runtime::{Builder, Runtime};

use crate::stage::Stage;

fn runtime() -> Runtime {
    Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap()
}

/// Starts a run and ends everything about it after so many records. `None`: it ended before.
fn cut_off(stage: &Stage, request: Request, after: usize) -> Option<RunId> {
    let engine = runtime();
    let run = engine.block_on(async {
        let run = stage.start(request).await;
        let mut records = run.events();
        for _ in 0..after {
            tokio::select! {
                record = records.recv() => drop(record.unwrap()),
                _ = run.finished() => return None,
            }
        }
        Some(run.id().clone())
    });
    // The lock is free when the last thread that writes is gone.
    engine.shutdown_timeout(Duration::from_secs(5));
    run
}

/// Cuts a run off after every second record in turn, resumes it, and compares the ends.
fn survives_every_cut(make: fn(&Stage) -> Request, first: usize) {
    let lab = runtime();
    for after in (first..).step_by(2) {
        let stage = lab.block_on(Stage::with(|scenario| scenario.peers = 2));
        let again = stage.resumption(make(&stage));
        let Some(run) = cut_off(&stage, make(&stage), after) else {
            return;
        };
        // The cut may come too late for a run that needs no more than its last words.
        if stage.engine.view(&run).unwrap().status == RunStatus::Done {
            return;
        }
        let (outcome, view) = lab.block_on(async {
            let run = stage.engine.resume(&run, again).await.unwrap();
            let outcome = stage.finished_with_answers(&run).await;
            (outcome, run.watch().borrow().clone())
        });
        assert_eq!(outcome, Outcome::Done, "cut off after {after}: {view:#?}");
        assert!(
            lab.block_on(stage.all_are_repaired()),
            "cut off after {after}"
        );
        assert_eq!(stage.lab.replacements("Paris"), 1, "cut off after {after}");
    }
}

#[test]
fn an_import_survives_being_cut_off_after_every_odd_record() {
    survives_every_cut(Stage::import, 1);
}

#[test]
fn an_import_survives_being_cut_off_after_every_even_record() {
    survives_every_cut(Stage::import, 2);
}

#[test]
fn a_regenerate_survives_being_cut_off_after_every_odd_record() {
    survives_every_cut(Stage::regenerate, 1);
}

#[test]
fn a_regenerate_survives_being_cut_off_after_every_even_record() {
    survives_every_cut(Stage::regenerate, 2);
}
