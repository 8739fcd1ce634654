//! How sites speak to each other: real TLS, each side with its certificate, each comparing it with its pin.
//!
//! The product keeps a thumbprint per peer and uses it in both directions (`docs/vcda-api.md` §3.3). So
//! here: the caller compares the leaf it is shown with its pin, and the called site compares the caller's
//! own certificate, presented in the same handshake, with its pin of the caller.

use std::net::SocketAddr;
use std::sync::Arc;

use certificate::Thumbprint;

use crate::connection::{Head, Seen, address_of, connect, exchange, handshake, unreachable};
use crate::service::Service;
use crate::site::{Site, Told};
use crate::wire::ApiError;

/// The path on which the sites of a lab greet each other. It is the lab's own: how the product's sites do
/// it is not documented.
pub(crate) const GREETING: &str = "/practice-lab/greeting";
/// The header that names the calling site in a greeting.
pub(crate) const CALLER: &str = "x-practice-lab-site";
/// The headers by which both sides of a greeting tell their versions.
pub(crate) const VERSION: &str = "x-practice-lab-version";
/// The build that goes with it.
pub(crate) const BUILD: &str = "x-practice-lab-build";

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
        handshake(at, None, &self.world.surroundings).await
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
            200 => told_in(&answer).ok_or_else(unreachable),
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
        let here = &self.world.surroundings;
        let own = self.presented(Service::Cloud);
        let (mut stream, seen) = connect(self.through_tunnel(at), own, here).await?;
        if Some(seen.thumbprint()) != pin {
            return Err(ApiError::certificate_mismatch());
        }
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {at}\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        );
        exchange(&mut stream, request.as_bytes(), here).await
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

/// What the called site tells of its version.
fn told_in(answer: &Head) -> Option<Told> {
    Some(Told {
        api: answer.header(VERSION)?,
        build: answer.header(BUILD)?,
    })
}
