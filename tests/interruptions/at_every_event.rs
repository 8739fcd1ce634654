//! A run that is cut off right after each of its events, and taken up again.

use std::sync::Arc;

use rotation::event::{Action, StepId};
use rotation::{Event, Outcome, Record};
use support::stage::Stage;
use tokio::task::JoinSet;

use crate::twin::{End, assert_all_is_well, small};

/// How many labs run side by side.
const AT_ONCE: usize = 4;

#[tokio::test(flavor = "multi_thread")]
async fn an_import_comes_to_the_same_end_wherever_it_is_cut_off() {
    cut_off_everywhere(Action::Import).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_regenerate_comes_to_the_same_end_wherever_it_is_cut_off() {
    cut_off_everywhere(Action::Regenerate).await;
}

async fn cut_off_everywhere(action: Action) {
    let twin = Stage::of(small).await;
    let unstopped = twin.run(twin.request(action)).await.unwrap();
    assert_eq!(unstopped.outcome, Some(Outcome::Done));
    assert_all_is_well(&twin, &unstopped.run).await;
    let expected = Arc::new(End::of(&twin, &unstopped.run));
    let (mut under_way, mut differing) = (JoinSet::new(), Vec::new());
    for count in 1..=unstopped.records.len() {
        if under_way.len() == AT_ONCE {
            differing.extend(under_way.join_next().await.unwrap().unwrap());
        }
        let expected = Arc::clone(&expected);
        under_way.spawn(async move { cut_off_after(action, count, &expected).await });
    }
    differing.extend(under_way.join_all().await.into_iter().flatten());
    assert!(
        differing.is_empty(),
        "not as {expected:#?}:\n{}",
        differing.join("\n")
    );
}

/// Cuts a run off after so many records and takes it up; says so if it ends in another way than
/// its twin.
async fn cut_off_after(action: Action, count: usize, expected: &End) -> Option<String> {
    let stage = Stage::of(small).await;
    let mut seen = 0;
    let cut = move |_: &Record| {
        seen += 1;
        seen == count
    };
    let ended = stage.run_until(stage.request(action), cut).await.unwrap();
    let last = ended.records.last().map(|record| record.event.clone());
    let resumed = stage.resume(&ended.run, stage.again(action)).await;
    match resumed {
        Ok(resumed) => {
            let outcome = resumed.outcome;
            assert_eq!(
                outcome,
                Some(Outcome::Done),
                "{last:?}: {:?}",
                resumed.records.last()
            );
        }
        Err(problem) => {
            // The end of the last step and the end of the run reach the disk together.
            let was_over = matches!(
                last,
                Some(
                    Event::RunFinished { .. }
                        | Event::StepEnded {
                            step: StepId::WriteReport,
                            ..
                        }
                )
            );
            assert!(
                was_over && problem.code == "run.ended",
                "{last:?}: {problem:?}"
            );
        }
    }
    assert_all_is_well(&stage, &ended.run).await;
    let end = End::of(&stage, &ended.run);
    (end != *expected).then(|| format!("cut off after record {count}, {last:?}: {end:#?}"))
}
