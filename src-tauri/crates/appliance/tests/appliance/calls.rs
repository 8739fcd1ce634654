//! Every call with answers as docs/vcda-api.md gives them: what is sent, and what is read.

use std::time::Duration;

use appliance::{NotSent, OperationId, RequestError, ServiceType, Session, TaskState};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use certificate::Thumbprint;
use serde_json::{Value, json};
use time::macros::datetime;

use crate::server::{Identity, Received, Reply, Server};

/// A session with an appliance that answers everything with this.
pub(crate) async fn answering(status: u16, body: Value) -> (Server, std::sync::Arc<Session>) {
    let server = Server::appliance(move |_| Reply::json(status, body.clone())).await;
    let session = server.session().await;
    (server, session)
}

pub(crate) fn last(server: &Server) -> Received {
    server.received().pop().unwrap()
}

pub(crate) fn pin() -> Thumbprint {
    Thumbprint::of(b"peer")
}

#[tokio::test]
async fn reads_the_certificate_of_the_service() {
    let identity = Identity::fresh();
    let told = json!({
        "certificate": {
            "thumbPrint": identity.pin().to_string(),
            "issuedTo": {"CN": "cloud.vm"},
            "expiresOn": 1_716_271_642_000_i64,
            "serial": "unknown to us"
        },
        "encoded": STANDARD.encode(&identity.shown)
    });
    let (_server, session) = answering(200, told).await;
    let certificate = session.certificate().await.unwrap();
    assert_eq!(certificate.thumbprint, identity.pin());
    assert_eq!(certificate.common_name.as_deref(), Some("cloud.vm"));
    assert_eq!(
        certificate.expires,
        Some(datetime!(2024-05-21 06:07:22 UTC))
    );
    assert_eq!(certificate.encoded.unwrap().der(), identity.shown.as_ref());
}

#[tokio::test]
async fn a_certificate_needs_nothing_but_its_thumbprint() {
    let told = json!({"certificate": {"thumbPrint": pin().to_string()}, "encoded": null});
    let (_server, session) = answering(200, told).await;
    let certificate = session.certificate().await.unwrap();
    assert_eq!((certificate.thumbprint, certificate.encoded), (pin(), None));
}

#[tokio::test]
async fn refuses_a_thumbprint_that_is_none_or_belongs_to_another_certificate() {
    let other = STANDARD.encode(&Identity::fresh().shown);
    let sha1 = "SHA-1:".to_owned() + &["AB"; 20].join(":");
    for told in [
        json!({"certificate": {"thumbPrint": pin().to_string()}, "encoded": other}),
        json!({"certificate": {"thumbPrint": sha1}}),
        json!({"certificate": {"thumbPrint": null}}),
        json!({"certificate": {}}),
    ] {
        let (_server, session) = answering(200, told.clone()).await;
        let error = session.certificate().await.unwrap_err();
        assert!(
            matches!(error, RequestError::Unreadable { .. }),
            "{told}: {error:?}"
        );
    }
}

#[tokio::test]
async fn asks_for_a_remote_certificate_with_an_encoded_url() {
    let told = json!({"certificate": {"thumbPrint": pin().to_string()}});
    let (server, session) = answering(200, told).await;
    let seen = session
        .remote_certificate("https://b.example:8048/?a=1&b=2", true)
        .await
        .unwrap();
    assert_eq!(seen.thumbprint, pin());
    assert_eq!(
        last(&server).line,
        "GET /config/remote-certificate?url=https%3A%2F%2Fb.example%3A8048%2F%3Fa%3D1%26b%3D2&viaTunnel=true"
    );
}

#[tokio::test]
async fn reads_the_list_of_sites_with_everything_that_may_be_missing() {
    let mismatch = json!({
        "code": "CertificateMismatch", "msg": "Certificate differs from the expected one.",
        "args": [], "stacktrace": "com.vmware…"
    });
    let (_server, session) = answering(
        200,
        json!([
            {"site": "paris", "isLocal": true, "apiThumbprint": null, "apiVersion": "4.7", "state": null},
            {"site": "berlin", "description": "the other one", "apiUrl": "https://b:8048",
             "apiPublicUrl": "https://b.example:8048/", "apiThumbprint": pin().to_string(), "isLocal": false,
             "apiVersion": "null", "buildVersion": "4.7.1.1",
             "state": {"incomingCommError": null, "outgoingCommError": mismatch}},
            {"site": "oslo", "apiThumbprint": "SHA-1:AB"}
        ]),
    )
    .await;
    let sites = session.sites().await.unwrap();
    assert_eq!((sites[0].is_local, sites[0].api_thumbprint), (true, None));
    let berlin = &sites[1];
    assert_eq!(berlin.api_thumbprint, Some(pin()));
    assert_eq!(
        (berlin.api_version.as_deref(), berlin.api_url.as_str()),
        (None, "https://b:8048")
    );
    assert!(
        berlin
            .outgoing_comm_error
            .as_ref()
            .unwrap()
            .is_certificate_mismatch()
    );
    assert_eq!(berlin.incoming_comm_error, None);
    assert_eq!(
        (sites[2].api_thumbprint, &*sites[2].description.shown()),
        (None, "")
    );
}

