//! Rotations in which nothing goes wrong.

use rotation::Outcome;

use crate::stage::Stage;

#[tokio::test]
async fn imports_and_repairs_every_peer_at_both_ends() {
    let stage = Stage::new().await;
    let (run, outcome) = stage.rotate(stage.import()).await;
    let view = run.watch().borrow().clone();
    assert_eq!(outcome, Outcome::Done, "{view:#?}");
    assert_eq!(
        stage.thumbprint("Paris"),
        stage.bundle_thumbprint().to_string()
    );
    assert!(stage.all_are_repaired().await);
    assert_eq!(stage.lab.replacements("Paris"), 1);
}

#[tokio::test]
async fn regenerates_and_repairs_every_peer_at_both_ends() {
    let stage = Stage::new().await;
    let before = stage.thumbprint("Paris");
    let run = stage.start(stage.regenerate()).await;
    let outcome = run.finished().await;
    let view = run.watch().borrow().clone();
    assert_eq!(outcome, Outcome::Done, "{view:#?}");
    assert_ne!(stage.thumbprint("Paris"), before);
    assert!(stage.all_are_repaired().await);
    assert_eq!(stage.lab.replacements("Paris"), 1);
}

#[tokio::test]
async fn keeps_addresses_and_descriptions_as_they_were() {
    let stage = Stage::new().await;
    let before: Vec<_> = stage
        .lab
        .description()
        .sites
        .iter()
        .map(addresses)
        .collect();
    stage.rotate(stage.import()).await;
    let after: Vec<_> = stage
        .lab
        .description()
        .sites
        .iter()
        .map(addresses)
        .collect();
    assert_eq!(before, after);
}

fn addresses(site: &practice_lab::SiteDescription) -> Vec<(String, String)> {
    let peers = site.peers.iter();
    peers
        .map(|peer| (peer.name.clone(), peer.address.clone()))
        .collect()
}

#[tokio::test]
async fn refuses_a_second_start_while_a_run_is_open() {
    let stage = Stage::with(|scenario| scenario.pace = practice_lab::Pace::WhenTold).await;
    let _run = stage.start(stage.import()).await;
    let second = stage.import();
    let plan = stage.plan(&second).await;
    let refused = match plan {
        Ok(plan) => stage
            .engine
            .start(second, plan)
            .await
            .map(drop)
            .unwrap_err(),
        Err(problem) => problem,
    };
    assert_eq!(refused.code, "journal.site_busy");
}
