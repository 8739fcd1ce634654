//! `repair_at_peer_sites`: every peer takes the thumbprint that was verified here; one that fails
//! does not stop the others, and only it is tried again.

use appliance::{Credential, Limits};
use ground::Surroundings;
use practice_lab::Fault;
use rotation::event::{Action, Side};
use rotation::{Event, Outcome, prepare};
use secrecy::SecretString;
use support::in_english::InEnglish as _;
use support::stage::{OWN, Stage};

#[tokio::test(flavor = "multi_thread")]
async fn hands_over_the_thumbprint_that_the_own_site_presents() {
    let stage = Stage::open().await;
    let ended = stage.run(stage.request(Action::Regenerate)).await.unwrap();
    let presented = stage.presented().to_string();
    let handed = ended.picked(|event| {
        let Event::RepairIntended {
            side: Side::AtPeer,
            thumbprint,
            ..
        } = event
        else {
            return None;
        };
        Some(thumbprint.clone())
    });
    assert_eq!(handed, vec![presented; stage.peers().len()]);
    stage.assert_everybody_trusts_everybody().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn repairs_each_pairing_once_on_each_side() {
    let stage = Stage::open().await;
    stage.run(stage.request(Action::Import)).await.unwrap();
    let mut expected = Vec::new();
    for peer in stage.peers() {
        expected.push((peer.name.clone(), OWN.to_owned()));
        expected.push((OWN.to_owned(), peer.name.clone()));
    }
    let mut repairs = stage.repairs();
    expected.sort();
    repairs.sort();
    assert_eq!(repairs, expected);
}

/// Vendor support finds a repair in the appliances' own logs by these two ids.
#[tokio::test(flavor = "multi_thread")]
async fn the_operation_of_each_task_in_the_record_is_the_one_that_reached_the_site() {
    let stage = Stage::open().await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    let mut recorded = ended.picked(|event| {
        let Event::RepairTask {
            peer,
            side,
            operation,
            task,
        } = event
        else {
            return None;
        };
        let at = match side {
            Side::AtPeer => peer.clone(),
            Side::AtLocal => OWN.to_owned(),
        };
        Some((at, operation.clone(), task.clone()))
    });
    let calls = stage.changing_calls().into_iter();
    let repairs = calls.filter(|call| call.path.starts_with("/sites/"));
    let mut sent: Vec<_> = repairs
        .map(|call| (call.site, call.operation.unwrap()))
        .collect();
    for (site, operation, task) in &recorded {
        let polled = format!("/tasks/{task}");
        let mut calls = stage.lab.requests().into_iter();
        assert!(
            calls.any(|call| call.site == *site && call.path == polled),
            "{operation}: {task} is no task of {site}"
        );
    }
    let mut recorded: Vec<_> = recorded
        .drain(..)
        .map(|(at, operation, _)| (at, operation))
        .collect();
    recorded.sort();
    sent.sort();
    assert_eq!(recorded.len(), 2 * stage.peers().len());
    assert_eq!(recorded, sent);
}

#[tokio::test(flavor = "multi_thread")]
async fn leaves_addresses_and_descriptions_as_they_were() {
    let stage = Stage::open().await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    let after = stage.lab.description().sites;
    for (before, after) in stage.before.sites.iter().zip(&after) {
        for (old, new) in before.peers.iter().zip(&after.peers) {
            assert_eq!((&old.name, &old.address), (&new.name, &new.address));
        }
    }
    let session = signed_in_at(&stage, OWN).await;
    let rows = session.sites().await.unwrap();
    for record in &ended.records {
        let Event::PeerRecorded(reading) = &record.event else {
            continue;
        };
        let row = rows.iter().find(|row| row.site == reading.peer).unwrap();
        assert_eq!(row.description, reading.description);
    }
}

async fn signed_in_at(stage: &Stage, site: &str) -> std::sync::Arc<appliance::Session> {
    let described = stage
        .lab
        .description()
        .sites
        .into_iter()
        .find(|at| at.name == site)
        .unwrap();
    let access = support::stage::access(&described);
    access.sign_in(Limits::usual()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn stops_a_peer_that_sees_another_certificate_and_says_who_sees_what() {
    let stage = Stage::open().await;
    let request = stage.request(Action::Import);
    let plan = prepare(&request, &Surroundings::of_this_machine())
        .await
        .unwrap();
    // Somebody steps in between after every site was found ready.
    stage.strike(Fault::Interception, "Berlin").await;
    let run = stage.engine().start(request, plan).await.unwrap();
    assert_eq!(run.finished().await, Outcome::Attention);
    let problem = stage.peer(run.id(), "Berlin").problem.unwrap();
    assert!(problem.code.ends_with("sees_other"), "{problem:?}");
    assert!(
        problem
            .what()
            .contains("Berlin sees the certificate SHA-256:"),
        "{}",
        problem.what()
    );
    assert!(stage.repairs().iter().all(|(at, _)| at != "Berlin"));
    stage.assert_trusted_by(&["Madrid", "Oslo"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn goes_on_over_connections_that_break_and_sessions_that_end() {
    let stage = Stage::open().await;
    let request = stage.request(Action::Import);
    let plan = prepare(&request, &Surroundings::of_this_machine())
        .await
        .unwrap();
    for fault in [
        "connection-reset@Berlin*2",
        "connection-reset@Oslo*2",
        "session-expires@Madrid*1",
    ] {
        stage.lab.inject(fault.parse().unwrap()).await.unwrap();
    }
    let run = stage.engine().start(request, plan).await.unwrap();
    assert_eq!(run.finished().await, Outcome::Done);
    stage.assert_everybody_trusts_everybody().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn tries_only_the_failed_peer_again() {
    let stage = Stage::with_faults(&["task-fails@Berlin"]).await;
    let request = stage.request(Action::Import);
    let plan = prepare(&request, &Surroundings::of_this_machine())
        .await
        .unwrap();
    let run = stage.engine().start(request, plan).await.unwrap();
    assert_eq!(run.finished().await, Outcome::Attention);
    stage.assert_trusted_by(&["Madrid", "Oslo"]).await;
    stage.lab.clear(Fault::TaskFails, "Berlin");
    let before = stage.repairs().len();
    run.retry_failed(Vec::new()).await.unwrap();
    assert_eq!(run.finished().await, Outcome::Done);
    let again: Vec<_> = stage.repairs().into_iter().skip(before).collect();
    let expected = [("Berlin", OWN), (OWN, "Berlin")];
    assert_eq!(
        again,
        expected.map(|(at, of)| (at.to_owned(), of.to_owned()))
    );
    stage.assert_replaced_exactly_once();
    stage.assert_everybody_trusts_everybody().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_peer_that_failed_is_repaired_by_the_next_start_too() {
    let stage = Stage::with_faults(&["task-fails@Berlin"]).await;
    let ended = stage.run(stage.request(Action::Import)).await.unwrap();
    assert_eq!(ended.outcome, Some(Outcome::Attention));
    stage.lab.clear_all();
    let resumed = stage
        .resume(&ended.run, stage.again(Action::Import))
        .await
        .unwrap();
    assert_eq!(
        resumed.outcome,
        Some(Outcome::Done),
        "{:?}",
        resumed.problem()
    );
    stage.assert_replaced_exactly_once();
    stage.assert_everybody_trusts_everybody().await;
}

/// The place of Berlin among the peers.
fn berlin(stage: &Stage) -> usize {
    let mut peers = stage.peers().iter();
    peers.position(|peer| peer.name == "Berlin").unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_peer_whose_password_came_later_is_repaired_when_the_run_goes_on() {
    let stage = Stage::open().await;
    let mut request = stage.request(Action::Import);
    let late = request.peers.remove(berlin(&stage));
    let plan = prepare(&request, &Surroundings::of_this_machine())
        .await
        .unwrap();
    let run = stage.engine().start(request, plan).await.unwrap();
    assert_eq!(run.finished().await, Outcome::Attention);
    let problem = stage.peer(run.id(), "Berlin").problem.unwrap();
    assert_eq!(problem.code, "peer.no_access");
    stage.assert_trusted_by(&["Madrid", "Oslo"]).await;
    run.resume(vec![late]).await.unwrap();
    assert_eq!(run.finished().await, Outcome::Done);
    stage.assert_replaced_exactly_once();
    stage.assert_everybody_trusts_everybody().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_peer_whose_password_came_later_is_repaired_by_the_next_start_too() {
    let stage = Stage::open().await;
    let mut request = stage.request(Action::Import);
    request.peers.remove(berlin(&stage));
    let ended = stage.run(request).await.unwrap();
    assert_eq!(ended.outcome, Some(Outcome::Attention));
    let again = stage.again(Action::Import);
    let resumed = stage.resume(&ended.run, again).await.unwrap();
    assert_eq!(
        resumed.outcome,
        Some(Outcome::Done),
        "{:?}",
        resumed.problem()
    );
    stage.assert_replaced_exactly_once();
    stage.assert_everybody_trusts_everybody().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_that_was_mended_is_used_when_the_peer_is_tried_again() {
    let stage = Stage::open().await;
    let mut request = stage.request(Action::Import);
    let right = request.peers[berlin(&stage)].clone();
    request.peers[berlin(&stage)].credential = Credential::Appliance {
        password: SecretString::from("a wrong one"),
    };
    let plan = prepare(&request, &Surroundings::of_this_machine())
        .await
        .unwrap();
    let run = stage.engine().start(request, plan).await.unwrap();
    assert_eq!(run.finished().await, Outcome::Attention);
    run.retry_failed(vec![right]).await.unwrap();
    assert_eq!(run.finished().await, Outcome::Done);
    stage.assert_everybody_trusts_everybody().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn hands_back_every_description_as_it_was_also_after_an_interruption() {
    let odd: [Option<serde_json::Value>; 6] = [
        None,
        Some(serde_json::Value::Null),
        Some("".into()),
        Some("two\r\nlines\tand a tab".into()),
        Some("\u{202E}turned\u{200B} \u{FEFF}ä \u{1F600} \"quoted\" \u{7f}".into()),
        Some("x".repeat(5_000).into()),
    ];
    for is_cut in [false, true] {
        let stage = Stage::of(|scenario| scenario.peers = odd.len()).await;
        let peers: Vec<String> = stage.peers().iter().map(|it| it.name.clone()).collect();
        for (peer, description) in peers.iter().zip(&odd) {
            stage.lab.describe(peer, OWN, description.clone());
            stage.lab.describe(OWN, peer, description.clone());
        }
        let cut = move |record: &rotation::Record| {
            is_cut
                && matches!(
                    record.event,
                    Event::NewCertificateKnown { .. } | Event::ReplacementAccepted { .. }
                )
        };
        let mut ended = stage
            .run_until(stage.request(Action::Import), cut)
            .await
            .unwrap();
        if is_cut {
            ended = stage
                .resume(&ended.run, stage.again(Action::Import))
                .await
                .unwrap();
        }
        assert_eq!(ended.outcome, Some(Outcome::Done), "{:?}", ended.problem());
        assert_eq!(stage.repairs().len(), 2 * odd.len());
        for (peer, description) in peers.iter().zip(&odd) {
            assert_eq!(
                stage.lab.stored_description(peer, OWN),
                *description,
                "at {peer}"
            );
            assert_eq!(
                stage.lab.stored_description(OWN, peer),
                *description,
                "of {peer}"
            );
        }
    }
}
