//! Reading, importing and regenerating a certificate, with curl (`docs/vcda-api.md` §2).

use practice_lab::Service;

use crate::support::{Curl, Stage, lab_with, seen_by_openssl, seen_in, until};

/// Imports the practice authority's bundle with this password in the header `Secret`.
pub(crate) async fn import(stage: &Stage, curl: &Curl, password: &str) -> crate::support::Answer {
    let bundle = std::fs::read(stage.lab.description().authority.bundle).unwrap();
    let secret = format!("Secret: {password}");
    let headers = [&*secret, "operationID: test-1"];
    curl.send("POST", "/config/certificate", &headers, &bundle)
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn tells_the_certificate_that_openssl_sees() {
    let stage = lab_with(|_| {}).await;
    let site = stage.site(0);
    let told = Curl::signed_in(&site)
        .await
        .get("/config/certificate")
        .await
        .json();
    let seen = seen_by_openssl(&site.cloud.address).await;
    assert_eq!(told["certificate"]["thumbPrint"].as_str(), seen.as_deref());
    assert_eq!(seen, Some(site.cloud.thumbprint));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_service_has_a_certificate_of_its_own() {
    let stage = lab_with(|_| {}).await;
    let site = stage.site(0);
    let doors = [
        &site.cloud,
        &site.manager,
        &site.tunnel_service,
        &site.replicator,
    ];
    let mut seen = Vec::new();
    for door in doors {
        let thumbprint = seen_by_openssl(&door.address).await.unwrap();
        assert_eq!(thumbprint, door.thumbprint);
        seen.push(thumbprint);
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), doors.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn curl_imports_a_bundle_and_the_old_keystore_stays_beside_the_new_one() {
    let stage = lab_with(|_| {}).await;
    let site = stage.site(0);
    let config = site.state.join("cloud").join("config");
    let before = std::fs::read(config.join("keystore.p12")).unwrap();
    let curl = Curl::signed_in(&site).await;
    let authority = stage.lab.description().authority;
    let answer = import(&stage, &curl, &authority.bundle_password).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(
        answer.json()["certificate"]["thumbPrint"],
        authority.bundle_thumbprint
    );
    let kept = std::fs::read(config.join("keystore.p12.bak")).unwrap();
    assert_eq!(kept, before, "the backup is the old keystore");
    until(async || {
        let seen = seen_by_openssl(&site.cloud.address).await;
        (seen.as_deref() == Some(&*authority.bundle_thumbprint)).then_some(())
    })
    .await;
    assert_eq!(stage.lab.replacements(&site.name), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn refuses_a_bundle_whose_password_is_wrong_or_missing_and_changes_nothing() {
    let stage = lab_with(|_| {}).await;
    let site = stage.site(0);
    let curl = Curl::signed_in(&site).await;
    let wrong = import(&stage, &curl, "wrong").await;
    assert_eq!(wrong.status, 400);
    let bundle = std::fs::read(stage.lab.description().authority.bundle).unwrap();
    let none = curl.send("POST", "/config/certificate", &[], &bundle).await;
    assert_eq!(none.status, 400);
    assert_eq!(stage.lab.replacements(&site.name), 0);
    assert_eq!(
        seen_by_openssl(&site.cloud.address).await,
        Some(site.cloud.thumbprint)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_regenerate_tells_the_new_certificate_before_the_restart_and_presents_it_afterwards() {
    let stage = lab_with(|_| {}).await;
    let site = stage.site(0);
    let curl = Curl::signed_in(&site).await;
    let answer = curl.send("PUT", "/config/certificate", &[], b"").await;
    let told = answer.json()["certificate"]["thumbPrint"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_ne!(told, site.cloud.thumbprint);
    until(async || {
        let seen = seen_by_openssl(&site.cloud.address).await;
        (seen.as_deref() == Some(&*told)).then_some(())
    })
    .await;
    let truth = stage.lab.thumbprint(&site.name, Service::Cloud).unwrap();
    assert_eq!(truth.to_string(), told);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_sees_another_through_the_tunnel_as_openssl_does() {
    let stage = lab_with(|_| {}).await;
    let (own, peer) = (stage.site(0), stage.site(1));
    let curl = Curl::signed_in(&own).await;
    let target = format!("https%3A%2F%2F{}", peer.tunnel.address.replace(':', "%3A"));
    let path = format!("/config/remote-certificate?url={target}&viaTunnel=true");
    let told = curl.get(&path).await.json();
    let seen = seen_by_openssl(&peer.tunnel.address).await;
    assert_eq!(told["certificate"]["thumbPrint"].as_str(), seen.as_deref());
    assert_eq!(
        seen,
        Some(peer.cloud.thumbprint),
        "the tunnel passes on to the Cloud Service"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn every_door_speaks_tls_1_2_and_1_3() {
    let stage = lab_with(|_| {}).await;
    let site = stage.site(0);
    let doors = [
        &site.cloud,
        &site.manager,
        &site.tunnel,
        &site.tunnel_service,
        &site.replicator,
    ];
    for door in doors {
        for version in ["-tls1_2", "-tls1_3"] {
            let seen = seen_in(&door.address, &[version]).await;
            assert_eq!(seen.as_deref(), Some(&*door.thumbprint), "{version}");
        }
        assert_eq!(seen_in(&door.address, &["-tls1_1"]).await, None);
    }
}
