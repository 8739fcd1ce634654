//! Fetching an issuer's certificate from the address that a certificate names, when a person asks for it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use certificate::{Certificate, Options, read};
use ground::Surroundings;
use reqwest::{Client, Response, Url, redirect};
use rustls::crypto::ring;
use rustls::{ClientConfig, RootCertStore};

use crate::error::{FetchError, Unvisited};
use crate::reach::Reach;
use crate::store::root_ders;

/// The longest answer: intermediate certificates have 2 KiB, bundles of them 20.
const LARGEST: usize = 64 << 10;
/// How long all of it may take, the name's resolution included.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// Fetches the certificates at `address`: DER, PEM or PKCS#7, as authorities publish them. Whether one of
/// them is the missing issuer is for the chain to decide, by its signature.
///
/// Only http and https, and what `reach` allows, which is ports 80 and 443 and public addresses: what the name resolves to is checked, and
/// that is what is connected to. No proxy, no redirection, no cookies.
pub(crate) async fn fetch_within(
    address: &str,
    reach: Reach,
    limit: Duration,
    surroundings: &Surroundings,
) -> Result<Vec<Certificate>, FetchError> {
    let target = Target::of(address, reach)?;
    let host = target.host.clone();
    match surroundings.timeout(limit, visit(target, reach)).await {
        Ok(answer) => answer,
        Err(_) => Err(FetchError::TookTooLong { host, limit }),
    }
}

/// An address that may be visited, as far as it tells by itself.
struct Target {
    url: Url,
    host: String,
    port: u16,
}

impl Target {
    fn of(address: &str, reach: Reach) -> Result<Self, FetchError> {
        let not_visited = |why| FetchError::NotVisited {
            address: address.to_owned(),
            why,
        };
        let not_an_address = || FetchError::NotAnAddress {
            address: address.to_owned(),
        };
        let url = Url::parse(address).map_err(|_| not_an_address())?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(not_visited(Unvisited::Scheme));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(not_visited(Unvisited::UserName));
        }
        let port = url.port_or_known_default().ok_or_else(not_an_address)?;
        if !(reach.allows_port)(port) {
            return Err(not_visited(Unvisited::Port));
        }
        let host = url.host_str().ok_or_else(not_an_address)?;
        // An address of version 6 stands in brackets there.
        let host = host.trim_matches(['[', ']']).to_owned();
        Ok(Self { url, host, port })
    }

    /// What the name resolves to, all of it allowed.
    async fn resolved(&self, reach: Reach) -> Result<Vec<SocketAddr>, FetchError> {
        let host = || self.host.clone();
        let found: Vec<SocketAddr> = tokio::net::lookup_host((self.host.as_str(), self.port))
            .await
            .map_err(|source| FetchError::NotFound {
                host: host(),
                source,
            })?
            .collect();
        match reach.forbidden_among(&found) {
            Some(address) => Err(FetchError::NotPublic {
                host: host(),
                address,
            }),
            None => Ok(found),
        }
    }
}

async fn visit(target: Target, reach: Reach) -> Result<Vec<Certificate>, FetchError> {
    let addresses = target.resolved(reach).await?;
    let host = target.host;
    let unreachable = |source: reqwest::Error| FetchError::Unreachable {
        host: host.clone(),
        source: source.without_url(),
    };
    let client = client(&host, &addresses).map_err(unreachable)?;
    let answer = client.get(target.url).send().await.map_err(unreachable)?;
    if !answer.status().is_success() {
        let status = answer.status().as_u16();
        return Err(FetchError::Refused { host, status });
    }
    match body(answer).await.map_err(unreachable)? {
        Some(bytes) => certificates_in(&bytes, host),
        None => Err(FetchError::TooLarge {
            host,
            limit: LARGEST,
        }),
    }
}

/// A client that connects to these addresses and to nothing else.
fn client(host: &str, addresses: &[SocketAddr]) -> reqwest::Result<Client> {
    Client::builder()
        .no_proxy()
        .redirect(redirect::Policy::none())
        .retry(reqwest::retry::never())
        .resolve_to_addrs(host, addresses)
        .tls_backend_preconfigured(tls())
        .build()
}

/// TLS with the roots of this machine. A forged answer would be no issuer of anything: the signature
/// decides that, whatever the connection was.
fn tls() -> ClientConfig {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(root_ders());
    ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("ring offers TLS 1.2 and TLS 1.3")
        .with_root_certificates(roots)
        .with_no_client_auth()
}

/// The body, or nothing where it is too long.
async fn body(mut answer: Response) -> reqwest::Result<Option<Vec<u8>>> {
    let mut all = Vec::new();
    while let Some(piece) = answer.chunk().await? {
        if all.len() + piece.len() > LARGEST {
            return Ok(None);
        }
        all.extend_from_slice(&piece);
    }
    Ok(Some(all))
}

/// The certificates in an answer. Nothing there is decrypted: issuers are public.
fn certificates_in(bytes: &[u8], host: String) -> Result<Vec<Certificate>, FetchError> {
    let options = Options {
        hashes: 0,
        memory: 0,
        size: LARGEST,
    };
    match read(bytes, None, &options) {
        Ok(held) if held.certificates.is_empty() => {
            Err(FetchError::NoCertificate { host, source: None })
        }
        Ok(held) => Ok(held.certificates),
        Err(error) => Err(FetchError::NoCertificate {
            host,
            source: Some(error),
        }),
    }
}

#[cfg(test)]
pub(crate) mod tests;
