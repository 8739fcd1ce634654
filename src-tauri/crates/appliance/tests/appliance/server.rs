//! A TLS server that answers by a script and counts what reaches it.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use appliance::{Appliance, ApplianceAddress, Credential, Limits, Session, SignInError, SignIns};
use certificate::Thumbprint;
use ground::Surroundings;
use rcgen::{CertifiedKey, KeyPair, generate_simple_self_signed};
use rustls::crypto::ring;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, ResolvesServerCert, ServerSessionMemoryCache};
use rustls::{HandshakeKind, ServerConfig, SupportedProtocolVersion};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// The media type of a 4.7 appliance.
pub(crate) const H4_4_7: &str = "application/vnd.vmware.h4-v4.7+json;charset=UTF-8";

/// A request as it arrived.
#[derive(Clone, Debug, Default)]
pub(crate) struct Received {
    pub(crate) line: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Received {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

/// What the script answers.
#[derive(Clone, Debug)]
pub(crate) enum Reply {
    Answer {
        status: u16,
        headers: Vec<(&'static str, String)>,
        body: Vec<u8>,
    },
    /// A body that never ends, as fast as it is read.
    Endless,
    /// The head of an answer and nothing more.
    HeadAlone,
    /// No byte at all.
    Silence,
    /// The connection is closed without an answer.
    HangUp,
    /// Bytes that are no TLS, in the middle of the connection.
    Garbage,
}

impl Reply {
    pub(crate) fn json(status: u16, body: Value) -> Self {
        Self::typed(status, H4_4_7, body.to_string())
    }

    pub(crate) fn typed(status: u16, media_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("Content-Type", media_type.to_owned())];
        Self::Answer {
            status,
            headers,
            body: body.into(),
        }
    }

    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Self {
        if let Self::Answer { headers, .. } = &mut self {
            headers.push((name, value.to_owned()));
        }
        self
    }

    /// What a dead token is answered with.
    pub(crate) fn token_required() -> Self {
        let problem = json!({"code": "NotAuthenticated", "msg": "Authentication required."});
        Self::json(401, problem).with("WWW-Authenticate", "Authentication Token Required")
    }
}

type Script = dyn Fn(&Received) -> Reply + Send + Sync;

/// A running server; it ends when it is dropped.
pub(crate) struct Server {
    pub(crate) address: ApplianceAddress,
    pub(crate) pin: Thumbprint,
    tally: Arc<Tally>,
    running: JoinHandle<()>,
}

#[derive(Default)]
struct Tally {
    received: Mutex<Vec<Received>>,
    bytes: AtomicU64,
    handshakes: Mutex<Vec<HandshakeKind>>,
    ended: AtomicU64,
}

/// A key, and the certificate that is shown with it, which need not belong to it.
pub(crate) struct Identity {
    pub(crate) shown: CertificateDer<'static>,
    pub(crate) key: KeyPair,
}

impl Identity {
    pub(crate) fn fresh() -> Self {
        let CertifiedKey { cert, signing_key } =
            generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
        Self {
            shown: cert.der().clone(),
            key: signing_key,
        }
    }

    pub(crate) fn pin(&self) -> Thumbprint {
        Thumbprint::of(&self.shown)
    }

    fn certified(&self) -> rustls::sign::CertifiedKey {
        let key = PrivateKeyDer::Pkcs8(self.key.serialize_der().into());
        let key = ring::sign::any_supported_type(&key).unwrap();
        rustls::sign::CertifiedKey::new(vec![self.shown.clone()], key)
    }
}

#[derive(Debug)]
struct Always(Arc<rustls::sign::CertifiedKey>);

impl ResolvesServerCert for Always {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<rustls::sign::CertifiedKey>> {
        Some(Arc::clone(&self.0))
    }
}

/// Signs in as somebody who does so for the first time.
pub(crate) async fn sign_in(
    appliance: Appliance,
    credential: &Credential,
) -> Result<Arc<Session>, Arc<SignInError>> {
    SignIns::new(Surroundings::of_this_machine())
        .session(appliance, credential)
        .await
}

impl Server {
    pub(crate) async fn start(script: impl Fn(&Received) -> Reply + Send + Sync + 'static) -> Self {
        Self::start_as(&Identity::fresh(), rustls::ALL_VERSIONS, script).await
    }

    pub(crate) async fn start_as(
        identity: &Identity,
        versions: &[&'static SupportedProtocolVersion],
        script: impl Fn(&Received) -> Reply + Send + Sync + 'static,
    ) -> Self {
        let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_protocol_versions(versions)
            .unwrap()
            .with_no_client_auth()
            .with_cert_resolver(Arc::new(Always(Arc::new(identity.certified()))));
        config.ticketer = ring::Ticketer::new().unwrap();
        config.session_storage = ServerSessionMemoryCache::new(64);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let tally = Arc::new(Tally::default());
        let running = tokio::spawn(accept(
            listener,
            TlsAcceptor::from(Arc::new(config)),
            Arc::clone(&tally),
            Arc::new(script),
        ));
        let address = ApplianceAddress::new("127.0.0.1", port).unwrap();
        Self {
            address,
            pin: identity.pin(),
            tally,
            running,
        }
    }

    /// A server that grants sessions and leaves everything else to the script.
    pub(crate) async fn appliance(
        script: impl Fn(&Received) -> Reply + Send + Sync + 'static,
    ) -> Self {
        let logins = AtomicU64::new(0);
        Self::start(move |request| match request.line.as_str() {
            "POST /sessions" => {
                let number = logins.fetch_add(1, Ordering::SeqCst) + 1;
                Reply::json(200, json!({"user": "root", "roles": ["EVERYONE"]}))
                    .with("X-VCAV-Auth", &format!("token-{number}"))
            }
            _ => script(request),
        })
        .await
    }

    pub(crate) fn client(&self) -> Appliance {
        Appliance::new(
            self.address.clone(),
            self.pin,
            Limits::usual(),
            &Surroundings::of_this_machine(),
        )
    }

    pub(crate) fn hasty_client(&self) -> Appliance {
        let short = std::time::Duration::from_millis(300);
        let limits = Limits {
            connect: short,
            first_byte: short,
            idle: short,
            total: short * 6,
            upload: short * 6,
        };
        Appliance::new(
            self.address.clone(),
            self.pin,
            limits,
            &Surroundings::of_this_machine(),
        )
    }

    pub(crate) async fn session(&self) -> Arc<Session> {
        sign_in(self.client(), &root()).await.unwrap()
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        self.tally.received.lock().unwrap().clone()
    }

    pub(crate) fn lines(&self) -> Vec<String> {
        self.received()
            .into_iter()
            .map(|request| request.line)
            .collect()
    }

    /// Bytes of application data that reached the server.
    pub(crate) fn bytes(&self) -> u64 {
        self.tally.bytes.load(Ordering::SeqCst)
    }

    /// Waits until so many connections came and went, for what came over them to be counted.
    pub(crate) async fn saw_out(&self, connections: u64) {
        let all_gone = async {
            while self.tally.ended.load(Ordering::SeqCst) < connections {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(std::time::Duration::from_secs(10), all_gone)
            .await
            .unwrap();
    }

    pub(crate) fn handshakes(&self) -> Vec<HandshakeKind> {
        self.tally.handshakes.lock().unwrap().clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.running.abort();
    }
}

pub(crate) fn root() -> Credential {
    Credential::Appliance {
        password: "S3cret!pass".into(),
    }
}

async fn accept(
    listener: TcpListener,
    acceptor: TlsAcceptor,
    tally: Arc<Tally>,
    script: Arc<Script>,
) {
    while let Ok((stream, _)) = listener.accept().await {
        let (acceptor, tally, script) = (acceptor.clone(), Arc::clone(&tally), Arc::clone(&script));
        tokio::spawn(async move {
            if let Ok(mut stream) = acceptor.accept(stream).await {
                let kind = stream.get_ref().1.handshake_kind().unwrap();
                tally.handshakes.lock().unwrap().push(kind);
                converse(&mut stream, &tally, &script).await;
            }
            tally.ended.fetch_add(1, Ordering::SeqCst);
        });
    }
}

async fn converse(stream: &mut TlsStream<TcpStream>, tally: &Tally, script: &Arc<Script>) {
    while let Some(request) = receive(stream, tally).await {
        tally.received.lock().unwrap().push(request.clone());
        if !reply(stream, script(&request)).await {
            return;
        }
    }
}

async fn receive(stream: &mut TlsStream<TcpStream>, tally: &Tally) -> Option<Received> {
    let mut bytes = Vec::new();
    let mut request = None;
    loop {
        if let Some(request) = request.take_if(|it: &mut Received| is_complete(it, &bytes)) {
            return Some(Received {
                body: bytes,
                ..request
            });
        }
        let count = stream
            .read_buf(&mut bytes)
            .await
            .ok()
            .filter(|&count| count > 0)?;
        tally.bytes.fetch_add(count as u64, Ordering::SeqCst);
        if request.is_none()
            && let Some(end) = bytes.windows(4).position(|it| it == b"\r\n\r\n")
        {
            let head: Vec<_> = bytes.drain(..end + 4).collect();
            request = Some(read_head(&String::from_utf8(head).unwrap()));
        }
    }
}

fn is_complete(request: &Received, body: &[u8]) -> bool {
    let length = request
        .header("content-length")
        .map_or(0, |length| length.parse().unwrap());
    body.len() >= length
}

fn read_head(head: &str) -> Received {
    let mut lines = head.lines();
    let line = lines
        .next()
        .unwrap()
        .trim_end_matches(" HTTP/1.1")
        .to_owned();
    let headers = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
        .collect();
    Received {
        line,
        headers,
        body: Vec::new(),
    }
}

/// Answers, and says whether the conversation goes on.
async fn reply(stream: &mut TlsStream<TcpStream>, reply: Reply) -> bool {
    match reply {
        Reply::Answer {
            status,
            headers,
            body,
        } => {
            let mut head = format!("HTTP/1.1 {status} X\r\nContent-Length: {}\r\n", body.len());
            for (name, value) in headers {
                head.push_str(&format!("{name}: {value}\r\n"));
            }
            let answer = [head.as_bytes(), b"\r\n", &body].concat();
            stream.write_all(&answer).await.is_ok() && stream.flush().await.is_ok()
        }
        Reply::Endless => {
            stream
                .write_all(b"HTTP/1.1 200 X\r\nConnection: close\r\n\r\n")
                .await
                .unwrap();
            while stream.write_all(&[b'['; 4096]).await.is_ok() {}
            false
        }
        Reply::HeadAlone => {
            stream
                .write_all(b"HTTP/1.1 200 X\r\nContent-Length: 10\r\n\r\n")
                .await
                .unwrap();
            stream.flush().await.unwrap();
            std::future::pending().await
        }
        Reply::Silence => std::future::pending().await,
        Reply::HangUp => false,
        Reply::Garbage => {
            stream
                .get_mut()
                .0
                .write_all(b"this is not a record of TLS")
                .await
                .unwrap();
            false
        }
    }
}
