//! What a restart looks like from outside, phase by phase (`docs/vcda-api.md` §2.4).

use practice_lab::Pace;

use crate::certificates::import;
use crate::support::{Curl, Stage, lab_with, local_user, seen_by_openssl, until};

async fn replaced_and_waiting() -> (Stage, Curl) {
    let stage = lab_with(|scenario| scenario.pace = Pace::WhenTold).await;
    let curl = Curl::signed_in(&stage.site(0)).await;
    let password = stage.lab.description().authority.bundle_password;
    assert_eq!(import(&stage, &curl, &password).await.status, 200);
    (stage, curl)
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_the_old_certificate_then_nothing_then_the_new_one() {
    let (stage, curl) = replaced_and_waiting().await;
    let (site, authority) = (stage.site(0), stage.lab.description().authority);
    assert_eq!(
        seen_by_openssl(&site.cloud.address).await,
        Some(site.cloud.thumbprint)
    );
    assert_eq!(
        curl.get("/sessions").await.status,
        200,
        "the session outlives the answer"
    );

    stage.lab.release("still-old@Paris");
    until(async || {
        seen_by_openssl(&site.cloud.address)
            .await
            .is_none()
            .then_some(())
    })
    .await;
    assert_eq!(
        seen_by_openssl(&site.manager.address).await,
        None,
        "they share a machine"
    );
    assert!(
        seen_by_openssl(&site.tunnel_service.address)
            .await
            .is_some()
    );

    stage.lab.release("down@Paris");
    let seen = until(async || seen_by_openssl(&site.cloud.address).await).await;
    assert_eq!(seen, authority.bundle_thumbprint);
    assert_eq!(
        Curl::to(&site.cloud.address)
            .get("/docs/api-guide.html")
            .await
            .status,
        503
    );

    stage.lab.release("warm-up@Paris");
    until(async || {
        let page = Curl::to(&site.cloud.address)
            .get("/docs/api-guide.html")
            .await;
        (page.status == 200).then_some(())
    })
    .await;
    assert_eq!(stage.lab.restarts().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn ends_every_session_and_keeps_the_passwords() {
    let (stage, curl) = replaced_and_waiting().await;
    let site = stage.site(0);
    for gate in ["still-old@Paris", "down@Paris", "warm-up@Paris"] {
        stage.lab.release(gate);
    }
    until(async || (stage.lab.restarts().len() == 1).then_some(())).await;
    assert_eq!(curl.get("/sessions").await.status, 401);
    let again = Curl::to(&site.cloud.address)
        .log_in(&local_user(&site.password))
        .await;
    assert_eq!(again.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn is_another_process_afterwards() {
    let stage = lab_with(|_| {}).await;
    let site = stage.site(0);
    let before = runtime_id(&Curl::signed_in(&site).await).await;
    let curl = Curl::signed_in(&site).await;
    curl.send("PUT", "/config/certificate", &[], b"").await;
    until(async || (stage.lab.restarts().len() == 1).then_some(())).await;
    let after = runtime_id(&Curl::signed_in(&site).await).await;
    assert_ne!(before, after);
}

async fn runtime_id(curl: &Curl) -> String {
    let task = curl
        .send("POST", "/diagnostics/health", &[], b"")
        .await
        .json();
    let path = format!("/tasks/{}", task["id"].as_str().unwrap());
    until(async || {
        let task = curl.get(&path).await.json();
        task["result"]["runtimeId"].as_str().map(str::to_owned)
    })
    .await
}

/// A lab with a fault whose own site was told to replace its certificate.
async fn replaced_with(fault: &str) -> Stage {
    let stage = lab_with(|scenario| {
        scenario.pace = Pace::WhenTold;
        scenario.faults = vec![fault.parse().unwrap()];
    })
    .await;
    let curl = Curl::signed_in(&stage.site(0)).await;
    let password = stage.lab.description().authority.bundle_password;
    assert_eq!(import(&stage, &curl, &password).await.status, 200);
    stage
}

/// Opens gates and waits for what openssl sees then.
async fn sees_after(stage: &Stage, gates: &[&str], expected: Option<&str>) {
    for gate in gates {
        stage.lab.release(&format!("{gate}@Paris"));
    }
    let address = stage.site(0).cloud.address;
    until(async || {
        let seen = seen_by_openssl(&address).await;
        (seen.as_deref() == expected).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_that_flaps_shows_the_old_certificate_between_two_silences() {
    let stage = replaced_with("flapping@Paris*1").await;
    let (old, new) = (
        stage.site(0).cloud.thumbprint,
        stage.lab.description().authority.bundle_thumbprint,
    );
    sees_after(&stage, &["still-old"], None).await;
    sees_after(&stage, &["down"], Some(&old)).await;
    sees_after(&stage, &["brief"], Some(&new)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_starts_twice_shows_the_new_certificate_then_nothing_then_the_new_one() {
    let stage = replaced_with("starts-twice@Paris*1").await;
    let site = stage.site(0);
    let new = stage.lab.description().authority.bundle_thumbprint;
    sees_after(&stage, &["still-old"], None).await;
    sees_after(&stage, &["down"], Some(&new)).await;
    let curl = Curl::signed_in(&site).await;
    assert_eq!(curl.get("/docs/api-guide.html").await.status, 200);
    sees_after(&stage, &["brief"], None).await;
    sees_after(&stage, &["down"], Some(&new)).await;
    assert_eq!(
        curl.get("/sessions").await.status,
        401,
        "its sessions are gone"
    );
    assert_eq!(curl.get("/docs/api-guide.html").await.status, 503);
    stage.lab.release("warm-up@Paris");
    until(async || (stage.lab.restarts().len() == 1).then_some(())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tunnel_closes_for_its_restart_and_the_cloud_service_does_not() {
    let stage = lab_with(|scenario| scenario.pace = Pace::WhenTold).await;
    let site = stage.site(0);
    let cloud = Curl::signed_in(&site).await;
    let mut tunnel = Curl::to(&site.tunnel_service.address);
    let answer = tunnel.log_in(&local_user(&site.password)).await;
    tunnel.token = answer.header("X-VCAV-Auth").map(str::to_owned);
    let told = tunnel
        .send("PUT", "/config/certificate", &[], b"")
        .await
        .json();
    let old = seen_by_openssl(&site.tunnel_service.address).await;
    assert_eq!(old, Some(site.tunnel_service.thumbprint));

    stage.lab.release("still-old@Paris");
    for door in [&site.tunnel_service.address, &site.tunnel.address] {
        until(async || seen_by_openssl(door).await.is_none().then_some(())).await;
    }
    assert_eq!(cloud.get("/sessions").await.status, 200);
    stage.lab.release("down@Paris");
    let new = until(async || seen_by_openssl(&site.tunnel_service.address).await).await;
    assert_eq!(told["certificate"]["thumbPrint"], new);
    let behind = until(async || seen_by_openssl(&site.tunnel.address).await).await;
    assert_eq!(
        behind, site.cloud.thumbprint,
        "it passes on to the Cloud Service"
    );
    assert_eq!(tunnel.get("/sessions").await.status, 401);
    assert_eq!(cloud.get("/sessions").await.status, 200);
}
