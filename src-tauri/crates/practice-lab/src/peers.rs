//! How sites speak to each other: real TLS, each side with its certificate, each comparing it with its pin.
//!
//! The product keeps a thumbprint per peer and uses it in both directions (`docs/vcda-api.md` §3.3). So
//! here: the caller compares the leaf it is shown with its pin, and the called site compares the caller's
//! own certificate, presented in the same handshake, with its pin of the caller.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use certificate::Thumbprint;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::sign::CertifiedKey;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;

use crate::site::{Service, Site, Told};
use crate::tls;
use crate::wire::ApiError;

/// How long a site waits for a peer.
const PATIENCE: Duration = Duration::from_secs(10);
/// The path on which the sites of a lab greet each other. It is the lab's own: how the product's sites do
/// it is not documented.
pub(crate) const GREETING: &str = "/practice-lab/greeting";
/// The header that names the calling site in a greeting.
pub(crate) const CALLER: &str = "x-practice-lab-site";
/// The headers by which both sides of a greeting tell their versions.
pub(crate) const VERSION: &str = "x-practice-lab-version";
/// The build that goes with it.
pub(crate) const BUILD: &str = "x-practice-lab-build";
/// The longest head of an answer that is read.
const MOST_HEAD: usize = 16 << 10;

/// What was seen at an address.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) at: SocketAddr,
    pub(crate) chain: Vec<CertificateDer<'static>>,
}

impl Seen {
    pub(crate) fn thumbprint(&self) -> Thumbprint {
        Thumbprint::of(self.chain.first().map_or(&[][..], |leaf| leaf.as_ref()))
    }
}

fn unreachable() -> ApiError {
    ApiError::invented("PeerUnreachable", "The peer site does not answer.")
}

/// The address behind `https://host:port`, with or without a slash at its end.
pub(crate) fn address_of(url: &str) -> Option<SocketAddr> {
    let rest = url.strip_prefix("https://")?.trim_end_matches('/');
    rest.parse()
        .ok()
        .or_else(|| format!("{rest}:443").parse().ok())
}

impl Site {
    /// Where a connection to `wanted` through the Tunnel really ends: between the sites somebody may stand.
    fn through_tunnel(&self, wanted: SocketAddr) -> SocketAddr {
        let detours = self
            .world
            .detours
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        detours
            .get(&(self.name.clone(), wanted))
            .copied()
            .unwrap_or(wanted)
    }

    /// What this site sees at a URL (`GET /config/remote-certificate`, §2.5): through the Tunnel, as it sees
    /// its peers, or on its own network's way out.
    pub(crate) async fn look_at(&self, url: &str, via_tunnel: bool) -> Result<Seen, ApiError> {
        let at = address_of(url).ok_or_else(|| {
            ApiError::invented("BadUserInput", format!("{url:?} is no address of a site."))
        })?;
        let at = if via_tunnel {
            self.through_tunnel(at)
        } else {
            at
        };
        handshake(at, None).await
    }

    /// Calls every peer and keeps what came of it. A trust error stays in its row until that row is
    /// repaired; that it stays is inferred from the vendor's two-sided procedure (§3.3).
    pub(crate) async fn greet_peers(self: &Arc<Self>) {
        let names: Vec<String> = self.state().peers.keys().cloned().collect();
        let mut calls = tokio::task::JoinSet::new();
        for name in names {
            let site = Arc::clone(self);
            calls.spawn(async move { site.greet(&name).await });
        }
        while calls.join_next().await.is_some() {}
    }

    /// Calls one peer and keeps what came of it.
    pub(crate) async fn greet(&self, name: &str) {
        let Some(peer) = self.state().peers.get(name).cloned() else {
            return;
        };
        let outcome = self.call(&peer.api_url, peer.pin).await;
        if let Some(row) = self.state().peers.get_mut(name) {
            let latched = row.outgoing.as_ref().is_some_and(is_trust_error);
            if !latched {
                row.outgoing = outcome.as_ref().err().cloned();
            }
            if let Ok(told) = outcome {
                row.told = Some(told);
            }
        }
    }

    /// One greeting over TLS with both certificates shown: what the other one tells of its version.
    pub(crate) async fn call(&self, url: &str, pin: Option<Thumbprint>) -> Result<Told, ApiError> {
        let Told { api, build } = self.tells();
        let headers = format!(
            "{CALLER}: {}\r\n{VERSION}: {api}\r\n{BUILD}: {build}\r\n",
            self.name
        );
        let answer = self.ask(url, pin, "GET", GREETING, &headers, "").await?;
        match answer.status {
            200 => answer.told().ok_or_else(unreachable),
            403 => Err(ApiError::forbidden()),
            _ => Err(unreachable()),
        }
    }

