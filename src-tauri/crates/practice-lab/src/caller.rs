//! Who calls, and how.

use std::net::IpAddr;

use certificate::Thumbprint;

use crate::service::Service;

/// Through which door a call came in, and with which certificate.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    pub(crate) service: Service,
    /// Whether it came through the Tunnel: a public network, for `admin-allow-from` (§1.9).
    pub(crate) through_tunnel: bool,
    /// The caller's address.
    pub(crate) from: IpAddr,
    /// The caller's own certificate, if it showed one.
    pub(crate) leaf: Option<Thumbprint>,
}
