//! Answers that no honest appliance gives: too large, too slow, of another kind.

use appliance::{Phase, RequestError};
use serde_json::json;

use crate::server::{Reply, Server, root, sign_in};

#[tokio::test]
async fn a_body_without_end_is_cut_off_at_the_bound_of_its_call() {
    let server = Server::appliance(|_| Reply::Endless).await;
    let session = server.session().await;
    let error = session.certificate().await.unwrap_err();
    assert!(
        matches!(
            error,
            RequestError::TooLarge {
                limit: 0x4_0000,
                ..
            }
        ),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_login_has_a_bound_too() {
    let server = Server::start(|_| Reply::Endless).await;
    let error = sign_in(server.client(), &root()).await.unwrap_err();
    assert!(format!("{error:?}").contains("TooLarge"), "{error:?}");
}

#[tokio::test]
async fn an_endless_error_is_bounded_like_any_answer() {
    let server =
        Server::appliance(|_| Reply::typed(500, "application/json", vec![b' '; 70_000])).await;
    let error = server.session().await.sites().await.unwrap_err();
    assert!(
        matches!(
            error,
            RequestError::TooLarge {
                limit: 0x1_0000,
                ..
            }
        ),
        "{error:?}"
    );
}

#[tokio::test]
async fn headers_are_bounded_in_number_and_in_bytes() {
    let many = |reply: Reply| (0..150).fold(reply, |reply, _| reply.with("X-Many", "1"));
    let large =
        |reply: Reply| (0..9).fold(reply, |reply, _| reply.with("X-Large", &"a".repeat(8_000)));
    for reply in [
        many(Reply::json(200, json!([]))),
        large(Reply::json(200, json!([]))),
    ] {
        let server = Server::appliance(move |_| reply.clone()).await;
        let error = server.session().await.sites().await.unwrap_err();
        let is_refused = matches!(
            error,
            RequestError::TooLarge { .. } | RequestError::ConnectionLost { .. }
        );
        assert!(is_refused, "{error:?}");
    }
}

#[tokio::test]
async fn silence_before_and_within_an_answer_runs_into_its_own_limit() {
    for (reply, phase) in [
        (Reply::Silence, Phase::FirstByte),
        (Reply::HeadAlone, Phase::Body),
    ] {
        let server = Server::appliance(move |_| reply.clone()).await;
        let session = sign_in(server.hasty_client(), &root()).await.unwrap();
        match session.sites().await.unwrap_err() {
            error @ RequestError::TimedOut { phase: it, .. } if it == phase => {
                assert!(error.is_retryable() && !error.is_definite_refusal());
            }
            other => panic!("{phase:?}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn a_page_with_status_200_is_not_an_answer() {
    let page = "\n <html><body>Sign in to the proxy</body></html>";
    for media_type in ["text/html; charset=utf-8", "application/octet-stream"] {
        let server = Server::appliance(move |_| Reply::typed(200, media_type, page)).await;
        let error = server.session().await.sites().await.unwrap_err();
        assert!(
            matches!(error, RequestError::NotTheProduct { .. }),
            "{error:?}"
        );
    }
}

#[tokio::test]
async fn json_of_another_shape_names_the_call_and_what_was_expected() {
    for body in ["", "{", "{}", "[1]", "null and void", r#"[{"site":1}]"#] {
        let server = Server::appliance(move |_| Reply::typed(200, "application/json", body)).await;
        let error = server.session().await.sites().await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "the answer to GET /sites is not a list of sites",
            "{body}"
        );
    }
}

#[tokio::test]
async fn a_field_that_comes_twice_is_refused_and_not_chosen_from() {
    let twice = format!(
        r#"{{"certificate":{{"thumbPrint":"{0}","thumbPrint":"{0}"}}}}"#,
        certificate::Thumbprint::of(b"")
    );
    let server =
        Server::appliance(move |_| Reply::typed(200, "application/json", twice.clone())).await;
    let error = server.session().await.certificate().await.unwrap_err();
    assert!(
        matches!(error, RequestError::Unreadable { .. }),
        "{error:?}"
    );
}

#[tokio::test]
async fn json_that_is_nested_without_end_is_refused() {
    let deep = format!("{}1{}", "[".repeat(5_000), "]".repeat(5_000));
    let server =
        Server::appliance(move |_| Reply::typed(200, "application/json", deep.clone())).await;
    let error = server.session().await.sites().await.unwrap_err();
    assert!(
        matches!(error, RequestError::Unreadable { .. }),
        "{error:?}"
    );
}

#[tokio::test]
async fn the_appliances_own_errors_are_kept_with_their_words() {
    let problem = json!({"code": "BadUserInput", "msg": "The keystore is corrupt.", "args": [], "stacktrace": null});
    let forbidden = json!({"code": "Forbidden", "msg": "Permission denied."});
    let server = Server::appliance(move |request| match request.line.as_str() {
        "GET /sites" => Reply::json(400, problem.clone()),
        _ => Reply::json(403, forbidden.clone()),
    })
    .await;
    let session = server.session().await;
    match session.sites().await.unwrap_err() {
        error @ RequestError::Refused { .. } => {
            assert!(error.is_definite_refusal() && !error.is_retryable());
            assert_eq!(
                error.to_string(),
                "the appliance refused GET /sites with status 400: The keystore is corrupt."
            );
        }
        other => panic!("{other:?}"),
    }
    match session.vc_sites().await.unwrap_err() {
        RequestError::Forbidden { msg, .. } => assert_eq!(msg, "Permission denied."),
        other => panic!("{other:?}"),
    }
}