    /// One request to another site, which has to present the pinned certificate before it is sent.
    pub(crate) async fn ask(
        &self,
        url: &str,
        pin: Option<Thumbprint>,
        method: &str,
        path: &str,
        headers: &str,
        body: &str,
    ) -> Result<Head, ApiError> {
        let at = address_of(url).ok_or_else(unreachable)?;
        let own = self
            .state()
            .identities
            .get(&Service::Cloud)
            .map(|identity| Arc::clone(&identity.tls));
        let (mut stream, seen) = connect(self.through_tunnel(at), own).await?;
        if Some(seen.thumbprint()) != pin {
            return Err(ApiError::certificate_mismatch());
        }
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {at}\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        );
        let answer = exchange(&mut stream, request.as_bytes());
        match tokio::time::timeout(PATIENCE, answer).await {
            Ok(Ok(head)) => Ok(head),
            _ => Err(unreachable()),
        }
    }

    /// Whether a caller's certificate is the one pinned for the peer it says to be; a refusal is kept, and
    /// so is what a welcome caller tells of itself.
    pub(crate) fn welcomes(
        &self,
        caller: &str,
        leaf: Option<Thumbprint>,
        told: Option<Told>,
    ) -> bool {
        let mut state = self.state();
        let Some(peer) = state.peers.get_mut(caller) else {
            return false;
        };
        let is_welcome = leaf.is_some() && leaf == peer.pin;
        peer.incoming = if is_welcome {
            None
        } else {
            Some(ApiError::certificate_mismatch())
        };
        if is_welcome && told.is_some() {
            peer.told = told;
        }
        is_welcome
    }
}

/// An error that a repair has to mend, as against a peer that is down for a while.
pub(crate) fn is_trust_error(error: &ApiError) -> bool {
    matches!(error.code.as_str(), "CertificateMismatch" | "Forbidden")
}

/// A bare handshake: who is there?
pub(crate) async fn handshake(
    at: SocketAddr,
    own: Option<Arc<CertifiedKey>>,
) -> Result<Seen, ApiError> {
    connect(at, own).await.map(|(_, seen)| seen)
}

async fn connect(
    at: SocketAddr,
    own: Option<Arc<CertifiedKey>>,
) -> Result<(TlsStream<TcpStream>, Seen), ApiError> {
    let config = tls::curious_client(own).map_err(|_| unreachable())?;
    let connector = tokio_rustls::TlsConnector::from(config);
    let name = ServerName::from(at.ip());
    let attempt = async {
        let tcp = TcpStream::connect(at).await?;
        tcp.set_nodelay(true)?;
        connector.connect(name, tcp).await
    };
    let stream = tokio::time::timeout(PATIENCE, attempt)
        .await
        .map_err(|_| unreachable())?
        .map_err(|_| unreachable())?;
    let chain = stream
        .get_ref()
        .1
        .peer_certificates()
        .unwrap_or_default()
        .iter()
        .map(|c| c.clone().into_owned())
        .collect();
    Ok((stream, Seen { at, chain }))
}

/// The head of an answer: the status and the headers.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
}

impl Head {
    fn of(text: &str) -> Option<Self> {
        let mut lines = text.split("\r\n");
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let headers = lines.filter_map(|line| line.split_once(": "));
        Some(Self {
            status,
            headers: headers
                .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
                .collect(),
        })
    }

    fn header(&self, name: &str) -> Option<String> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone())
    }

    fn told(&self) -> Option<Told> {
        Some(Told {
            api: self.header(VERSION)?,
            build: self.header(BUILD)?,
        })
    }
}

/// Sends a request and reads the head of its answer.
async fn exchange(stream: &mut TlsStream<TcpStream>, request: &[u8]) -> std::io::Result<Head> {
    stream.write_all(request).await?;
    stream.flush().await?;
    let mut read = Vec::new();
    let invalid = || std::io::Error::from(std::io::ErrorKind::InvalidData);
    while read.len() < MOST_HEAD {
        if let Some(end) = read.windows(4).position(|four| four == b"\r\n\r\n") {
            let head = read.get(..end).and_then(|head| str::from_utf8(head).ok());
            return head.and_then(Head::of).ok_or_else(invalid);
        }
        if stream.read_buf(&mut read).await? == 0 {
            break;
        }
    }
    Err(invalid())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_addresses_that_sites_know_each_other_by() {
        let at: SocketAddr = "127.0.0.1:8048".parse().unwrap();
        assert_eq!(address_of("https://127.0.0.1:8048"), Some(at));
        assert_eq!(address_of("https://127.0.0.1:8048/"), Some(at));
        assert_eq!(address_of("http://127.0.0.1:8048"), None);
    }

    #[test]
    fn reads_what_the_other_site_tells_of_its_version() {
        let text =
            "HTTP/1.1 200 OK\r\nX-Practice-Lab-Version: 4.5\r\nx-practice-lab-build: 4.5.0.1";
        let head = Head::of(text).unwrap();
        let told = Told {
            api: "4.5".into(),
            build: "4.5.0.1".into(),
        };
        assert_eq!((head.status, head.told()), (200, Some(told)));
        assert_eq!(Head::of("HTTP/1.1 403 Forbidden").unwrap().told(), None);
        assert_eq!(Head::of("hello"), None);
    }
}
