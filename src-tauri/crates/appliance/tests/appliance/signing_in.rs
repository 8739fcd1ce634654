//! Signing in: what is sent, what is granted, and how a refusal reads.

use appliance::{ApiVersion, Credential, RequestError, SignInError};
use serde_json::json;

use crate::server::{H4_4_7, Received, Reply, Server, root, sign_in};

fn refused(_: &Received) -> Reply {
    Reply::json(
        401,
        json!({"code": "NotAuthenticated", "msg": "Authentication required."}),
    )
}

#[tokio::test]
async fn every_version_is_learned_from_the_answer_and_used_from_then_on() {
    for (version, major, minor) in [("4.2", 4, 2), ("4.3", 4, 3), ("4.7", 4, 7)] {
        let media_type = format!("application/vnd.vmware.h4-v{version}+json;charset=UTF-8");
        let told = media_type.clone();
        let server = Server::start(move |_| {
            Reply::typed(200, &told, r#"{"user":"root","isConfigured":true}"#)
                .with("X-VCAV-Auth", "t")
        })
        .await;
        let session = server.session().await;
        assert_eq!(session.version(), Some(ApiVersion { major, minor }));
        session.is_configured().await.unwrap();
        let received = server.received();
        assert_eq!(received[0].header("accept"), Some("application/json"));
        assert_eq!(received[1].header("accept"), Some(media_type.as_str()));
    }
}

#[tokio::test]
async fn plain_json_tells_no_version_and_works() {
    let server = Server::start(|_| {
        Reply::typed(200, "application/json", r#"{"isConfigured":true}"#).with("X-VCAV-Auth", "t")
    })
    .await;
    let session = server.session().await;
    assert_eq!((session.version(), session.user()), (None, "root"));
    assert!(session.is_configured().await.unwrap());
}

#[tokio::test]
async fn sso_logs_in_with_username_and_password() {
    let server = Server::start(|_| {
        Reply::json(200, json!({"user": "ADMIN@VSPHERE.LOCAL"})).with("X-VCAV-Auth", "t")
    })
    .await;
    let sso = Credential::Sso {
        username: "admin@vsphere.local".into(),
        password: "p".into(),
    };
    let session = sign_in(server.client(), &sso).await.unwrap();
    assert_eq!(session.user(), "ADMIN@VSPHERE.LOCAL");
    assert_eq!(
        server.received()[0].json(),
        json!({"type": "ssoCredentials", "username": "admin@vsphere.local", "password": "p"})
    );
}

#[tokio::test]
async fn a_wrong_password_and_a_forbidden_network_are_one_refusal_and_one_attempt() {
    let server = Server::start(refused).await;
    match &*sign_in(server.client(), &root()).await.unwrap_err() {
        SignInError::Refused { msg } => assert_eq!(msg, "Authentication required."),
        other => panic!("{other:?}"),
    }
    assert_eq!(server.lines(), ["POST /sessions"]);
}

#[tokio::test]
async fn a_refused_login_is_no_ended_session_whatever_header_comes_with_it() {
    let server = Server::start(|_| Reply::token_required()).await;
    let error = sign_in(server.client(), &root()).await.unwrap_err();
    assert!(matches!(*error, SignInError::Refused { .. }), "{error:?}");
}

#[tokio::test]
async fn a_web_server_that_is_not_the_product_is_recognised() {
    let page = "<!DOCTYPE html><html><body>It works!</body></html>";
    for status in [200, 404, 405] {
        let server = Server::start(move |_| Reply::typed(status, "text/html", page)).await;
        let error = sign_in(server.client(), &root()).await.unwrap_err();
        let is_recognised = matches!(
            *error,
            SignInError::NoToken | SignInError::Request(RequestError::NotTheProduct { .. })
        );
        assert!(is_recognised, "{status}: {error:?}");
    }
}

#[tokio::test]
async fn an_answer_without_a_token_grants_nothing() {
    for reply in [
        Reply::json(200, json!({"user": "root"})),
        Reply::json(200, json!({"user": "root"})).with("X-VCAV-Auth", ""),
    ] {
        let server = Server::start(move |_| reply.clone()).await;
        let error = sign_in(server.client(), &root()).await.unwrap_err();
        assert!(matches!(*error, SignInError::NoToken), "{error:?}");
    }
}

#[tokio::test]
async fn services_that_are_still_starting_are_told_from_a_refusal() {
    let server =
        Server::start(|_| Reply::typed(503, "text/html", "<html>Service Unavailable")).await;
    let error = sign_in(server.client(), &root()).await.unwrap_err();
    match &*error {
        SignInError::Request(error @ RequestError::NotReady { status: 503 }) => {
            assert!(error.is_retryable());
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn neither_errors_nor_sessions_print_a_secret() {
    let server =
        Server::start(|_| Reply::typed(200, H4_4_7, "{}").with("X-VCAV-Auth", "very-secret-token"))
            .await;
    let session = server.session().await;
    let error = session.sites().await.unwrap_err();
    let printed = format!("{session:?} {error:?} {error} {:?}", session.appliance());
    assert!(
        !printed.contains("very-secret-token") && !printed.contains("S3cret!pass"),
        "{printed}"
    );
}
