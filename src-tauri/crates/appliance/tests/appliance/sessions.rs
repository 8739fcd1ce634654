//! The life of a session: renewal, the calls that are sent once, the end.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use appliance::{NotSent, OperationId, RequestError, SignInError};
use serde_json::json;

use crate::server::{Received, Reply, Server};

fn operation() -> OperationId {
    "reseal-1".parse().unwrap()
}

/// An appliance on which the first token is dead.
async fn forgetful() -> Server {
    Server::appliance(|request| match request.header("x-vcav-auth") {
        Some("token-1") => Reply::token_required(),
        _ => Reply::json(200, json!({"isConfigured": true})),
    })
    .await
}

fn logins(server: &Server) -> usize {
    server
        .lines()
        .iter()
        .filter(|line| *line == "POST /sessions")
        .count()
}

#[tokio::test]
async fn a_session_that_ended_is_renewed_once_and_the_call_repeated() {
    let server = forgetful().await;
    let session = server.session().await;
    assert!(session.is_configured().await.unwrap());
    assert_eq!(
        server.lines(),
        [
            "POST /sessions",
            "GET /config/is-configured",
            "POST /sessions",
            "GET /config/is-configured"
        ]
    );
}

#[tokio::test]
async fn many_calls_that_meet_the_end_at_once_log_in_once() {
    let server = forgetful().await;
    let session = server.session().await;
    let calls: Vec<_> = (0..10)
        .map(|_| {
            let session = Arc::clone(&session);
            tokio::spawn(async move { session.is_configured().await })
        })
        .collect();
    for call in calls {
        assert!(call.await.unwrap().unwrap());
    }
    assert_eq!(logins(&server), 2);
}

#[tokio::test]
async fn a_session_that_cannot_be_renewed_is_not_tried_again() {
    let server = Server::start({
        let logins = AtomicUsize::new(0);
        move |request: &Received| match request.line.as_str() {
            "POST /sessions" if logins.fetch_add(1, Ordering::SeqCst) == 0 => {
                Reply::json(200, json!({})).with("X-VCAV-Auth", "token-1")
            }
            "POST /sessions" => Reply::json(401, json!({"code": "NotAuthenticated", "msg": "no"})),
            _ => Reply::token_required(),
        }
    })
    .await;
    let session = server.session().await;
    let first = session.is_configured().await.unwrap_err();
    assert!(
        matches!(&first, RequestError::NotRenewed { source } if matches!(**source, SignInError::Refused { .. })),
        "{first:?}"
    );
    let second = session.is_configured().await.unwrap_err();
    assert!(
        matches!(&second, RequestError::NotRenewed { source } if matches!(**source, SignInError::RefusedBefore { .. })),
        "{second:?}"
    );
    assert_eq!(logins(&server), 2, "a third login could lock the account");
}

#[tokio::test]
async fn a_session_that_dies_again_at_once_is_not_renewed_for_ever() {
    let server = Server::appliance(|_| Reply::token_required()).await;
    let error = server.session().await.is_configured().await.unwrap_err();
    assert!(matches!(error, RequestError::SessionGone), "{error:?}");
    assert_eq!(logins(&server), 2);
}

#[tokio::test]
async fn a_refusal_in_mid_session_is_not_taken_for_its_end() {
    let server = Server::appliance(|_| {
        Reply::json(
            401,
            json!({"code": "NotAuthenticated", "msg": "Authentication required."}),
        )
    })
    .await;
    let error = server.session().await.is_configured().await.unwrap_err();
    assert!(
        matches!(error, RequestError::CredentialRefused { .. }),
        "{error:?}"
    );
    assert_eq!(logins(&server), 1);
}

#[tokio::test]
async fn an_import_on_a_dead_session_is_neither_renewed_nor_sent_twice() {
    let server = forgetful().await;
    let session = server.session().await;
    let error = session
        .import_certificate(b"p12", &"pw".into(), &operation())
        .await
        .unwrap_err();
    assert!(
        matches!(error, RequestError::SessionGone) && error.is_definite_refusal(),
        "{error:?}"
    );
    assert_eq!(
        server.lines(),
        ["POST /sessions", "POST /config/certificate"]
    );
    // It certainly had no effect, so the session may go on.
    assert!(session.is_configured().await.unwrap());
}

