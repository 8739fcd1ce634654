//! How a request finds its way: a connection of the surroundings, and our own TLS over it.
//!
//! One HTTP client for every connection, whatever it is made of: hyper's own, with its pool. `reqwest` is the same one
//! below, but takes no connector (docs/decisions/clocks.md).

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use certificate::Thumbprint;
use ground::{Stream, Surroundings};
use http::Uri;
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_util::client::legacy;
use hyper_util::client::legacy::connect::{Connected, Connection};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use rustls::pki_types::ServerName;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tower_service::Service;

use crate::limits::HEADER_COUNT_CAP;
use crate::meter::Meter;
use crate::tls;

/// The pool of connections to one appliance.
pub(crate) type Client = legacy::Client<Connector, Full<Bytes>>;

/// HTTP/1.1 over our own TLS; no proxy, no redirects, no second tries of what was begun, no cookies.
pub(crate) fn client(
    pin: Thumbprint,
    meter: &Arc<Meter>,
    limit: Duration,
    surroundings: &Surroundings,
) -> Client {
    let tls = Arc::new(tls::pinned(pin, Arc::clone(meter)));
    let connector = Connector {
        tls: TlsConnector::from(tls),
        limit,
        surroundings: surroundings.clone(),
    };
    legacy::Client::builder(TokioExecutor::new())
        .timer(TokioTimer::new())
        .pool_timer(TokioTimer::new())
        .http1_max_headers(HEADER_COUNT_CAP)
        .build(connector)
}

/// Makes connections on which the pinned certificate was shown.
#[derive(Clone)]
pub(crate) struct Connector {
    tls: TlsConnector,
    limit: Duration,
    surroundings: Surroundings,
}

impl Connector {
    /// The name, the connection and the handshake, within one limit.
    async fn connect(self, to: Uri) -> io::Result<Secured> {
        let connecting = self.secured(&to);
        match self.surroundings.timeout(self.limit, connecting).await {
            Ok(connected) => connected,
            Err(elapsed) => Err(io::Error::new(io::ErrorKind::TimedOut, elapsed)),
        }
    }

    async fn secured(&self, to: &Uri) -> io::Result<Secured> {
        let invalid = |why: &str| io::Error::new(io::ErrorKind::InvalidInput, why.to_owned());
        let host = to.host().ok_or_else(|| invalid("no host"))?;
        // An address of version 6 stands in brackets there.
        let host = host.trim_matches(['[', ']']).to_owned();
        let port = to.port_u16().unwrap_or(443);
        let stream = self.surroundings.connect(&host, port).await?;
        let name = ServerName::try_from(host).map_err(|_| invalid("no name of a server"))?;
        let stream = self.tls.connect(name, stream).await?;
        Ok(Secured(TokioIo::new(stream)))
    }
}

impl Service<Uri> for Connector {
    type Response = Secured;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<Secured>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        Box::pin(self.clone().connect(to))
    }
}

/// A connection whose other end has proven the key of the pinned certificate.
pub(crate) struct Secured(TokioIo<TlsStream<Stream>>);

impl Connection for Secured {
    fn connected(&self) -> Connected {
        Connected::new()
    }
}

impl Read for Secured {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        into: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(context, into)
    }
}

impl Write for Secured {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(context)
    }
}
