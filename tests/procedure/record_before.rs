//! `record_before`: who trusted whom, in both directions, before anything was changed.

use rotation::Event;
use rotation::event::{Action, Moment, PeerReading};
use support::performance::Ended;
use support::stage::{OWN, Stage};

fn readings(ended: &Ended, moment: Moment) -> Vec<PeerReading> {
    ended.picked(|event| {
        let Event::PeerRecorded(reading) = event else {
            return None;
        };
        (reading.moment == moment).then(|| reading.clone())
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn records_what_both_sides_had_pinned() {
    let stage = Stage::open().await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    let recorded = readings(&ended, Moment::Before);
    assert_eq!(recorded.len(), stage.peers().len());
    for reading in recorded {
        let peer = stage
            .peers()
            .iter()
            .find(|peer| peer.name == reading.peer)
            .unwrap();
        assert_eq!(
            reading.pinned_at_peer,
            Some(stage.own().cloud.thumbprint.clone())
        );
        assert_eq!(reading.pinned_at_local, Some(peer.cloud.thumbprint.clone()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn is_written_before_the_first_change() {
    let stage = Stage::open().await;
    let ended = stage
        .run_until(stage.request(Action::Import), |record| {
            matches!(record.event, Event::ReplacementIntended { .. })
        })
        .await
        .unwrap();
    assert_eq!(readings(&ended, Moment::Before).len(), stage.peers().len());
    assert_eq!(stage.lab.replacements(OWN), 0);
}
