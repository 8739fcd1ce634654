//! Root passwords: they expire, they are changed, and each machine has its own (`docs/vcda-api.md` §1.7).

use serde_json::{Value, json};

use crate::support::{Answer, Curl, lab_with, local_user};

const DAY: i64 = 24 * 3600;
const NEW: &str = "New-Pass-2027";

async fn expiry(curl: &Curl) -> (bool, i64) {
    let told = curl.get("/config/root-password-expired").await.json();
    let left = told["secondsUntilExpiration"].as_i64().unwrap();
    (told["rootPasswordExpired"].as_bool().unwrap(), left)
}

async fn change(curl: &Curl, path: &str, current: &str) -> Answer {
    let secret = format!("Config-Secret: {current}");
    let body = json!({ "rootPassword": NEW }).to_string();
    curl.send("POST", path, &[&*secret], body.as_bytes()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_root_password_runs_out_on_its_day_and_a_new_one_lasts() {
    let stage = lab_with(|scenario| scenario.password_days = 12).await;
    let site = stage.site(0);
    let curl = Curl::signed_in(&site).await;
    let (has_expired, left) = expiry(&curl).await;
    assert!(
        !has_expired && (11 * DAY..=12 * DAY).contains(&left),
        "{left}"
    );
    let wrong = change(&curl, "/config/root-password", "wrong").await;
    assert_eq!(wrong.status, 400);
    assert!(expiry(&curl).await.1 <= left);
    let changed = change(&curl, "/config/root-password", &site.password).await;
    assert_eq!(changed.status, 204);
    assert!(expiry(&curl).await.1 > 100 * DAY);
    let again = Curl::to(&site.cloud.address);
    assert_eq!(again.log_in(&local_user(&site.password)).await.status, 401);
    assert_eq!(again.log_in(&local_user(NEW)).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_one_still_signs_in_and_is_renewed_by_changing_it() {
    for faults in [vec![], vec!["password-expired@Paris".parse().unwrap()]] {
        let days = if faults.is_empty() { 0 } else { 200 };
        let stage = lab_with(|scenario| {
            scenario.password_days = days;
            scenario.faults = faults;
        })
        .await;
        let site = stage.site(0);
        let curl = Curl::signed_in(&site).await;
        assert_eq!(expiry(&curl).await, (true, 0), "{days}");
        let older = curl.get("/appliance/root-password-expired").await.json();
        assert_eq!(older["rootPasswordExpired"], Value::Bool(true));
        change(&curl, "/config/root-password", &site.password).await;
        assert!(!expiry(&curl).await.0, "{days}");
        assert_eq!(stage.lab.faults(), []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_that_is_switched_off_leaves_a_password_that_lasts() {
    let stage = lab_with(|_| {}).await;
    let curl = Curl::signed_in(&stage.site(0)).await;
    stage
        .lab
        .inject("password-expired@Paris".parse().unwrap())
        .await
        .unwrap();
    assert!(expiry(&curl).await.0);
    stage.lab.clear_all();
    assert!(!expiry(&curl).await.0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tunnel_and_the_replicator_have_passwords_of_their_own() {
    let stage = lab_with(|_| {}).await;
    let site = stage.site(0);
    let cloud = Curl::signed_in(&site).await;
    for (path, door) in [
        ("/config/tunnels/root-password", &site.tunnel_service),
        ("/config/replicators/root-password", &site.replicator),
    ] {
        assert_eq!(change(&cloud, path, &site.password).await.status, 204);
        let there = Curl::to(&door.address);
        assert_eq!(there.log_in(&local_user(&site.password)).await.status, 401);
        assert_eq!(there.log_in(&local_user(NEW)).await.status, 200);
    }
    let here = Curl::to(&site.cloud.address);
    assert_eq!(here.log_in(&local_user(&site.password)).await.status, 200);
}
