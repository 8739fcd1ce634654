//! One connection from a site to an address: who is there, one request, the head of its answer.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use certificate::Thumbprint;
use ground::{Stream, Surroundings};
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::sign::CertifiedKey;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_rustls::client::TlsStream;

use crate::tls;
use crate::wire::ApiError;

/// How long a site waits for another.
const PATIENCE: Duration = Duration::from_secs(10);
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

pub(crate) fn unreachable() -> ApiError {
    ApiError::invented("PeerUnreachable", "The peer site does not answer.")
}

/// The address behind `https://host:port`, with or without a slash at its end.
pub(crate) fn address_of(url: &str) -> Option<SocketAddr> {
    let rest = url.strip_prefix("https://")?.trim_end_matches('/');
    rest.parse()
        .ok()
        .or_else(|| format!("{rest}:443").parse().ok())
}

/// A bare handshake: who is there?
pub(crate) async fn handshake(
    at: SocketAddr,
    own: Option<Arc<CertifiedKey>>,
    surroundings: &Surroundings,
) -> Result<Seen, ApiError> {
    connect(at, own, surroundings).await.map(|(_, seen)| seen)
}

pub(crate) async fn connect(
    at: SocketAddr,
    own: Option<Arc<CertifiedKey>>,
    surroundings: &Surroundings,
) -> Result<(TlsStream<Stream>, Seen), ApiError> {
    let config = tls::curious_client(own).map_err(|_| unreachable())?;
    let connector = tokio_rustls::TlsConnector::from(config);
    let name = ServerName::from(at.ip());
    let attempt = async {
        let host = at.ip().to_string();
        let stream = surroundings.connect(&host, at.port()).await?;
        connector.connect(name, stream).await
    };
    let stream = surroundings
        .timeout(PATIENCE, attempt)
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

    pub(crate) fn header(&self, name: &str) -> Option<String> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone())
    }
}

/// Sends a request and reads the head of its answer.
pub(crate) async fn exchange(
    stream: &mut TlsStream<Stream>,
    request: &[u8],
    surroundings: &Surroundings,
) -> Result<Head, ApiError> {
    match surroundings.timeout(PATIENCE, sent(stream, request)).await {
        Ok(Ok(head)) => Ok(head),
        _ => Err(unreachable()),
    }
}

async fn sent(stream: &mut TlsStream<Stream>, request: &[u8]) -> std::io::Result<Head> {
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
    fn reads_the_head_of_an_answer() {
        let head = Head::of("HTTP/1.1 200 OK\r\nX-Practice-Lab-Version: 4.5").unwrap();
        assert_eq!(head.status, 200);
        assert_eq!(
            head.header("x-practice-lab-version").as_deref(),
            Some("4.5")
        );
        assert_eq!(head.header("x-other"), None);
        assert_eq!(Head::of("hello"), None);
    }
}
