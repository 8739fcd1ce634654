//! Who trusts whom, before and after, in each direction (`docs/vcda-api.md` §3 and §4).

use practice_lab::{Scenario, SiteDescription, Version};
use serde_json::{Value, json};

use crate::certificates::import;
use crate::support::{Curl, Stage, lab_with, until};

/// A lab whose own site has the practice authority's certificate.
async fn replaced(change: impl FnOnce(&mut Scenario)) -> Stage {
    let stage = lab_with(change).await;
    let curl = Curl::signed_in(&stage.site(0)).await;
    let password = stage.lab.description().authority.bundle_password;
    assert_eq!(import(&stage, &curl, &password).await.status, 200);
    until(async || (stage.lab.restarts().len() == 1).then_some(())).await;
    stage
}

/// Repairs `of` at `at`, handing over this thumbprint; gives the task at its end.
async fn repair(at: &SiteDescription, of: &str, thumbprint: &str) -> Value {
    let curl = Curl::signed_in(at).await;
    let rows = curl.get("/sites").await.json();
    let row = rows
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["site"] == of)
        .unwrap();
    let body = json!({
        "description": row["description"], "apiUrl": row["apiUrl"], "apiThumbprint": thumbprint,
    });
    let path = format!("/sites/{of}");
    let task = curl
        .send("PUT", &path, &[], body.to_string().as_bytes())
        .await
        .json();
    let path = format!("/tasks/{}", task["id"].as_str().unwrap());
    until(async || {
        let task = curl.get(&path).await.json();
        matches!(task["state"].as_str(), Some("SUCCEEDED" | "FAILED")).then_some(task)
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn trusts_both_ways_at_first() {
    let stage = lab_with(|scenario| scenario.peers = 3).await;
    for index in 1..=3 {
        let peer = stage.site(index).name;
        assert!(stage.lab.trusts("Paris", &peer).await);
        assert!(stage.lab.trusts(&peer, "Paris").await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_peer_trusts_a_replaced_certificate_and_both_lists_say_so() {
    let stage = replaced(|_| {}).await;
    assert!(!stage.lab.trusts("Berlin", "Paris").await);
    assert!(!stage.lab.trusts("Paris", "Berlin").await);
    for (at, of) in [(stage.site(0), "Berlin"), (stage.site(1), "Paris")] {
        let rows = Curl::signed_in(&at).await.get("/sites").await.json();
        let row = rows
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["site"] == of)
            .unwrap()
            .clone();
        let errors = [
            &row["state"]["incomingCommError"],
            &row["state"]["outgoingCommError"],
        ];
        assert!(
            errors.iter().any(|error| !error.is_null()),
            "{}: {row}",
            at.name
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn needs_a_repair_on_both_sides() {
    let stage = replaced(|_| {}).await;
    let (own, peer) = (stage.site(0), stage.site(1));
    let new = stage.lab.description().authority.bundle_thumbprint;
    assert_eq!(repair(&peer, "Paris", &new).await["state"], "SUCCEEDED");
    assert!(stage.lab.trusts("Berlin", "Paris").await);
    assert!(
        !stage.lab.is_clean("Paris", "Berlin"),
        "the own site still shows its error"
    );
    assert_eq!(
        repair(&own, "Berlin", &peer.cloud.thumbprint).await["state"],
        "SUCCEEDED"
    );
    assert!(stage.lab.trusts("Paris", "Berlin").await);
    assert!(stage.lab.is_clean("Paris", "Berlin"));
    assert!(stage.lab.is_clean("Berlin", "Paris"));
    assert_eq!(stage.lab.pair_tasks().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repair_with_a_wrong_thumbprint_succeeds_as_a_task_and_leaves_the_mismatch() {
    let stage = replaced(|_| {}).await;
    let old = stage.site(1).peers[0].thumbprint.clone().unwrap();
    let task = repair(&stage.site(1), "Paris", &old).await;
    assert_eq!(task["state"], "SUCCEEDED");
    let error = &task["result"]["state"]["outgoingCommError"];
    assert_eq!(error["code"], "CertificateMismatch", "{task}");
    assert!(!stage.lab.trusts("Berlin", "Paris").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn on_premises_sites_follow_the_rule_of_their_version() {
    let pinned = replaced(|scenario| scenario.version = Version::V4_2).await;
    for tenant in pinned.site(0).on_premises {
        assert!(
            !pinned.lab.on_premises_trusts(&tenant.name).await,
            "4.2 pins the certificate"
        );
    }
    let verified = replaced(|scenario| scenario.version = Version::V4_3).await;
    for tenant in verified.site(0).on_premises {
        let trusts = verified.lab.on_premises_trusts(&tenant.name).await;
        assert_eq!(trusts, tenant.trusts_the_practice_root, "{}", tenant.name);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_on_premises_site_trusts_a_self_signed_replacement() {
    let stage = lab_with(|_| {}).await;
    for tenant in stage.site(0).on_premises {
        assert!(stage.lab.on_premises_trusts(&tenant.name).await);
    }
    let curl = Curl::signed_in(&stage.site(0)).await;
    curl.send("PUT", "/config/certificate", &[], b"").await;
    until(async || (stage.lab.restarts().len() == 1).then_some(())).await;
    for tenant in stage.site(0).on_premises {
        assert!(!stage.lab.on_premises_trusts(&tenant.name).await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_site_tells_of_its_peers_the_version_that_they_told() {
    let stage = lab_with(|scenario| {
        scenario.versions = vec![("Berlin".to_owned(), Version::V4_5)];
        scenario.on_premises = 2;
        let tenant = "metz-foods".to_owned();
        scenario.versions.push((tenant, Version::V4_2));
    })
    .await;
    let versions = async |site: &SiteDescription, path: &str| {
        let rows = Curl::signed_in(site).await.get(path).await.json();
        let row = |row: &Value| (row["site"].clone(), row["apiVersion"].clone());
        rows.as_array().unwrap().iter().map(row).collect::<Vec<_>>()
    };
    let (paris, berlin) = (stage.site(0), stage.site(1));
    let pair = |site: &str, version: &str| (json!(site), json!(version));
    let expected = [pair("Paris", "4.7"), pair("Berlin", "4.5")];
    assert_eq!(versions(&paris, "/sites").await, expected);
    let expected = [pair("Berlin", "4.5"), pair("Paris", "4.7")];
    assert_eq!(versions(&berlin, "/sites").await, expected);
    let expected = [pair("nantes-clinic", "4.7"), pair("metz-foods", "4.2")];
    assert_eq!(versions(&paris, "/vc-sites").await, expected);
    let listed = paris.on_premises.iter().map(|tenant| &*tenant.version);
    assert_eq!(listed.collect::<Vec<_>>(), ["4.7", "4.2"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_peer_that_is_upgraded_is_told_of_after_the_next_greeting() {
    let stage = lab_with(|_| {}).await;
    let curl = Curl::signed_in(&stage.site(0)).await;
    let build = async || curl.get("/sites").await.json()[1]["buildVersion"].clone();
    let before = build().await;
    let fault = "unknown-version@Berlin".parse().unwrap();
    stage.lab.inject(fault).await.unwrap();
    assert_ne!(build().await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn forgets_an_on_premises_site_with_a_task() {
    let stage = lab_with(|_| {}).await;
    let curl = Curl::signed_in(&stage.site(0)).await;
    let forget = async || curl.send("DELETE", "/vc-sites/metz-foods", &[], b"").await;
    let task = forget().await;
    assert_eq!(
        (task.status, &task.json()["state"]),
        (202, &json!("SUCCEEDED"))
    );
    let left = curl.get("/vc-sites").await.json();
    assert_eq!(left.as_array().unwrap().len(), 1);
    assert_eq!(forget().await.status, 404);
}
