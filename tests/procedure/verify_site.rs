//! `verify_site`: everything read again, and what was read is what is true.

use rotation::Event;
use rotation::activity::StepStatus;
use rotation::event::{Action, Moment, SiteReading, StepId};
use rotation::verdict::Verdict;
use support::performance::Ended;
use support::stage::{OWN, Stage};

fn site_at(ended: &Ended, moment: Moment) -> SiteReading {
    let readings = ended.picked(|event| {
        let Event::SiteRecorded(reading) = event else {
            return None;
        };
        (reading.moment == moment).then(|| reading.clone())
    });
    readings.into_iter().next_back().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn another_process_answers_with_the_new_certificate() {
    let stage = Stage::open().await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    let (before, after) = (
        site_at(&ended, Moment::Before),
        site_at(&ended, Moment::After),
    );
    assert!(before.runtime_id.is_some() && after.runtime_id.is_some());
    assert_ne!(before.runtime_id, after.runtime_id);
    assert_eq!(before.thumbprint, Some(stage.old().to_string()));
    assert_eq!(after.thumbprint, Some(stage.presented().to_string()));
    assert_eq!(
        stage.step(&ended.run, StepId::VerifySite).status,
        StepStatus::Done
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn records_of_each_peer_what_the_lab_has() {
    for fault in [
        "wrong-pin-stored@Berlin",
        "task-fails@Berlin",
        "task-fails@Paris",
    ] {
        is_recorded_as_it_is(fault).await;
    }
}

async fn is_recorded_as_it_is(fault: &str) {
    let stage = Stage::with_faults(&[fault]).await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    let mut readings = 0;
    for record in &ended.records {
        let Event::PeerRecorded(reading) = &record.event else {
            continue;
        };
        if reading.moment == Moment::Before {
            continue;
        }
        readings += 1;
        let holds = stage.lab.pin(&reading.peer, OWN);
        let told = reading.pinned_at_peer.clone();
        assert_eq!(told, holds.map(|pin| pin.to_string()), "{fault}");
        let at_peer = match holds.unwrap() {
            holds if holds == stage.presented() => Verdict::Same,
            holds if holds == stage.old() => Verdict::Old,
            _ => Verdict::Different,
        };
        assert_eq!(reading.at_peer, at_peer, "{fault}: {}", reading.peer);
        let is_in_order = stage.trusts_both_ways(&reading.peer).await;
        let both_same = [reading.at_peer, reading.at_local] == [Verdict::Same; 2];
        assert_eq!(both_same, is_in_order, "{fault}: {}", reading.peer);
        let pinned = stage.lab.pin(OWN, &reading.peer).map(|pin| pin.to_string());
        assert_eq!(reading.pinned_at_local, pinned);
    }
    assert_eq!(readings, stage.peers().len());
    assert_eq!(
        stage.step(&ended.run, StepId::VerifySite).status,
        StepStatus::Attention
    );
}
