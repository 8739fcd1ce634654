//! HTTPS to one appliance: probing, pinning, sessions and its calls.
//!
//! Three doors lead in. [`probe`] asks "who is there?" with a bare TLS handshake and sends nothing more.
//! [`Appliance`] speaks HTTP over connections whose certificate was compared with the pin during the very
//! handshake that carries the request. [`Session`] is an appliance somebody has signed in to; every call of
//! `calls` is one of its methods.

mod address;
mod calls;
mod client;
mod credential;
mod error;
mod limits;
mod media_type;
mod meter;
mod operation;
mod probe;
mod request;
mod session;
mod tls;
mod transport;

pub use address::{ApplianceAddress, ParseAddressError};
pub use calls::{
    About, ApiProblem, Call, Complaint, Endpoint, Endpoints, Health, Looks, OnPremisesSite,
    PasswordExpiry, PeerSite, Polling, Replaced, ServiceCertificate, ServiceType, SiteConfig, Task,
    TaskState, TunnelService,
};
pub use client::Appliance;
pub use credential::Credential;
pub use error::{NotSent, Phase, RequestError, SignInError, Unreachable};
pub use limits::{Limits, ProbeLimits};
pub use media_type::ApiVersion;
pub use meter::{Meter, Reading};
pub use operation::{OperationId, ParseOperationIdError};
pub use probe::{ProbeError, Sighting, probe};
pub use session::Session;
