//! The site's other services: how they know each other, and what a replaced certificate breaks
//! (`docs/vcda-api.md` §3.6, §5).

use practice_lab::{Door, Version};
use serde_json::{Value, json};

use crate::support::{Curl, Stage, lab_with, local_user, seen_by_openssl, until};

/// Signed in as root at any door.
async fn at(door: &Door, password: &str) -> Curl {
    let mut curl = Curl::to(&door.address);
    let answer = curl.log_in(&local_user(password)).await;
    curl.token = answer.header("X-VCAV-Auth").map(str::to_owned);
    curl
}

/// The result of a health task.
async fn health(curl: &Curl, method: &str) -> Value {
    let task = curl.send(method, "/diagnostics/health", &[], b"").await;
    let path = format!("/tasks/{}", task.json()["id"].as_str().unwrap());
    until(async || {
        let task = curl.get(&path).await.json();
        (task["state"] == "SUCCEEDED").then(|| task["result"].clone())
    })
    .await
}

async fn post(curl: &Curl, path: &str, body: &Value) -> crate::support::Answer {
    let body = body.to_string();
    curl.send("POST", path, &[], body.as_bytes()).await
}

/// Regenerates a service's certificate at its own door, and waits for the restart.
async fn regenerated(stage: &Stage, door: &Door, password: &str) -> String {
    let restarts = stage.lab.restarts().len();
    let curl = at(door, password).await;
    let answer = curl.send("PUT", "/config/certificate", &[], b"").await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    until(async || (stage.lab.restarts().len() > restarts).then_some(())).await;
    seen_by_openssl(&door.address).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn health_lists_the_tunnels_since_4_6_and_tells_one_error_before() {
    for (version, method) in [
        (Version::V4_5, "GET"),
        (Version::V4_6, "GET"),
        (Version::V4_7, "POST"),
    ] {
        let stage = lab_with(|scenario| scenario.version = version).await;
        let site = stage.site(0);
        let curl = Curl::signed_in(&site).await;
        let told = health(&curl, method).await;
        if version == Version::V4_5 {
            assert_eq!(told.get("tunnelError"), Some(&Value::Null));
            assert_eq!(told.get("tunnelConnectivity"), None);
        } else {
            let row = &told["tunnelConnectivity"][0];
            let url = format!("https://{}", site.tunnel_service.address);
            assert_eq!(row["tunnelService"]["url"], url, "{version}");
            assert_eq!(row["error"], Value::Null, "{version}");
            assert_eq!(told.get("tunnelError"), None, "{version}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_tasks_in_pages_by_operation_and_state() {
    let stage = lab_with(|_| {}).await;
    let curl = Curl::signed_in(&stage.site(0)).await;
    for operation in ["operationID: one", "operationID: two", "operationID: two"] {
        let headers = [operation];
        let asked = curl.send("POST", "/diagnostics/health", &headers, b"");
        assert_eq!(asked.await.status, 202);
    }
    let list = async |query: &str| {
        let told = curl.get(&format!("/tasks?{query}")).await.json();
        let listed = told["items"].as_array().unwrap().len();
        (listed, told["total"].as_u64().unwrap())
    };
    assert_eq!(list("").await, (3, 3));
    assert_eq!(list("operationID=two&offset=0&limit=100").await, (2, 2));
    assert_eq!(list("offset=2&limit=2").await, (1, 3));
    assert_eq!(list("limit=1").await, (1, 3));
    assert_eq!(list("state=FAILED").await, (0, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_replaced_tunnel_certificate_is_an_error_until_the_cloud_service_gets_it() {
    let stage = lab_with(|_| {}).await;
    let site = stage.site(0);
    let curl = Curl::signed_in(&site).await;
    let new = regenerated(&stage, &site.tunnel_service, &site.password).await;
    assert_ne!(new, site.tunnel_service.thumbprint);
    let told = health(&curl, "POST").await;
    let error = &told["tunnelConnectivity"][0]["error"];
    assert_eq!(error["code"], "CertificateMismatch", "{told}");

    let tunnel = curl.get("/config/tunnels").await.json()[0].clone();
    let path = format!("/config/tunnels/{}", tunnel["id"].as_str().unwrap());
    let seen = at(&site.tunnel_service, &site.password)
        .await
        .get("/config/certificate")
        .await
        .json();
    let body = |certificate: &Value, password: &str| {
        json!({ "url": tunnel["url"], "rootPassword": password, "certificate": certificate })
            .to_string()
    };
    for wrong in [
        body(&tunnel["certificate"], &site.password),
        body(&seen["encoded"], "wrong"),
    ] {
        assert_eq!(
            curl.send("PUT", &path, &[], wrong.as_bytes()).await.status,
            400
        );
    }
    let right = body(&seen["encoded"], &site.password);
    let repaired = curl.send("PUT", &path, &[], right.as_bytes()).await;
    assert_eq!(repaired.status, 200, "{}", repaired.body);
    let told = health(&curl, "POST").await;
    assert_eq!(told["tunnelConnectivity"][0]["error"], Value::Null);
    assert_eq!(repaired.json()["certificate"], seen["encoded"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_replicator_is_offline_after_a_replacement_until_it_is_repaired() {
    for replaced in ["REPLICATOR", "MANAGER"] {
        let stage = lab_with(|_| {}).await;
        let site = stage.site(0);
        let door = if replaced == "MANAGER" {
            &site.manager
        } else {
            &site.replicator
        };
        regenerated(&stage, door, &site.password).await;
        let curl = Curl::signed_in(&site).await;
        let told = health(&curl, "POST").await["managerHealth"].clone();
        assert_eq!(told["onlineReplicators"], json!([]), "{replaced}");
        let row = told["offlineReplicators"][0].clone();

        let manager = at(&site.manager, &site.password).await;
        let path = format!("/replicators/{}/reset-cookie", row["id"].as_str().unwrap());
        let seen = seen_by_openssl(&site.replicator.address).await;
        let body = json!({ "description": "", "details": {
            "apiUrl": row["apiUrl"], "apiThumbprint": seen, "rootPassword": site.password,
            "ssoUser": site.sso.user, "ssoPassword": site.sso.password,
        }});
        assert_eq!(
            post(&curl, &path, &body).await.status,
            404,
            "only the Manager"
        );
        let repaired = post(&manager, &path, &body).await;
        assert_eq!(repaired.status, 200, "{}", repaired.body);
        assert_eq!(repaired.json()["certThumbprint"], json!(seen));
        let told = health(&curl, "POST").await["managerHealth"].clone();
        assert_eq!(told["offlineReplicators"], json!([]), "{replaced}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_replicator_is_paired_once_only() {
    let stage = lab_with(|_| {}).await;
    let site = stage.site(0);
    let manager = at(&site.manager, &site.password).await;
    let url = format!("https://{}", site.replicator.address);
    let answer = post(
        &manager,
        "/replicators",
        &json!({ "details": { "apiUrl": url } }),
    )
    .await;
    assert_eq!(answer.status, 400);
    let msg = "The replicator is already paired to the manager.";
    assert_eq!(answer.json()["msg"], msg);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reboot_starts_the_services_and_the_machine_anew() {
    let stage = lab_with(|_| {}).await;
    let site = stage.site(0);
    let before = health(&Curl::signed_in(&site).await, "POST").await;
    for (path, reboots) in [("/os/reboot-services", false), ("/os/reboot", true)] {
        let restarts = stage.lab.restarts().len();
        let curl = Curl::signed_in(&site).await;
        assert_eq!(curl.send("POST", path, &[], b"").await.status, 204);
        until(async || (stage.lab.restarts().len() > restarts).then_some(())).await;
        let after = health(&Curl::signed_in(&site).await, "POST").await;
        assert_ne!(after["runtimeId"], before["runtimeId"], "{path}");
        let has_rebooted = after["applianceBootTimestamp"] != before["applianceBootTimestamp"];
        assert_eq!(has_rebooted, reboots, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn shows_the_configuration_that_was_set_and_no_password_of_it() {
    let stage = lab_with(|_| {}).await;
    let site = stage.site(0);
    let curl = Curl::signed_in(&site).await;
    let vcloud = json!({ "vcdUrl": "https://director.example/api", "vcdUsername": "operator@system",
        "vcdPassword": "secret", "vcdThumbprint": null });
    assert_eq!(post(&curl, "/config/vcloud", &vcloud).await.status, 200);
    let lookup =
        json!({ "url": "https://vcenter.example/lookupservice/sdk", "thumbprint": "SHA-256:AA" });
    let set = post(&curl, "/config/lookup-service", &lookup).await.json();
    assert_eq!(set["lsUrl"], lookup["url"]);
    let told = curl.get("/config").await.json();
    assert_eq!(told["vcdUrl"], vcloud["vcdUrl"]);
    assert_eq!(
        (&told["lsUrl"], &told["lsThumbprint"]),
        (&lookup["url"], &lookup["thumbprint"])
    );
    assert_eq!(told.get("vcdPassword"), None);
    assert!(told["tunnelCertificate"].is_string());
    let manager = at(&site.manager, &site.password).await;
    assert_eq!(
        post(&manager, "/config/lookup-service", &lookup)
            .await
            .status,
        400
    );
    let mut complete = lookup.clone();
    complete["ssoAdminCredentials"] =
        json!({ "ssoUser": site.sso.user, "ssoPassword": site.sso.password });
    assert_eq!(
        post(&manager, "/config/lookup-service", &complete)
            .await
            .status,
        200
    );
}
