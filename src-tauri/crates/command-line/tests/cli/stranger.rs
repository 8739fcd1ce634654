//! A TLS server that is not the product: what stands at a mistyped address, or before the appliance.

use std::sync::Arc;

use certificate::Thumbprint;
use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::PrivateKeyDer;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

use super::stage::{Ended, Stage, run};

/// What strangers answer to everything: a page, a page that is missing, and JSON of something else.
const ANSWERS: [(&str, &str, &str); 3] = [
    ("200 OK", "text/html", "<html>Welcome to the printer</html>"),
    ("404 Not Found", "text/html", "<html>No such page</html>"),
    ("200 OK", "application/json", r#"{"status":"ok"}"#),
];

/// A web server that gives the same answer to everything, for as long as the test runs.
struct Stranger {
    address: String,
    pin: Thumbprint,
}

impl Stranger {
    async fn open((status, kind, page): (&str, &str, &str)) -> Self {
        let CertifiedKey { cert, signing_key } =
            generate_simple_self_signed(vec!["127.0.0.1".to_owned()]).unwrap();
        let key = PrivateKeyDer::Pkcs8(signing_key.serialize_der().into());
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![cert.der().clone()], key)
            .unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let length = page.len();
        let answer = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
             Connection: close\r\n\r\n{page}"
        );
        tokio::spawn(async move {
            while let Ok((caller, _)) = listener.accept().await {
                tokio::spawn(welcome(acceptor.clone(), caller, answer.clone()));
            }
        });
        let pin = Thumbprint::of(cert.der());
        Self { address, pin }
    }

    fn named(&self) -> String {
        format!("{}={}", self.address, self.pin)
    }
}

async fn welcome(acceptor: TlsAcceptor, caller: TcpStream, answer: String) {
    let Ok(mut caller) = acceptor.accept(caller).await else {
        return;
    };
    let mut request = vec![0; 16_384];
    // Whoever only wants to see the certificate asks nothing.
    if caller.read(&mut request).await.is_ok_and(|count| count > 0) {
        drop(caller.write_all(answer.as_bytes()).await);
        drop(caller.shutdown().await);
    }
}

async fn with_a_password(stage: &Stage, stranger: &Stranger, words: &[String]) -> Ended {
    let mut secrets = stage.secrets();
    secrets["sites"][&stranger.address] = json!({"password": "S3cret!pass"});
    run(words, &secrets.to_string()).await
}

/// It is refused in four parts, and says that this is not the product.
fn assert_is_refused(ended: &Ended, about: &str) {
    let told = format!("{about}: {} {}", ended.stdout, ended.stderr);
    assert_eq!(ended.code, Some(2), "{told}");
    assert_eq!(ended.problem(), "site.not_the_product", "{told}");
    let problem = &ended.last()["problem"];
    for part in ["what", "meaning", "todo"] {
        assert!(
            problem[part].as_str().is_some_and(|part| part.len() > 5),
            "{told}"
        );
    }
    assert!(!ended.stdout.contains("S3cret!pass"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_not_the_product_is_not_checked() {
    let stage = Stage::open().await;
    for answer in ANSWERS {
        let stranger = Stranger::open(answer).await;
        let words = [stage.flags(), vec!["check".to_owned(), stranger.named()]].concat();
        let ended = with_a_password(&stage, &stranger, &words).await;
        assert_is_refused(&ended, answer.0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nor_is_anything_sent_to_it_in_place_of_the_certificate() {
    let stage = Stage::open().await;
    for answer in ANSWERS {
        let stranger = Stranger::open(answer).await;
        let mut words = stage.flags();
        words.extend(["rotate".to_owned(), stranger.address.clone()]);
        words.extend(["--thumbprint".to_owned(), stranger.pin.to_string()]);
        words.extend(["--import".to_owned(), stage.bundle()]);
        let ended = with_a_password(&stage, &stranger, &words).await;
        assert_is_refused(&ended, answer.0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_among_the_peers_is_named_and_stops_nobody() {
    let stage = Stage::open().await;
    let stranger = Stranger::open(ANSWERS[0]).await;
    let mut words = stage.import();
    words.extend(["--peer".to_owned(), stranger.named()]);
    let only = [words.clone(), vec!["--plan-only".to_owned()]].concat();
    let planned = with_a_password(&stage, &stranger, &only).await.last();
    let findings = planned["plan"]["findings"].as_array().unwrap();
    let about = findings
        .iter()
        .find(|it| it["problem"]["code"] == "site.not_the_product");
    let what = about.unwrap()["problem"]["what"].as_str().unwrap();
    assert!(what.contains(&stranger.address), "{what}");
    let ended = with_a_password(&stage, &stranger, &words).await;
    assert_eq!(ended.code, Some(0), "{} {}", ended.stdout, ended.stderr);
    assert!(stage.is_whole().await);
}
