//! Connections: over TCP, or through pipes in memory.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};

use crate::memory::{self, Memory};
use crate::stream::Stream;

/// How long the addresses of one family are tried before those of the other are tried beside them (RFC 8305, §8).
const HEAD_START: Duration = Duration::from_millis(250);

/// Where connections lead.
#[derive(Clone, Debug)]
pub(crate) enum Network {
    /// To wherever this computer reaches.
    Tcp,
    /// To listeners on the same memory.
    Memory(Arc<Memory>),
}

/// A name that does not resolve.
#[derive(Debug, thiserror::Error)]
#[error("the name does not resolve")]
pub struct NameNotFound(#[source] Option<io::Error>);

/// Takes connections until it is dropped.
#[derive(Debug)]
pub enum Listener {
    /// Over TCP.
    Tcp(TcpListener),
    /// Through pipes.
    Memory(memory::Door),
}

impl Network {
    pub(crate) fn in_memory() -> Self {
        Self::Memory(Arc::default())
    }

    pub(crate) async fn connect(&self, host: &str, port: u16) -> io::Result<Stream> {
        match self {
            Self::Tcp => connect_to_one_of(resolve(host, port).await?).await,
            Self::Memory(memory) => {
                let at = host.parse().map_err(|_| not_found(None))?;
                memory.connect(SocketAddr::new(at, port))
            }
        }
    }

    pub(crate) async fn listen(&self, at: SocketAddr) -> io::Result<Listener> {
        match self {
            Self::Tcp => TcpListener::bind(at).await.map(Listener::Tcp),
            Self::Memory(memory) => Memory::listen(memory, at).map(Listener::Memory),
        }
    }
}

impl Listener {
    /// The next connection.
    pub async fn accept(&mut self) -> io::Result<Stream> {
        match self {
            Self::Tcp(listener) => {
                let (stream, from) = listener.accept().await?;
                stream.set_nodelay(true)?;
                Ok(Stream::tcp(stream, from))
            }
            Self::Memory(door) => door.accept().await,
        }
    }

    /// Where it listens.
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        match self {
            Self::Tcp(listener) => listener.local_addr(),
            Self::Memory(door) => Ok(door.at()),
        }
    }
}

fn not_found(cause: Option<io::Error>) -> io::Error {
    io::Error::new(io::ErrorKind::NotFound, NameNotFound(cause))
}

/// Looks a host up; a host that is an address is its own answer.
async fn resolve(host: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
    let found: Vec<_> = tokio::net::lookup_host((host, port))
        .await
        .map_err(|error| not_found(Some(error)))?
        .collect();
    if found.is_empty() {
        return Err(not_found(None));
    }
    Ok(found)
}

/// The addresses of the first one's family, and beside them, a little later, those of the other: a name often has an
/// address that leads nowhere from here.
async fn connect_to_one_of(addresses: Vec<SocketAddr>) -> io::Result<Stream> {
    let is_first = addresses.first().map(SocketAddr::is_ipv6);
    let (first, other): (Vec<_>, Vec<_>) = addresses
        .into_iter()
        .partition(|at| Some(at.is_ipv6()) == is_first);
    let stream = if other.is_empty() {
        TcpStream::connect(&*first).await?
    } else {
        race(&first, &other).await?
    };
    stream.set_nodelay(true)?;
    let peer = stream.peer_addr()?;
    Ok(Stream::tcp(stream, peer))
}

#[expect(
    clippy::disallowed_methods,
    reason = "of TCP, where time is the machine's"
)]
async fn race(first: &[SocketAddr], other: &[SocketAddr]) -> io::Result<TcpStream> {
    let later = async {
        tokio::time::sleep(HEAD_START).await;
        TcpStream::connect(other).await
    };
    let (mut earlier, mut later) = (Box::pin(TcpStream::connect(first)), Box::pin(later));
    tokio::select! {
        come = &mut earlier => match come {
            Ok(stream) => Ok(stream),
            Err(_) => TcpStream::connect(other).await,
        },
        come = &mut later => match come {
            Ok(stream) => Ok(stream),
            Err(_) => earlier.await,
        },
    }
}
