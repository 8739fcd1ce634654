//! Who trusts whom, before and after.

use serde_json::{Value, json};

use super::stage::{Ended, Stage, paris_over_ipv6, run};

async fn check(stage: &Stage, paris: &str, others: &[&str]) -> Ended {
    let mut words = stage.flags();
    words.extend(["check".to_owned(), paris.to_owned()]);
    words.extend(others.iter().map(|name| stage.named(name)));
    stage.run(&words).await
}

fn verdict(ended: &Ended, from: &str, to: &str) -> Value {
    let last = ended.last();
    let cells = last["cells"].as_array().unwrap();
    let cell = cells
        .iter()
        .find(|cell| cell["from"] == from && cell["to"] == to);
    cell.map_or(Value::Null, |cell| cell["verdict"].clone())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_cell_is_the_same_in_a_healthy_lab() {
    let stage = Stage::open().await;
    let ended = check(&stage, &stage.named("Paris"), &["Berlin", "Madrid", "Oslo"]).await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
    let last = ended.last();
    let cells = last["cells"].as_array().unwrap();
    assert_eq!(cells.len(), 6);
    assert!(cells.iter().all(|cell| cell["verdict"] == "same"), "{last}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_peer_left_out_of_a_rotation_still_has_the_old_certificate() {
    let stage = Stage::open().await;
    let bundle = stage.bundle();
    stage
        .run(&stage.rotation(&["--import", &bundle], &["Berlin", "Oslo"]))
        .await;
    let address = &stage.told.sites[0].cloud.address;
    let paris = format!("{address}={}", stage.told.authority.bundle_thumbprint);
    let ended = check(&stage, &paris, &["Berlin", "Madrid", "Oslo"]).await;
    assert_eq!(ended.code, Some(1), "{} {}", ended.stdout, ended.stderr);
    assert_eq!(
        verdict(&ended, "Madrid", "Paris"),
        "old",
        "{}",
        ended.stdout
    );
    assert_eq!(verdict(&ended, "Berlin", "Paris"), "same");
    assert_eq!(verdict(&ended, "Paris", "Madrid"), "same");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_is_known_by_what_the_last_run_proved() {
    let stage = Stage::open().await;
    let rotated = stage.run(&stage.import()).await;
    assert_eq!(rotated.code, Some(0), "{}", rotated.stdout);
    let mut words = stage.flags();
    words.push("check".to_owned());
    words.extend(
        stage
            .told
            .sites
            .iter()
            .map(|site| site.cloud.address.clone()),
    );
    let ended = stage.run(&words).await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
    assert_eq!(verdict(&ended, "Berlin", "Paris"), "same");
    assert_eq!(verdict(&ended, "Paris", "Berlin"), "same");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pairing_repaired_at_the_peer_alone_is_not_called_well() {
    let stage = Stage::open().await;
    let new = stage.told.authority.bundle_thumbprint.clone();
    let bundle = stage.bundle();
    // Nobody is repaired, and then Berlin is, by its own administrator: one half of two.
    stage
        .run(&stage.rotation(&["--import", &bundle], &[]))
        .await;
    stage.repair("Berlin", "Paris", &new).await;
    let paris = format!("{}={new}", stage.told.sites[0].cloud.address);
    let ended = check(&stage, &paris, &["Berlin"]).await;
    assert_eq!(verdict(&ended, "Berlin", "Paris"), "same");
    assert_eq!(verdict(&ended, "Paris", "Berlin"), "same");
    assert!(!stage.lab.is_clean("Paris", "Berlin"), "the lab forgot it");
    assert_eq!(ended.code, Some(1), "{} {}", ended.stdout, ended.stderr);
    let last = ended.last();
    let cells = last["cells"].as_array().unwrap();
    let between = |from: &str, to: &str| {
        let cell = cells
            .iter()
            .find(|cell| cell["from"] == from && cell["to"] == to);
        cell.unwrap()["complaint"].clone()
    };
    let complaint = between("Paris", "Berlin");
    assert!(complaint.as_str().unwrap().contains("Forbidden"), "{last}");
    assert_eq!(between("Berlin", "Paris"), Value::Null);
    let mut words = stage.flags();
    words.retain(|word| word != "--json");
    words.extend(["check".to_owned(), paris, stage.named("Berlin")]);
    let ended = stage.run(&words).await;
    assert!(ended.stdout.contains("Forbidden"), "{}", ended.stdout);
    assert!(
        ended.stdout.contains("repair the pairing at Paris"),
        "{}",
        ended.stdout
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_that_shows_another_certificate_gets_no_password() {
    let stage = Stage::open().await;
    let address = &stage.told.sites[0].cloud.address;
    let wrong = format!("{address}={}", stage.told.authority.bundle_thumbprint);
    let ended = check(&stage, &wrong, &[]).await;
    assert_eq!(ended.code, Some(2), "{}", ended.stdout);
    assert!(!ended.problem().is_empty());
    assert!(
        stage.lab.requests().is_empty(),
        "{:?}",
        stage.lab.requests()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_without_a_thumbprint_is_refused() {
    let stage = Stage::open().await;
    let ended = check(&stage, &stage.told.sites[0].cloud.address, &[]).await;
    assert_eq!(
        (ended.code, ended.problem().as_str()),
        (Some(2), "site.unverified")
    );
    assert!(stage.lab.requests().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_manager_has_no_pairings_to_tell_of() {
    let stage = Stage::open().await;
    let paris = &stage.told.sites[0];
    let address = &paris.manager.address;
    let mut words = stage.flags();
    let manager = format!("{address}={}", paris.manager.thumbprint);
    words.extend(["check".to_owned(), manager]);
    let secrets = json!({"sites": {address: {"password": paris.password}}});
    let ended = run(&words, &secrets.to_string()).await;
    assert_eq!(
        (ended.code, ended.problem().as_str()),
        (Some(2), "site.another_service")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_is_checked_over_ipv6_however_its_address_is_written() {
    let stage = Stage::open().await;
    let Some(address) = paris_over_ipv6(&stage).await else {
        return;
    };
    let pin = &stage.told.sites.first().unwrap().cloud.thumbprint;
    for written in [address.clone(), format!("https://{address}/")] {
        let mut words = stage.flags();
        words.extend(["check".to_owned(), format!("{written}={pin}")]);
        words.extend(["Berlin", "Madrid", "Oslo"].map(|name| stage.named(name)));
        let ended = stage.run_at(&address, &words).await;
        assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
        let last = ended.last();
        let cells = last["cells"].as_array().unwrap();
        assert_eq!(cells.len(), 6);
        assert!(cells.iter().all(|cell| cell["verdict"] == "same"), "{last}");
    }
}
