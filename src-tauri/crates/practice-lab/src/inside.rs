//! What the services of one site keep of each other (`docs/vcda-api.md` §3.6).

use certificate::{Certificate, Thumbprint};

/// What the services of a site keep of each other.
#[derive(Debug, Clone)]
pub(crate) struct Inside {
    /// The Tunnel's address as the Cloud Service has it.
    pub(crate) tunnel_url: String,
    /// The Tunnel's certificate as the Cloud Service has it.
    pub(crate) tunnel_leaf: Certificate,
    /// The Replicator's address as the Manager has it.
    pub(crate) replicator_url: String,
    /// The Replicator's certificate as the Manager has it.
    pub(crate) replicator_pin: Thumbprint,
    /// The Manager's certificate as the Replicator has it.
    pub(crate) manager_pin: Thumbprint,
}
