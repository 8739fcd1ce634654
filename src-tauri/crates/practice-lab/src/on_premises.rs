//! On-premises sites: they pair with the own site, and nobody in the cloud can repair them.
//!
//! Source: `docs/vcda-api.md` §3.5 and §4. Before 4.3 they pin the Cloud Service's certificate. From 4.3 on
//! a certificate that a trusted authority signed is enough; a self-signed one is pinned.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use certificate::Thumbprint;
use ground::Surroundings;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use serde_json::{Value, json};

use crate::connection::{Seen, handshake};
use crate::version::Version;
use crate::wire::ApiError;

/// One on-premises site.
#[derive(Debug, Clone)]
pub(crate) struct OnPremises {
    pub(crate) name: String,
    pub(crate) owner: String,
    pub(crate) id: String,
    pub(crate) version: Version,
    pub(crate) pin: Thumbprint,
    /// The authorities it trusts. The practice root is private: a site has it only where somebody put it.
    pub(crate) roots: Arc<Vec<CertificateDer<'static>>>,
    pub(crate) trouble: Option<ApiError>,
}

impl OnPremises {
    /// Its row of `GET /vc-sites`. `site` and `owner` are known; the rest is inferred from `GET /sites`.
    pub(crate) fn row(&self) -> Value {
        json!({
            "id": self.id,
            "site": self.name,
            "owner": self.owner,
            "description": "",
            "apiVersion": self.version.label(),
            "buildVersion": self.version.build(),
            "state": { "incomingCommError": self.trouble, "outgoingCommError": null },
        })
    }

    /// Calls the cloud site at its public service endpoint and judges what it presents.
    pub(crate) async fn call(
        &self,
        endpoint: SocketAddr,
        surroundings: &Surroundings,
    ) -> Result<(), ApiError> {
        let seen = handshake(endpoint, None, surroundings).await?;
        let since = surroundings.now().unix_timestamp();
        let since = Duration::from_secs(since.try_into().unwrap_or_default());
        if self.accepts(&seen, UnixTime::since_unix_epoch(since)) {
            Ok(())
        } else {
            Err(ApiError::certificate_mismatch())
        }
    }

    fn accepts(&self, seen: &Seen, now: UnixTime) -> bool {
        seen.thumbprint() == self.pin
            || (self.version.on_premises_verify_chains() && self.verifies(seen, now))
    }

    fn verifies(&self, seen: &Seen, now: UnixTime) -> bool {
        let anchors: Vec<_> = self
            .roots
            .iter()
            .filter_map(|root| webpki::anchor_from_trusted_cert(root).ok())
            .collect();
        let Some((leaf, intermediates)) = seen.chain.split_first() else {
            return false;
        };
        let Ok(leaf) = webpki::EndEntityCert::try_from(leaf) else {
            return false;
        };
        let Ok(name) = ServerName::try_from(seen.at.ip().to_string()) else {
            return false;
        };
        let usage = webpki::KeyUsage::server_auth();
        let algorithms = webpki::ALL_VERIFICATION_ALGS;
        let path =
            leaf.verify_for_usage(algorithms, &anchors, intermediates, now, usage, None, None);
        path.is_ok() && leaf.verify_is_valid_for_subject_name(&name).is_ok()
    }
}
