//! Faults as a client meets them.

use practice_lab::Scenario;
use serde_json::json;

use crate::certificates::import;
use crate::support::{Curl, Stage, lab_with, local_user, seen_by_openssl, until};

fn with(faults: &[&str]) -> impl FnOnce(&mut Scenario) {
    let faults = faults.iter().map(|fault| fault.parse().unwrap()).collect();
    move |scenario| scenario.faults = faults
}

async fn imported(stage: &Stage) -> Result<u16, String> {
    let curl = Curl::signed_in(&stage.site(0)).await;
    let bundle = std::fs::read(stage.lab.description().authority.bundle).unwrap();
    let secret = format!(
        "Secret: {}",
        stage.lab.description().authority.bundle_password
    );
    let sent = curl
        .try_send("POST", "/config/certificate", &[&*secret], &bundle)
        .await;
    sent.map(|bytes| String::from_utf8_lossy(&bytes)[9..12].parse().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_site_that_is_down_answers_at_no_door() {
    let stage = lab_with(with(&["site-down@Berlin"])).await;
    let site = stage.site(1);
    for door in [&site.cloud, &site.manager, &site.tunnel] {
        assert_eq!(seen_by_openssl(&door.address).await, None);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_replaces_all_the_same() {
    let stage = lab_with(with(&["answer-lost@Paris"])).await;
    assert!(imported(&stage).await.is_err());
    until(async || (stage.lab.restarts().len() == 1).then_some(())).await;
    assert_eq!(stage.lab.replacements("Paris"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_request_replaces_nothing() {
    let stage = lab_with(with(&["request-lost@Paris"])).await;
    assert!(imported(&stage).await.is_err());
    assert_eq!(stage.lab.replacements("Paris"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_into_something_else_presents_what_nobody_knows() {
    let stage = lab_with(with(&["restart-into-other@Paris"])).await;
    let (site, authority) = (stage.site(0), stage.lab.description().authority);
    let curl = Curl::signed_in(&site).await;
    assert_eq!(
        import(&stage, &curl, &authority.bundle_password)
            .await
            .status,
        200
    );
    until(async || (stage.lab.restarts().len() == 1).then_some(())).await;
    let seen = seen_by_openssl(&site.cloud.address).await.unwrap();
    assert!(seen != site.cloud.thumbprint && seen != authority.bundle_thumbprint);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_into_the_old_one_presents_the_old_one() {
    let stage = lab_with(with(&["restart-into-old@Paris"])).await;
    let site = stage.site(0);
    assert_eq!(imported(&stage).await, Ok(200));
    until(async || (stage.lab.restarts().len() == 1).then_some(())).await;
    assert_eq!(
        seen_by_openssl(&site.cloud.address).await,
        Some(site.cloud.thumbprint)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_import_and_a_read_only_account_change_nothing() {
    let refused = lab_with(with(&["import-refused@Paris"])).await;
    assert_eq!(imported(&refused).await, Ok(400));
    let read_only = lab_with(with(&["read-only-account@Paris"])).await;
    assert_eq!(imported(&read_only).await, Ok(403));
    assert_eq!(
        refused.lab.replacements("Paris") + read_only.lab.replacements("Paris"),
        0
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn no_backup_leaves_no_backup() {
    let stage = lab_with(with(&["no-backup@Paris"])).await;
    assert_eq!(imported(&stage).await, Ok(200));
    let backup = stage.site(0).state.join("cloud/config/keystore.p12.bak");
    assert!(!backup.exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_in_between_is_seen_by_that_site_alone() {
    let stage = lab_with(with(&["interception@Berlin"])).await;
    let (own, peer) = (stage.site(0), stage.site(1));
    let target = format!("https%3A%2F%2F{}", own.tunnel.address.replace(':', "%3A"));
    let path = format!("/config/remote-certificate?url={target}&viaTunnel=true");
    let curl = Curl::signed_in(&peer).await;
    let told = curl.get(&path).await.json();
    let seen_here = seen_by_openssl(&own.tunnel.address).await.unwrap();
    assert_ne!(told["certificate"]["thumbPrint"], seen_here);
    let past_it = curl.get(&path.replace("true", "false")).await.json();
    assert_eq!(past_it["certificate"]["thumbPrint"], seen_here);
    assert!(!stage.lab.trusts("Berlin", "Paris").await);
    stage.lab.clear_all();
    assert!(stage.lab.trusts("Berlin", "Paris").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_of_an_answer_looks_as_it_is_called() {
    let about = [
        ("server-error@Paris", Ok(500)),
        ("unavailable@Paris", Ok(503)),
        ("too-many-requests@Paris", Ok(429)),
        ("html-instead-of-json@Paris", Ok(200)),
    ];
    for (fault, expected) in about {
        let stage = lab_with(with(&[fault])).await;
        let site = stage.site(0);
        let answer = Curl::to(&site.cloud.address)
            .log_in(&local_user(&site.password))
            .await;
        assert_eq!(Ok::<u16, ()>(answer.status), expected, "{fault}");
        assert_eq!(answer.header("X-VCAV-Auth"), None, "{fault}");
    }
    let stage = lab_with(with(&["connection-reset@Paris"])).await;
    let curl = Curl::to(&stage.site(0).cloud.address);
    let body = local_user("whatever").to_string();
    assert!(
        curl.try_send("POST", "/sessions", &[], body.as_bytes())
            .await
            .is_err()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_password_a_strange_version_and_another_name_are_told() {
    let faults = [
        "password-expired@Paris",
        "unknown-version@Paris",
        "renamed@Paris",
    ];
    let stage = lab_with(with(&faults)).await;
    let curl = Curl::signed_in(&stage.site(0)).await;
    let expired = curl.get("/config/root-password-expired").await.json();
    assert_eq!(expired["rootPasswordExpired"], json!(true));
    let about = curl.get("/diagnostics/about").await.json();
    assert_eq!(about["buildVersion"], "9.9.0.1");
    assert_eq!(curl.get("/config").await.json()["localSite"], "Paris-dr");
}

#[tokio::test(flavor = "multi_thread")]
async fn refusals_of_the_server_itself_have_a_body_too() {
    let stage = lab_with(with(&["too-many-requests@Berlin"])).await;
    let busy = Curl::to(&stage.site(1).cloud.address).get("/sites").await;
    assert_eq!((busy.status, busy.header("Retry-After")), (429, Some("1")));
    assert!(busy.json()["msg"].is_string());
    let curl = Curl::signed_in(&stage.site(0)).await;
    let long = vec![b'x'; (4 << 20) + 1];
    let refused = curl.send("POST", "/config/certificate", &[], &long).await;
    assert_eq!(refused.status, 413);
    assert!(refused.json()["msg"].is_string());
}
