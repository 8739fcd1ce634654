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
        let refused = curl.get("/sites").await;
        assert_eq!(refused.status, 406);
        assert!(refused.json()["msg"].is_string());
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
        let refused = curl.send(wrong, "/diagnostics/health", &[], b"").await;
        assert_eq!(refused.status, 405);
        assert!(refused.json()["msg"].is_string());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn lets_administrators_in_from_the_networks_that_are_named() {
    let stage = lab_with(|_| {}).await;
    let site = stage.site(0);
    let inside = Curl::signed_in(&site).await;
    let outside = Curl::to(&site.tunnel.address);
    for (networks, status) in [
        ("0.0.0.0/0,::0/0", 200),
        ("10.0.0.0/8", 401),
        ("10.0.0.0/8, 127.0.0.0/8", 200),
        ("::0/0", 401),
        ("", 401),
    ] {
        let body = json!({ "adminAllowFrom": networks }).to_string();
        let path = "/config/admin-allow-from";
        let set = inside.send("POST", path, &[], body.as_bytes()).await;
        assert_eq!(set.status, 200, "{networks:?}");
        assert_eq!(inside.get(path).await.json()["adminAllowFrom"], networks);
        let answer = outside.log_in(&local_user(&site.password)).await;
        assert_eq!(answer.status, status, "{networks:?}");
    }
    let body = json!({ "adminAllowFrom": "everywhere" }).to_string();
    let set = inside
        .send("POST", "/config/admin-allow-from", &[], body.as_bytes())
        .await;
    assert_eq!(set.status, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn extends_a_session_with_a_credential_that_the_remote_site_accepts() {
    let stage = lab_with(|_| {}).await;
    let (own, peer) = (stage.site(0), stage.site(1));
    let curl = Curl::signed_in(&own).await;
    let extend = async |body: &serde_json::Value| {
        let body = body.to_string();
        curl.send("POST", "/sessions/extend", &[], body.as_bytes())
            .await
    };
    let right = json!({ "type": "credentials", "site": peer.name,
        "vcdUsername": peer.director.user, "vcdPassword": peer.director.password });
    let closed = extend(&right).await;
    assert_eq!(
        closed.status, 401,
        "the peer lets no administrator in from outside"
    );
    assert_eq!(closed.json()["code"], "RemoteAuthenticationFailure");

    let open = json!({ "adminAllowFrom": "0.0.0.0/0" }).to_string();
    let at_peer = Curl::signed_in(&peer).await;
    at_peer
        .send("POST", "/config/admin-allow-from", &[], open.as_bytes())
        .await;
    let mut wrong = right.clone();
    wrong["vcdPassword"] = json!("wrong");
    assert_eq!(extend(&wrong).await.status, 401);
    let mut stranger = right.clone();
    stranger["site"] = json!("Atlantis");
    assert_eq!(extend(&stranger).await.json()["code"], "SiteNotFound");
    assert_eq!(extend(&json!({ "site": peer.name })).await.status, 400);

    let cookie = json!({ "type": "cookie", "site": peer.name, "cookie": peer.director.cookie });
    let token = json!({ "type": "vcdAccessToken", "site": peer.name,
        "vcdAccessToken": peer.director.access_token });
    for body in [right, cookie, token] {
        let path = format!("/tasks?site={}", peer.name);
        let before = curl.get(&path).await;
        assert_eq!(
            (before.status, before.header("WWW-Authenticate")),
            (401, None)
        );
        let extended = extend(&body).await;
        assert_eq!(extended.status, 200, "{}", extended.body);
        assert_eq!(extended.json()["authenticatedSites"][1]["site"], peer.name);
        assert_eq!(curl.get(&path).await.status, 200);
        let path = format!("/sessions/extend?site={}", peer.name);
        let shrunk = curl.send("DELETE", &path, &[], b"").await;
        assert_eq!(
            shrunk.json()["authenticatedSites"]
                .as_array()
                .unwrap()
                .len(),
            1
        );
    }
}
