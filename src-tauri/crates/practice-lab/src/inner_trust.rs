//! Whether the services of one site know each other. A replaced certificate of the Tunnel, the Replicator or the
//! Manager breaks that until an administrator hands over the new one (`docs/vcda-api.md` §3.6).

use certificate::Thumbprint;

use crate::connection::{address_of, handshake};
use crate::service::Service;
use crate::site::Site;
use crate::wire::ApiError;

impl Site {
    /// What is wrong between the Cloud Service and the Tunnel, tried right then.
    pub(crate) async fn tunnel_trouble(&self) -> Option<ApiError> {
        let inside = self.state().inside.clone();
        let pin = inside.tunnel_leaf.thumbprint();
        self.trouble_with(&inside.tunnel_url, pin).await
    }

    /// What is wrong between the Manager and the Replicator, in either direction, tried right then.
    pub(crate) async fn replicator_trouble(&self) -> Option<ApiError> {
        let inside = self.state().inside.clone();
        if self.thumbprint(Service::Manager) != Some(inside.manager_pin) {
            return Some(ApiError::certificate_mismatch());
        }
        self.trouble_with(&inside.replicator_url, inside.replicator_pin)
            .await
    }

    /// Whether a service of this site answers there with that certificate.
    pub(crate) async fn trouble_with(&self, url: &str, pin: Thumbprint) -> Option<ApiError> {
        let Some(at) = address_of(url) else {
            return Some(ApiError::invented(
                "ServiceUnreachable",
                format!("{url:?} is no address of a service."),
            ));
        };
        // The service shows who it is, as it does to its peers.
        let own = self.presented(Service::Cloud);
        match handshake(at, own, &self.world.surroundings).await {
            Ok(seen) if seen.thumbprint() == pin => None,
            Ok(_) => Some(ApiError::certificate_mismatch()),
            Err(error) => Some(error),
        }
    }
}
