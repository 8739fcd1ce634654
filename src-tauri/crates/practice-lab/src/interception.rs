//! Somebody between two sites who terminates TLS with a certificate of his own.
//!
//! It is a real proxy: it shakes hands with both sides and carries what they say. What it cannot do is
//! prove the key of a certificate that is not its own.

use std::net::SocketAddr;
use std::sync::Arc;

use ground::{Listener, Stream, Surroundings};
use rustls::pki_types::ServerName;
use tokio::io::copy_bidirectional;
use tokio::task::JoinHandle;
use tokio_rustls::{TlsAcceptor, TlsConnector};

use crate::identity::Identity;
use crate::tls;

/// A proxy that stands between; dropping it takes it away.
#[derive(Debug)]
pub(crate) struct Interception(JoinHandle<()>);

impl Drop for Interception {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Interception {
    /// Stands on `listener` in front of `target`, with `identity` for whoever calls.
    pub(crate) fn new(
        mut listener: Listener,
        target: SocketAddr,
        identity: &Identity,
        surroundings: Surroundings,
    ) -> Self {
        let identity = Arc::clone(&identity.tls);
        Self(tokio::spawn(async move {
            while let Ok(caller) = listener.accept().await {
                let (identity, surroundings) = (Arc::clone(&identity), surroundings.clone());
                tokio::spawn(carry(caller, target, identity, surroundings));
            }
        }))
    }
}

async fn carry(
    caller: Stream,
    target: SocketAddr,
    identity: Arc<rustls::sign::CertifiedKey>,
    surroundings: Surroundings,
) {
    let (Ok(server), Ok(client)) = (tls::server(identity), tls::curious_client(None)) else {
        return;
    };
    let Ok(mut caller) = TlsAcceptor::from(server).accept(caller).await else {
        return;
    };
    let host = target.ip().to_string();
    let Ok(stream) = surroundings.connect(&host, target.port()).await else {
        return;
    };
    let Ok(mut called) = TlsConnector::from(client)
        .connect(ServerName::from(target.ip()), stream)
        .await
    else {
        return;
    };
    // Either side may hang up at any moment.
    let _ended = copy_bidirectional(&mut caller, &mut called).await;
}
