//! Nothing goes out before the pin matched, on the very connection that carries the request.

use std::sync::Arc;

use appliance::{Appliance, Limits, RequestError, SignInError, Unreachable};
use certificate::Thumbprint;
use ground::Surroundings;
use rustls::HandshakeKind;
use rustls::version::{TLS12, TLS13};
use serde_json::json;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use crate::server::{Identity, Received, Reply, Server, root, sign_in};

fn ready(_: &Received) -> Reply {
    Reply::json(200, json!({})).with("X-VCAV-Auth", "token")
}

#[tokio::test]
async fn another_certificate_gets_not_one_byte_of_http() {
    for version in [&TLS12, &TLS13] {
        let identity = Identity::fresh();
        let server = Server::start_as(&identity, &[version], ready).await;
        let expected = Thumbprint::of(b"another");
        let client = Appliance::new(
            server.address.clone(),
            expected,
            Limits::usual(),
            &Surroundings::of_this_machine(),
        );
        match &*sign_in(client, &root()).await.unwrap_err() {
            SignInError::Request(RequestError::OtherCertificate {
                expected: pin,
                seen,
                leaf,
            }) => {
                assert_eq!((*pin, *seen), (expected, identity.pin()));
                assert_eq!(leaf.as_ref().unwrap().thumbprint(), identity.pin());
            }
            other => panic!("{other:?}"),
        }
        server.saw_out(1).await;
        assert_eq!((server.bytes(), server.received().len()), (0, 0));
    }
}

#[tokio::test]
async fn the_right_certificate_without_its_key_gets_not_one_byte_either() {
    let (honest, thief) = (Identity::fresh(), Identity::fresh());
    let pretender = Identity {
        shown: honest.shown,
        key: thief.key,
    };
    for version in [&TLS12, &TLS13] {
        let server = Server::start_as(&pretender, &[version], ready).await;
        let client = Appliance::new(
            server.address.clone(),
            pretender.pin(),
            Limits::usual(),
            &Surroundings::of_this_machine(),
        );
        let error = client.has_readiness_page().await.unwrap_err();
        assert!(matches!(error, RequestError::Handshake { .. }), "{error:?}");
        server.saw_out(1).await;
        assert_eq!(server.bytes(), 0);
    }
}

#[tokio::test]
async fn ordinary_calls_share_a_connection_and_the_meter_counts() {
    let server = Server::start(ready).await;
    let client = server.client();
    for _ in 0..5 {
        client.has_readiness_page().await.unwrap();
    }
    let reading = client.meter().read();
    assert_eq!((reading.requests, reading.handshakes), (5, 1));
    assert_eq!(server.handshakes().len(), 1);
}

#[tokio::test]
async fn a_crowd_of_calls_opens_a_handful_of_connections() {
    let server = Server::start(ready).await;
    let crowd = server.client();
    let calls: Vec<_> = (0..60)
        .map(|_| {
            let client = crowd.clone();
            tokio::spawn(async move { client.has_readiness_page().await })
        })
        .collect();
    for call in calls {
        assert!(call.await.unwrap().unwrap());
    }
    assert!(
        server.handshakes().len() <= 8,
        "{} handshakes",
        server.handshakes().len()
    );
}

/// The name of the test that is run once more with a proxy in its environment.
const RERUN: &str = "pinning::ordinary_calls_share_a_connection_and_the_meter_counts";

#[test]
fn a_proxy_in_the_environment_is_ignored() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let proxy = format!("http://{}", listener.local_addr().unwrap());
    let mut again = std::process::Command::new(std::env::current_exe().unwrap());
    for variable in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
        again.env(variable, &proxy);
    }
    for variable in ["NO_PROXY", "no_proxy"] {
        again.env_remove(variable);
    }
    let outcome = again.args(["--exact", RERUN]).output().unwrap();
    let told = String::from_utf8_lossy(&outcome.stdout);
    assert!(
        outcome.status.success() && told.contains("1 passed"),
        "{told}"
    );
    listener.set_nonblocking(true).unwrap();
    assert!(listener.accept().is_err(), "somebody came to the proxy");
}

#[tokio::test]
async fn no_session_of_tls_is_ever_resumed() {
    for version in [&TLS12, &TLS13] {
        let server = Server::start_as(&Identity::fresh(), &[version], |_: &Received| {
            Reply::json(200, json!({})).with("Connection", "close")
        })
        .await;
        let client = server.client();
        for _ in 0..3 {
            client.has_readiness_page().await.unwrap();
        }
        assert_eq!(server.handshakes(), [HandshakeKind::Full; 3]);
    }
}

/// Shows that the test above could fail: this server resumes with a client that wants to.
#[tokio::test]
async fn a_client_that_resumes_is_noticed_by_the_server_of_these_tests() {
    let identity = Identity::fresh();
    let server = Server::start_as(&identity, &[&TLS12], ready).await;
    let mut roots = rustls::RootCertStore::empty();
    roots.add(identity.shown.clone()).unwrap();
    let config = rustls::ClientConfig::builder_with_provider(Arc::new(
        rustls::crypto::ring::default_provider(),
    ))
    .with_safe_default_protocol_versions()
    .unwrap()
    .with_root_certificates(roots)
    .with_no_client_auth();
    let connector = TlsConnector::from(Arc::new(config));
    for _ in 0..2 {
        let stream = TcpStream::connect(("127.0.0.1", server.address.port()))
            .await
            .unwrap();
        connector
            .connect("localhost".try_into().unwrap(), stream)
            .await
            .unwrap();
    }
    server.saw_out(2).await;
    assert_eq!(
        server.handshakes(),
        [HandshakeKind::Full, HandshakeKind::Resumed]
    );
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let target = Server::start(ready).await;
    let location = format!("{}/elsewhere", target.address.url());
    let server =
        Server::start(move |_| Reply::json(302, json!({})).with("Location", &location)).await;
    let error = sign_in(server.client(), &root()).await.unwrap_err();
    assert!(
        matches!(
            *error,
            SignInError::Request(RequestError::NotTheProduct { .. })
        ),
        "{error:?}"
    );
    assert_eq!(target.bytes(), 0);
}

#[tokio::test]
async fn a_request_tells_unreachable_from_unknown_and_from_plain_text() {
    let pin = Thumbprint::of(b"");
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let closed = format!("127.0.0.1:{port}");
    drop(listener);
    for (address, expected) in [
        (closed.as_str(), Unreachable::Refused),
        ("no-such-name.invalid", Unreachable::NameNotFound),
    ] {
        let client = Appliance::new(
            address.parse().unwrap(),
            pin,
            Limits::usual(),
            &Surroundings::of_this_machine(),
        );
        match client.has_readiness_page().await.unwrap_err() {
            error @ RequestError::Unreachable { .. } => {
                assert!(error.is_retryable() && error.is_definite_refusal());
                assert!(error.to_string().contains(&expected.to_string()), "{error}");
            }
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn a_port_that_speaks_no_tls_is_named_in_the_error_of_a_request() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            tokio::io::AsyncWriteExt::write_all(&mut stream, b"SSH-2.0-x\r\n")
                .await
                .unwrap();
        }
    });
    let address = format!("127.0.0.1:{port}").parse().unwrap();
    let client = Appliance::new(
        address,
        Thumbprint::of(b""),
        Limits::usual(),
        &Surroundings::of_this_machine(),
    );
    let error = client.has_readiness_page().await.unwrap_err();
    assert!(matches!(error, RequestError::NotTls { .. }), "{error:?}");
}
