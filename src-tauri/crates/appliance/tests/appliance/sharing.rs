//! One owner of sign-ins: who shares a session, what is never sent twice, and when it ends. The server counts.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use appliance::{Credential, Keeping, SignInError, SignIns};
use futures_util::future::join_all;
use ground::Surroundings;
use serde_json::json;

use crate::server::{Received, Reply, Server, root};

const PASSED: &str = "X-VCAV-Auth";

/// An appliance that grants every login and answers every call.
async fn welcoming() -> Server {
    Server::appliance(|_| Reply::json(200, json!({"isConfigured": true}))).await
}

/// An appliance that answers every login with this reply.
async fn answering(reply: Reply) -> Server {
    Server::start(move |_| reply.clone()).await
}

fn refusal() -> Reply {
    Reply::json(
        401,
        json!({"code": "NotAuthenticated", "msg": "Authentication required."}),
    )
}

fn other_password() -> Credential {
    Credential::Appliance {
        password: "another one".into(),
    }
}

fn count(server: &Server, wanted: &str) -> usize {
    server.lines().iter().filter(|line| *line == wanted).count()
}

#[tokio::test]
async fn everybody_who_asks_at_once_shares_one_login() {
    let server = welcoming().await;
    let sign_ins = SignIns::new(Surroundings::of_this_machine());
    let root = root();
    let asked = (0..20).map(|_| sign_ins.session(server.client(), &root));
    for session in join_all(asked).await {
        assert!(session.unwrap().is_configured().await.unwrap());
    }
    assert_eq!(count(&server, "POST /sessions"), 1);
}

#[tokio::test]
async fn everybody_who_asks_at_once_shares_one_refusal() {
    let server = answering(refusal()).await;
    let sign_ins = SignIns::new(Surroundings::of_this_machine());
    let root = root();
    let asked = (0..20).map(|_| sign_ins.session(server.client(), &root));
    for refused in join_all(asked).await {
        assert!(refused.unwrap_err().is_refusal());
    }
    assert_eq!(count(&server, "POST /sessions"), 1);
}

#[tokio::test]
async fn a_refused_password_is_sent_again_only_after_it_was_typed_anew() {
    let server = answering(refusal()).await;
    let (sign_ins, root) = (SignIns::new(Surroundings::of_this_machine()), root());
    for _ in 0..3 {
        assert!(sign_ins.session(server.client(), &root).await.is_err());
    }
    assert_eq!(count(&server, "POST /sessions"), 1);
    let before = sign_ins.session(server.client(), &root).await.unwrap_err();
    let SignInError::RefusedBefore { msg } = &*before else {
        panic!("{before:?}");
    };
    assert_eq!(msg, "Authentication required.");
    // Another password is another matter, and says nothing about this one.
    assert!(
        sign_ins
            .session(server.client(), &other_password())
            .await
            .is_err()
    );
    assert!(sign_ins.session(server.client(), &root).await.is_err());
    assert_eq!(count(&server, "POST /sessions"), 2);
    sign_ins.typed_anew(&server.address, &root);
    assert!(!sign_ins.has_refused(&server.address, &root));
    assert!(sign_ins.session(server.client(), &root).await.is_err());
    assert!(sign_ins.has_refused(&server.address, &root));
    assert_eq!(count(&server, "POST /sessions"), 3);
}

#[tokio::test]
async fn no_answered_login_is_repeated_whatever_its_status() {
    for status in [400, 403, 408, 429, 500, 502, 503, 504] {
        let server = answering(Reply::json(status, json!({"code": "X", "msg": "x"}))).await;
        let failed = SignIns::new(Surroundings::of_this_machine())
            .session(server.client(), &root())
            .await;
        let failed = failed.unwrap_err();
        assert_eq!(count(&server, "POST /sessions"), 1, "{status}");
        assert!(
            !failed.proves_nothing_was_looked_at(),
            "{status}: {failed:?}"
        );
    }
}

#[tokio::test]
async fn a_page_of_a_proxy_proves_that_nobody_looked_and_a_late_service_does_not() {
    for (status, is_proof) in [(502, true), (503, true), (504, false)] {
        let server = answering(Reply::typed(status, "text/html", "<html>proxy")).await;
        let failed = SignIns::new(Surroundings::of_this_machine())
            .session(server.client(), &root())
            .await;
        let failed = failed.unwrap_err();
        assert_eq!(failed.proves_nothing_was_looked_at(), is_proof, "{status}");
        assert_eq!(count(&server, "POST /sessions"), 1, "{status}");
    }
}

#[tokio::test]
async fn a_lost_answer_earns_one_more_try_and_no_third() {
    let server = answering(Reply::HangUp).await;
    let failed = SignIns::new(Surroundings::of_this_machine())
        .session(server.client(), &root())
        .await;
    assert!(!failed.unwrap_err().proves_nothing_was_looked_at());
    assert_eq!(count(&server, "POST /sessions"), 2);
    let logins = AtomicUsize::new(0);
    let server = Server::start(
        move |_: &Received| match logins.fetch_add(1, Ordering::SeqCst) {
            0 => Reply::HangUp,
            _ => Reply::json(200, json!({})).with(PASSED, "token"),
        },
    );
    let server = server.await;
    let session = SignIns::new(Surroundings::of_this_machine())
        .session(server.client(), &root())
        .await;
    assert!(session.is_ok());
}

#[tokio::test]
async fn a_session_that_nobody_needs_is_signed_out() {
    let server = welcoming().await;
    let keeping = Keeping {
        done: Duration::from_millis(20),
        idle: Duration::from_secs(600),
    };
    let sign_ins = SignIns::keeping(keeping, Surroundings::of_this_machine());
    drop(sign_ins.session(server.client(), &root()).await.unwrap());
    until(|| count(&server, "DELETE /sessions") == 1).await;
    // The next one who needs a session gets a new one.
    let session = sign_ins.session(server.client(), &root()).await.unwrap();
    assert!(session.is_configured().await.unwrap());
    assert_eq!(count(&server, "POST /sessions"), 2);
}

#[tokio::test]
async fn a_session_that_is_held_and_idle_rests_until_it_is_used() {
    let server = welcoming().await;
    let brief = Duration::from_millis(20);
    let sign_ins = SignIns::keeping(
        Keeping {
            done: brief,
            idle: brief,
        },
        Surroundings::of_this_machine(),
    );
    let session = sign_ins.session(server.client(), &root()).await.unwrap();
    until(|| count(&server, "DELETE /sessions") == 1).await;
    assert!(session.is_configured().await.unwrap());
    assert_eq!(count(&server, "POST /sessions"), 2);
}

#[tokio::test]
async fn closing_signs_out_everywhere() {
    let (here, there) = (welcoming().await, welcoming().await);
    let sign_ins = SignIns::new(Surroundings::of_this_machine());
    let held = sign_ins.session(here.client(), &root()).await.unwrap();
    drop(sign_ins.session(there.client(), &root()).await.unwrap());
    sign_ins.close().await;
    for server in [&here, &there] {
        assert_eq!(server.lines(), ["POST /sessions", "DELETE /sessions"]);
    }
    assert!(held.is_configured().await.is_err());
}

/// Waits for what must come.
async fn until(is_so: impl Fn() -> bool) {
    let waiting = async {
        while !is_so() {
            tokio::task::yield_now().await;
        }
    };
    let waited = tokio::time::timeout(Duration::from_secs(10), waiting).await;
    waited.expect("it never came");
}
