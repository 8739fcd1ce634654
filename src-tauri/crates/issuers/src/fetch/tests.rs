//! Against a real server on this machine, which production would refuse to visit.

#![cfg(test)]

use ground::Surroundings;
use rcgen::{CertificateParams, KeyPair};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::*;

/// This machine alone: what `Reach::PUBLIC` must never allow.
pub(crate) const LOOPBACK: Reach = Reach {
    allows_port: |_| true,
    allows_address: |address| address.is_loopback(),
};

async fn fetch(address: &str) -> Result<Vec<Certificate>, FetchError> {
    fetch_within(
        address,
        Reach::PUBLIC,
        PATIENCE,
        &Surroundings::of_this_machine(),
    )
    .await
}

fn root() -> rcgen::Certificate {
    let params = CertificateParams::new(vec!["ca.example.com".to_owned()]).unwrap();
    params.self_signed(&KeyPair::generate().unwrap()).unwrap()
}

/// Serves `answer` once, as it stands, and keeps the connection open afterwards if it is `open`.
pub(crate) async fn serving(answer: Vec<u8>, open: bool) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        let (mut visitor, _) = listener.accept().await.unwrap();
        let mut request = [0; 1024];
        let _ = visitor.read(&mut request).await;
        let _ = visitor.write_all(&answer).await;
        while open
            && visitor
                .read(&mut request)
                .await
                .is_ok_and(|count| count > 0)
        {}
    });
    format!("http://127.0.0.1:{port}/ca.crt")
}

pub(crate) fn ok(body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

async fn fetched(answer: Vec<u8>) -> Result<Vec<Certificate>, FetchError> {
    fetch_within(
        &serving(answer, false).await,
        LOOPBACK,
        PATIENCE,
        &Surroundings::of_this_machine(),
    )
    .await
}

#[tokio::test]
async fn reads_what_authorities_publish() {
    let root = root();
    let pem = root.pem();
    for body in [root.der().to_vec(), pem.into_bytes()] {
        let found = fetched(ok(&body)).await.unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].der(), root.der().as_ref());
    }
}

#[tokio::test]
async fn never_visits_this_machine_or_its_network() {
    let address = serving(ok(b""), false).await;
    assert!(matches!(
        fetch(&address).await,
        Err(FetchError::NotVisited { .. })
    ));
    for address in [
        "http://127.0.0.1/ca.crt",
        "http://localhost/ca.crt",
        "https://[::1]/ca.crt",
        "http://[::ffff:127.0.0.1]/",
        "http://0x7f.1/",
        "http://2130706433/",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "https://192.168.0.1:443/",
    ] {
        let error = fetch(address).await.unwrap_err();
        assert!(
            matches!(error, FetchError::NotPublic { .. }),
            "{address}: {error}"
        );
    }
}

#[tokio::test]
async fn visits_no_other_scheme_port_or_user() {
    for address in [
        "ftp://pki.example.com/ca.crt",
        "file:///etc/passwd",
        "http://pki.example.com:8080/ca.crt",
        "http://user:secret@pki.example.com/ca.crt",
        "ldap://pki.example.com/",
    ] {
        let error = fetch(address).await.unwrap_err();
        assert!(matches!(error, FetchError::NotVisited { .. }), "{error}");
    }
    assert!(matches!(
        fetch("no address").await,
        Err(FetchError::NotAnAddress { .. })
    ));
}

#[tokio::test]
async fn follows_no_redirection() {
    let answer = b"HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1/\r\ncontent-length: 0\r\n\r\n";
    let error = fetched(answer.to_vec()).await.unwrap_err();
    assert!(matches!(error, FetchError::Refused { status: 302, .. }));
}

#[tokio::test]
async fn refuses_an_answer_that_is_too_long() {
    let error = fetched(ok(&vec![b'A'; LARGEST + 1])).await.unwrap_err();
    assert!(matches!(error, FetchError::TooLarge { limit: LARGEST, .. }));
    // Without a length, and without an end.
    let endless = [b"HTTP/1.1 200 OK\r\n\r\n".to_vec(), vec![b'A'; LARGEST + 1]];
    let error = fetch_within(
        &serving(endless.concat(), true).await,
        LOOPBACK,
        PATIENCE,
        &Surroundings::of_this_machine(),
    )
    .await;
    assert!(matches!(error, Err(FetchError::TooLarge { .. })));
}

#[tokio::test]
async fn gives_up_on_a_server_that_stalls() {
    let stalled = serving(b"HTTP/1.1 200 OK\r\n".to_vec(), true).await;
    let short = Duration::from_millis(50);
    let error = fetch_within(&stalled, LOOPBACK, short, &Surroundings::of_this_machine())
        .await
        .unwrap_err();
    assert!(matches!(error, FetchError::TookTooLong { limit, .. } if limit == short));
}

#[tokio::test]
async fn says_what_was_sent_in_place_of_a_certificate() {
    let page = b"<html><head><title>Sign in</title></head></html>";
    let error = fetched(ok(page)).await.unwrap_err();
    let FetchError::NoCertificate { source, .. } = error else {
        panic!("{error}");
    };
    assert!(source.unwrap().to_string().contains("WebPage"));
    let key = KeyPair::generate().unwrap().serialize_pem();
    let error = fetched(ok(key.as_bytes())).await.unwrap_err();
    assert!(matches!(
        error,
        FetchError::NoCertificate { source: None, .. }
    ));
}
