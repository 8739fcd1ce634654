//! One TLS listener, over TCP or in memory: accepts, shows the service's certificate, hands the connection to the handlers.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use certificate::Thumbprint;
use ground::{Listener, Stream};
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::task::{JoinHandle, JoinSet};
use tokio_rustls::TlsAcceptor;

use crate::caller::Caller;
use crate::faults::Fault;
use crate::handlers;
use crate::service::Service;
use crate::site::Site;
use crate::tls;

/// How long a connection may take to shake hands.
const PATIENCE: Duration = Duration::from_secs(10);

/// A door of a site.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Door {
    pub(crate) service: Service,
    pub(crate) through_tunnel: bool,
    pub(crate) at: SocketAddr,
}

/// A listener with all its connections. Dropping it closes both.
#[derive(Debug)]
pub(crate) struct Listening(JoinHandle<()>);

impl Drop for Listening {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Listening {
    /// Closes the listener and its connections, and waits until they are closed.
    pub(crate) async fn close(mut self) {
        self.0.abort();
        // The task was told to end; that it was cancelled is what we wait for.
        let _ended = (&mut self.0).await;
    }
}

/// Opens a door and serves whoever comes in until the value is dropped.
pub(crate) async fn open(site: &Arc<Site>, door: Door) -> io::Result<Listening> {
    let listener = site.world.surroundings.listen(door.at).await?;
    Ok(serve(site, door, listener))
}

/// Serves a listener that is bound already.
pub(crate) fn serve(site: &Arc<Site>, door: Door, mut listener: Listener) -> Listening {
    let site = Arc::clone(site);
    Listening(tokio::spawn(async move {
        let mut connections = JoinSet::new();
        loop {
            while connections.try_join_next().is_some() {}
            let Ok(stream) = listener.accept().await else {
                continue;
            };
            if !site.struck_by(Fault::SiteDown) {
                connections.spawn(welcome(Arc::clone(&site), door, stream));
            }
        }
    }))
}

async fn welcome(site: Arc<Site>, door: Door, stream: Stream) {
    let from = stream.peer_addr().ip();
    let Some(identity) = site.presented(door.service) else {
        return;
    };
    let Ok(config) = tls::server(identity) else {
        return;
    };
    let accepting = TlsAcceptor::from(config).accept(stream);
    let accepted = site.world.surroundings.timeout(PATIENCE, accepting).await;
    let Ok(Ok(stream)) = accepted else { return };
    let shown = stream
        .get_ref()
        .1
        .peer_certificates()
        .and_then(<[_]>::first);
    let leaf = shown.map(|leaf| Thumbprint::of(leaf));
    // What the services of a site say to each other is nobody's business outside.
    if leaf.is_none() || leaf != site.thumbprint(Service::Cloud) {
        site.world.truth.handshake(&site.name);
    }
    let caller = Caller {
        service: door.service,
        through_tunnel: door.through_tunnel,
        from,
        leaf,
    };
    let answers = TowerToHyperService::new(handlers::router(Arc::clone(&site), caller));
    let service = service_fn(move |request| {
        let is_down = site.struck_by(Fault::SiteDown);
        let answer = answers.call(request);
        async move {
            if is_down {
                return Err(io::Error::from(io::ErrorKind::ConnectionReset));
            }
            let Ok(answer) = answer.await;
            Ok(answer)
        }
    });
    // A connection that breaks is the caller's business.
    let _ended = http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
}
