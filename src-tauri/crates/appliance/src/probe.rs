//! Who is there? A bare TLS handshake: no HTTP, no credential, anybody's certificate is looked at.
//!
//! Every probe is a fresh TCP connection and a full handshake, and whoever answers has to prove the private key of
//! what it shows. That makes a probe the one trustworthy look at an appliance whose services are restarting.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use certificate::{Certificate, ReadCertificateError, Thumbprint};
use ground::{Stream, Surroundings};
use rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::TlsConnector;

use crate::address::ApplianceAddress;
use crate::error::{Phase, Unreachable};
use crate::limits::ProbeLimits;
use crate::tls::{self, Witness};
use crate::transport;

/// The most certificates of a chain that are looked at.
const CHAIN_CAP: usize = 10;

/// What a probe saw.
#[derive(Clone, Debug)]
pub struct Sighting {
    /// The certificate of the server, whose key it has proven.
    pub leaf: Certificate,
    /// What it showed beside the leaf, in its order; certificates that cannot be read are left out.
    pub chain: Vec<Certificate>,
    /// The address that answered.
    pub address: SocketAddr,
    /// From the start of the connection to the end of the handshake.
    pub took: Duration,
}

/// Why a probe saw nobody.
#[derive(Debug, thiserror::Error)]
pub enum ProbeError {
    /// No connection came about.
    #[error("the appliance cannot be reached: {why}")]
    Unreachable {
        /// What is known of the reason.
        why: Unreachable,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// A time limit passed.
    #[error("the probe took too long: {phase}")]
    TimedOut {
        /// What was being waited for.
        phase: Phase,
    },
    /// Something answers there, and it does not speak TLS.
    #[error("the port answers, but not with TLS")]
    NotTls {
        /// What the TLS library made of the answer.
        #[source]
        source: rustls::Error,
    },
    /// The handshake failed. Where a certificate was shown before, it is told, but its key was not proven.
    #[error("the TLS handshake failed")]
    Handshake {
        /// The thumbprint of the certificate that was shown, if one was.
        shown: Option<Thumbprint>,
        /// The certificate itself, where it can be read.
        leaf: Option<Box<Certificate>>,
        /// What the TLS library said.
        #[source]
        source: rustls::Error,
    },
    /// The key was proven, and the certificate cannot be read.
    #[error("the certificate {shown} cannot be read")]
    UnreadableCertificate {
        /// Its thumbprint.
        shown: Thumbprint,
        /// Where reading failed.
        #[source]
        source: ReadCertificateError,
    },
}

impl ProbeError {
    /// Whether nobody answers at the moment: the port is closed, silent or unreachable, as during a restart.
    pub fn is_absence(&self) -> bool {
        matches!(self, Self::Unreachable { .. } | Self::TimedOut { .. })
    }
}

/// Looks at who answers at this address.
pub async fn probe(
    address: &ApplianceAddress,
    limits: ProbeLimits,
    surroundings: &Surroundings,
) -> Result<Sighting, ProbeError> {
    let begun = surroundings.instant();
    let stream = connect(address, limits.connect, surroundings).await?;
    let peer = stream.peer_addr();
    let witness = Arc::new(Witness::default());
    let shaking = shake_hands(address, stream, &witness);
    let phase = Phase::Handshake;
    match surroundings.timeout(limits.handshake, shaking).await {
        Ok(shaken) => shaken?,
        Err(_) => return Err(ProbeError::TimedOut { phase }),
    }
    let took = surroundings.since(begun);
    let shown = witness.shown();
    let (leaf, chain) = read_chain(&shown)?;
    Ok(Sighting {
        leaf,
        chain,
        address: peer,
        took,
    })
}

async fn connect(
    address: &ApplianceAddress,
    limit: Duration,
    surroundings: &Surroundings,
) -> Result<Stream, ProbeError> {
    let connecting = surroundings.connect(address.host(), address.port());
    match surroundings.timeout(limit, connecting).await {
        Ok(connected) => connected.map_err(unreachable),
        Err(_) => Err(ProbeError::TimedOut {
            phase: Phase::Connecting,
        }),
    }
}

async fn shake_hands(
    address: &ApplianceAddress,
    stream: Stream,
    witness: &Arc<Witness>,
) -> Result<(), ProbeError> {
    let name = ServerName::try_from(address.host().to_owned())
        .map_err(|source| unreachable(io::Error::new(io::ErrorKind::InvalidInput, source)))?;
    let connector = TlsConnector::from(Arc::new(tls::observing(Arc::clone(witness))));
    let shaken = connector.connect(name, stream).await;
    shaken
        .map(drop)
        .map_err(|error| failed_handshake(error, witness))
}

/// Sorts a failed handshake: broken off, not TLS at all, or TLS that did not come to an end.
fn failed_handshake(error: io::Error, witness: &Witness) -> ProbeError {
    let Some(source) = transport::tls_error_in(&error).cloned() else {
        return unreachable(error);
    };
    if transport::speaks_no_tls(&source) {
        return ProbeError::NotTls { source };
    }
    let shown = witness.shown();
    let leaf = shown.first();
    ProbeError::Handshake {
        shown: leaf.map(|leaf| Thumbprint::of(leaf)),
        leaf: leaf
            .and_then(|leaf| Certificate::from_der(leaf.to_vec()).ok())
            .map(Box::new),
        source,
    }
}

fn unreachable(source: io::Error) -> ProbeError {
    ProbeError::Unreachable {
        why: transport::why_unreachable(&source),
        source,
    }
}

/// Reads the leaf, which must be readable, and as much of the rest as is.
fn read_chain(shown: &[CertificateDer<'_>]) -> Result<(Certificate, Vec<Certificate>), ProbeError> {
    let (leaf, rest) = shown
        .split_first()
        .expect("a completed handshake showed a certificate");
    let leaf = Certificate::from_der(leaf.to_vec()).map_err(|source| {
        ProbeError::UnreadableCertificate {
            shown: Thumbprint::of(leaf),
            source,
        }
    })?;
    let chain = rest
        .iter()
        .take(CHAIN_CAP)
        .filter_map(|other| Certificate::from_der(other.to_vec()).ok());
    Ok((leaf, chain.collect()))
}
