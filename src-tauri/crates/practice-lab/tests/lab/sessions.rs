//! Signing in and out, with curl (`docs/vcda-api.md` §1).

use practice_lab::Version;
use serde_json::json;

use crate::support::{Curl, lab_with, local_user};

#[tokio::test(flavor = "multi_thread")]
async fn curl_signs_in_with_every_kind_of_password_cookie_and_token() {
    let stage = lab_with(|_| {}).await;
    let site = stage.site(0);
    let curl = Curl::to(&site.cloud.address);
    let (sso, director) = (&site.sso, &site.director);
    let bodies = [
        local_user(&site.password),
        json!({ "type": "ssoCredentials", "username": sso.user, "password": sso.password }),
        json!({ "type": "vcdCredentials", "vcdUser": director.user, "vcdPassword": director.password }),
        json!({ "type": "ssoToken", "samlToken": sso.saml_token, "timestamp": 0, "nonce": "n",
                "signature": "", "principal": null }),
        json!({ "type": "vcdCookie", "vcdCookie": director.cookie }),
        json!({ "type": "vcdAccessToken", "vcdAccessToken": director.access_token,
                "context": "System" }),
    ];
    for body in bodies {
        let answer = curl.log_in(&body).await;
        assert_eq!(answer.status, 200, "{}", body["type"]);
        assert!(answer.header("X-VCAV-Auth").is_some(), "{}", body["type"]);
        assert_eq!(answer.json()["authenticatedSites"][0]["site"], site.name);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_token_stands_for_another() {
    let stage = lab_with(|_| {}).await;
    let (site, other) = (stage.site(0), stage.site(1));
    let curl = Curl::to(&site.cloud.address);
    let bodies = [
        json!({ "type": "ssoToken", "samlToken": site.director.cookie }),
        json!({ "type": "vcdCookie", "vcdCookie": site.director.access_token }),
        json!({ "type": "vcdAccessToken", "vcdAccessToken": site.sso.saml_token }),
        json!({ "type": "vcdCookie", "vcdCookie": other.director.cookie }),
        json!({ "type": "vcdCookie", "vcdCookie": "" }),
    ];
    for body in bodies {
        assert_eq!(curl.log_in(&body).await.status, 401, "{body}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tells_a_wrong_password_and_a_dead_token_apart_by_one_header_only() {
    let stage = lab_with(|_| {}).await;
    let site = stage.site(0);
    let mut curl = Curl::to(&site.cloud.address);
    let refused = curl.log_in(&local_user("wrong")).await;
    assert_eq!(
        (refused.status, refused.header("WWW-Authenticate")),
        (401, None)
    );
    assert_eq!(stage.lab.failed_logins(&site.name), 1);
    curl.token = Some("a token of nobody".to_owned());
    let dead = curl.get("/sites").await;
    assert_eq!(dead.status, 401);
    assert_eq!(
        dead.header("WWW-Authenticate"),
        Some("Authentication Token Required")
    );
    assert_eq!(dead.json()["code"], refused.json()["code"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn ends_a_session_when_it_is_told_to() {
    let stage = lab_with(|_| {}).await;
    let curl = Curl::signed_in(&stage.site(0)).await;
    assert_eq!(curl.get("/sessions").await.status, 200);
    assert_eq!(curl.send("DELETE", "/sessions", &[], b"").await.status, 204);
    assert_eq!(curl.get("/sessions").await.status, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn ends_a_session_that_idles() {
    let stage = lab_with(|scenario| scenario.idle_seconds = 0).await;
    let curl = Curl::signed_in(&stage.site(0)).await;
    assert!(curl.token.is_some());
    assert_eq!(curl.get("/sites").await.status, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_in_the_newest_media_type_of_its_version_and_in_older_ones_when_asked() {
    for version in Version::ALL {
        let stage = lab_with(|scenario| scenario.version = version).await;
        let mut curl = Curl::signed_in(&stage.site(0)).await;
        let newest = version.media_type();
        assert_eq!(
            curl.get("/sites").await.header("Content-Type"),
            Some(&*newest)
        );
        curl.accept = "application/vnd.vmware.h4-v4.2+json;charset=UTF-8".to_owned();
        let older = curl.get("/sites").await;
        assert_eq!(older.header("Content-Type"), Some(&*curl.accept));
        curl.accept = "application/vnd.vmware.h4-v9.9+json;charset=UTF-8".to_owned();
        assert_eq!(curl.get("/sites").await.status, 406);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn keeps_administrators_out_of_the_public_endpoint_until_they_are_allowed() {
    let stage = lab_with(|_| {}).await;
    let site = stage.site(0);
    let inside = Curl::signed_in(&site).await;
    let outside = Curl::to(&site.tunnel.address);
    assert_eq!(
        outside.log_in(&local_user(&site.password)).await.status,
        401
    );
    assert_eq!(
        stage.lab.failed_logins(&site.name),
        0,
        "a forbidden network is no failed attempt"
    );
    let open = json!({ "adminAllowFrom": "0.0.0.0/0" }).to_string();
    let allowed = inside
        .send("POST", "/config/admin-allow-from", &[], open.as_bytes())
        .await;
    assert_eq!(allowed.status, 200);
    assert_eq!(
        outside.log_in(&local_user(&site.password)).await.status,
        200
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn each_service_tells_which_it_is() {
    let stage = lab_with(|_| {}).await;
    let site = stage.site(0);
    let doors = [
        (&site.cloud, "CLOUD"),
        (&site.manager, "MANAGER"),
        (&site.tunnel_service, "TUNNEL"),
        (&site.replicator, "REPLICATOR"),
    ];
    let token = Curl::signed_in(&site).await.token;
    for (door, kind) in doors {
        let curl = Curl {
            token: token.clone(),
            ..Curl::to(&door.address)
        };
        assert_eq!(
            curl.get("/diagnostics/about").await.json()["serviceType"],
            kind
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn asks_for_health_with_get_before_4_7_and_with_post_from_then_on() {
    for (version, right, wrong) in [
        (Version::V4_6, "GET", "POST"),
        (Version::V4_7, "POST", "GET"),
    ] {
        let stage = lab_with(|scenario| scenario.version = version).await;
        let curl = Curl::signed_in(&stage.site(0)).await;
        let asked = curl.send(right, "/diagnostics/health", &[], b"").await;
        assert_eq!(asked.status, 202, "{version}");
        assert_eq!(
            curl.send(wrong, "/diagnostics/health", &[], b"")
                .await
                .status,
            405
        );
    }
}
