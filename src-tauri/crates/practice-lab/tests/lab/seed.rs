//! What the seed decides: everything but the ports and the folder.

use ground::Surroundings;
use practice_lab::{Lab, LabDescription, Scenario, Version};
use time::macros::datetime;

use crate::support::{Stage, folder};

async fn started(seed: u64) -> (Stage, LabDescription) {
    let folder = folder();
    let mut scenario = Scenario::new(&folder);
    scenario.peers = 2;
    scenario.seed = seed;
    scenario.versions = vec![
        ("Berlin".to_owned(), Version::V4_5),
        ("metz-foods".to_owned(), Version::V4_2),
    ];
    let then = Surroundings::of_this_machine().starting_at(datetime!(2026-11-01 08:00 UTC));
    let lab = Lab::start(scenario, &then).await.unwrap();
    let description = lab.description();
    (Stage { lab, folder }, description)
}

/// The line of a lab, with a word in place of every port and of the folder.
fn masked(stage: &Stage, lab: &LabDescription) -> String {
    let mut text = serde_json::to_string_pretty(lab).unwrap();
    text = text.replace(&*stage.folder.to_string_lossy(), "FOLDER");
    for site in &lab.sites {
        for door in [
            &site.cloud,
            &site.manager,
            &site.tunnel,
            &site.tunnel_service,
            &site.replicator,
        ] {
            text = text.replace(&door.address, "ADDRESS");
        }
    }
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_seed_gives_the_same_sites() {
    let (first, one) = started(7).await;
    let (second, two) = started(7).await;
    assert_eq!(masked(&first, &one), masked(&second, &two));
}

#[tokio::test(flavor = "multi_thread")]
async fn another_seed_gives_other_keys_and_passwords() {
    let (_first, one) = started(7).await;
    let (_second, two) = started(8).await;
    for (one, two) in one.sites.iter().zip(&two.sites) {
        assert_eq!((&one.name, &one.version), (&two.name, &two.version));
        assert_ne!(one.cloud.thumbprint, two.cloud.thumbprint);
        assert_ne!(one.password, two.password);
        assert_ne!(one.keystore_password, two.keystore_password);
    }
    assert_ne!(
        one.authority.bundle_thumbprint,
        two.authority.bundle_thumbprint
    );
}