#[tokio::test]
async fn a_repair_sends_address_and_description_back_and_our_own_thumbprint() {
    let task =
        json!({"id": "t-1", "state": "QUEUED", "progress": 0, "endTime": -1, "result": null});
    for status in [200, 202] {
        let (server, session) = answering(status, task.clone()).await;
        let operation: OperationId = "reseal-7".parse().unwrap();
        let task = session
            .repair_site(
                "new york/1",
                &"east".into(),
                "https://ny:8048/",
                &pin(),
                &operation,
            )
            .await
            .unwrap();
        assert_eq!(
            (task.id.as_str(), task.state, task.ended),
            ("t-1", TaskState::Queued, None)
        );
        let sent = last(&server);
        assert_eq!(sent.line, "PUT /sites/new%20york%2F1");
        assert_eq!(sent.header("operationid"), Some("reseal-7"));
        assert_eq!(
            sent.json(),
            json!({"description": "east", "apiUrl": "https://ny:8048/", "apiThumbprint": pin().to_string()})
        );
    }
}

#[tokio::test]
async fn a_name_that_would_change_the_path_is_not_sent() {
    let (server, session) = answering(200, json!({})).await;
    for name in ["", ".", ".."] {
        let error = session.task(name).await.unwrap_err();
        assert!(
            matches!(
                error,
                RequestError::NotSent {
                    reason: NotSent::NameDoesNotFitAPath,
                    ..
                }
            ),
            "{name:?}: {error:?}"
        );
    }
    assert_eq!(server.lines(), ["POST /sessions"]);
}

#[tokio::test]
async fn reads_who_and_what_answers() {
    for (name, expected) in [
        ("CLOUD", ServiceType::Cloud),
        ("MANAGER", ServiceType::Manager),
        ("FOG", ServiceType::Other("FOG".into())),
    ] {
        let about = json!({"productName": "VCDA", "buildVersion": "4.7.1.1", "serviceType": name});
        let (_server, session) = answering(200, about).await;
        let about = session.about().await.unwrap();
        assert_eq!(
            (about.service_type, about.build_version.as_str()),
            (expected, "4.7.1.1")
        );
    }
}

#[tokio::test]
async fn reads_the_settings_of_a_site() {
    let config =
        json!({"id": "i", "localSite": "paris", "localSiteDescription": null, "isCombined": false});
    let (_server, session) = answering(200, config).await;
    let config = session.config().await.unwrap();
    assert_eq!(
        (config.local_site.as_str(), config.description.as_str()),
        ("paris", "")
    );
}

#[tokio::test]
async fn reads_the_endpoints_whether_an_address_is_null_or_empty() {
    for unset in [json!(null), json!("")] {
        let (_server, session) = answering(
            200,
            json!({"configured": {"mgmtAddress": unset}, "effective": {
                "mgmtAddress": unset, "mgmtPort": 8046, "apiAddress": "10.0.0.1", "apiPort": 8443,
                "apiPublicAddress": "paris.example", "apiPublicPort": 8048}}),
        )
        .await;
        let endpoints = session.endpoints().await.unwrap();
        assert_eq!(
            endpoints.public.address().unwrap().url(),
            "https://paris.example:8048"
        );
        assert_eq!(
            (endpoints.management.address(), endpoints.management.port),
            (None, Some(8046))
        );
    }
}

#[tokio::test]
async fn asks_for_the_password_expiry_under_the_path_of_the_version() {
    let server = Server::appliance(|request| match request.line.as_str() {
        "GET /appliance/root-password-expired" => Reply::json(
            200,
            json!({"rootPasswordExpired": true, "secondsUntilExpiration": -5}),
        ),
        _ => Reply::json(404, json!({"code": "NotFound", "msg": "no"})),
    })
    .await;
    let expiry = server.session().await.root_password_expiry().await.unwrap();
    assert_eq!((expiry.has_expired, expiry.remaining), (true, None));
    let (_server, session) = answering(
        200,
        json!({"rootPasswordExpired": false, "secondsUntilExpiration": 60}),
    )
    .await;
    let expiry = session.root_password_expiry().await.unwrap();
    assert_eq!(
        (expiry.has_expired, expiry.remaining),
        (false, Some(Duration::from_secs(60)))
    );
}

#[tokio::test]
async fn reads_on_premises_sites_and_tunnels() {
    let (_server, session) =
        answering(200, json!([{"site": "shop", "owner": "acme", "x": [1]}])).await;
    let sites = session.vc_sites().await.unwrap();
    assert_eq!(
        (sites[0].name.as_str(), sites[0].owner.as_str()),
        ("shop", "acme")
    );
    assert!(!sites[0].tells_contact, "no state is no sign of anything");
    let identity = Identity::fresh();
    let certificate = STANDARD.encode(&identity.shown);
    let (_server, session) = answering(
        200,
        json!([{"id": "1", "url": "https://t:8047", "certificate": certificate}]),
    )
    .await;
    let tunnels = session.tunnels().await.unwrap();
    assert_eq!(
        tunnels[0].certificate.as_ref().unwrap().thumbprint(),
        identity.pin()
    );
}
