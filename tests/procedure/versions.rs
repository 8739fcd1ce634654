//! Every version of the product, at all sites and mixed.

use practice_lab::Version;
use rotation::Outcome;
use rotation::event::Action;
use support::stage::{OWN, Stage};

async fn rotates(stage: &Stage, action: Action, about: &str) {
    let ended = stage.run(stage.request(action)).await;
    let ended = ended.unwrap_or_else(|problem| panic!("{about}: {problem:?}"));
    assert_eq!(
        ended.outcome,
        Some(Outcome::Done),
        "{about}: {:?}",
        ended.problem()
    );
    stage.assert_replaced_exactly_once();
    stage.assert_everybody_trusts_everybody().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn imports_at_every_version() {
    for version in Version::ALL {
        let stage = Stage::of(|scenario| scenario.version = version).await;
        rotates(&stage, Action::Import, version.label()).await;
        assert_eq!(
            stage.presented().to_string(),
            stage.before.authority.bundle_thumbprint
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn regenerates_at_every_version() {
    for version in Version::ALL {
        let stage = Stage::of(|scenario| scenario.version = version).await;
        rotates(&stage, Action::Regenerate, version.label()).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_site_among_peers_of_every_version_and_the_other_way_round() {
    for own in [Version::V4_2, Version::V4_7] {
        let stage = Stage::of(|scenario| {
            scenario.peers = Version::ALL.len();
            let names = scenario.site_names();
            let versions = [own].into_iter().chain(Version::ALL);
            scenario.versions = names.into_iter().zip(versions).collect();
        })
        .await;
        assert_eq!(stage.own().name, OWN);
        rotates(&stage, Action::Import, own.label()).await;
    }
}