#[tokio::test]
async fn an_import_makes_a_handshake_of_its_own_and_carries_file_password_and_operation() {
    let server = Server::appliance(|_| Reply::json(200, json!({}))).await;
    let session = server.session().await;
    let replaced = session
        .import_certificate(&[0x30, 0x82, 0xff], &"p w~1".into(), &operation())
        .await
        .unwrap();
    assert_eq!((replaced.status, replaced.told), (200, None));
    assert_eq!(server.handshakes().len(), 2);
    let received = server.received();
    let import = &received[1];
    assert_eq!(import.line, "POST /config/certificate");
    assert_eq!(
        import.header("content-type"),
        Some("application/octet-stream")
    );
    assert_eq!(import.header("secret"), Some("p w~1"));
    assert_eq!(import.header("operationid"), Some("reseal-1"));
    assert_eq!(import.header("x-vcav-auth"), Some("token-1"));
    assert_eq!(import.body, [0x30, 0x82, 0xff]);
}

#[tokio::test]
async fn after_a_replacement_the_session_sends_no_password_and_no_second_replacement() {
    let is_restarting = Arc::new(AtomicBool::new(false));
    let server = Server::appliance({
        let is_restarting = Arc::clone(&is_restarting);
        move |request| {
            if request.line == "PUT /config/certificate" {
                is_restarting.store(true, Ordering::SeqCst);
                return Reply::typed(202, "application/json", "");
            }
            if is_restarting.load(Ordering::SeqCst) {
                Reply::token_required()
            } else {
                Reply::HangUp
            }
        }
    })
    .await;
    let session = server.session().await;
    assert_eq!(
        session
            .regenerate_certificate(&operation())
            .await
            .unwrap()
            .status,
        202
    );
    let error = session.certificate().await.unwrap_err();
    assert!(matches!(error, RequestError::SessionGone), "{error:?}");
    let again = session
        .regenerate_certificate(&operation())
        .await
        .unwrap_err();
    assert!(
        matches!(
            again,
            RequestError::NotSent {
                reason: NotSent::SessionGivenUp,
                ..
            }
        ),
        "{again:?}"
    );
    assert_eq!(logins(&server), 1);
    let replacement = &server.received()[1];
    assert_eq!(
        (replacement.body.len(), replacement.header("secret")),
        (0, None)
    );
}

#[tokio::test]
async fn a_replacement_whose_answer_is_lost_is_sent_once_and_has_no_certain_outcome() {
    for reply in [Reply::HangUp, Reply::Garbage] {
        let server = Server::appliance(move |_| reply.clone()).await;
        let session = server.session().await;
        let error = session
            .regenerate_certificate(&operation())
            .await
            .unwrap_err();
        assert!(
            matches!(error, RequestError::ConnectionLost { .. }),
            "{error:?}"
        );
        assert!(!error.is_definite_refusal());
        assert_eq!(
            server.lines(),
            ["POST /sessions", "PUT /config/certificate"]
        );
    }
}

#[tokio::test]
async fn a_password_that_no_header_carries_is_refused_before_anything_is_sent() {
    let server = Server::appliance(|_| Reply::json(200, json!({}))).await;
    let session = server.session().await;
    for password in [
        "pässword",
        "tab\t",
        "two\r\nlines",
        " leading",
        "trailing ",
        "日本",
    ] {
        let error = session
            .import_certificate(b"p12", &password.into(), &operation())
            .await
            .unwrap_err();
        let reason = NotSent::PasswordDoesNotFitAHeader;
        assert!(
            matches!(error, RequestError::NotSent { reason: it, .. } if it == reason),
            "{password:?}: {error:?}"
        );
    }
    assert_eq!(server.lines(), ["POST /sessions"]);
}

#[tokio::test]
async fn signing_out_ends_the_session_and_minds_no_dead_one() {
    for reply in [
        Reply::typed(204, "application/json", ""),
        Reply::token_required(),
    ] {
        let server = Server::appliance(move |_| reply.clone()).await;
        server.session().await.sign_out().await;
        assert_eq!(server.lines(), ["POST /sessions", "DELETE /sessions"]);
    }
}
