//! HTTPS to one appliance: probing, pinning, sessions and its calls.
//!
//! Three doors lead in. [`probe`] asks "who is there?" with a bare TLS handshake and sends nothing more.
//! [`Appliance`] speaks HTTP over connections whose certificate was compared with the pin during the very
//! handshake that carries the request. [`Session`] is an appliance somebody has signed in to; every call of
//! `calls` is one of its methods. Sessions come from [`SignIns`] alone, which shares them and sends no password
//! twice that was refused.

mod address;
mod api_problem;
mod call;
mod calls;
mod client;
mod connector;
mod credential;
mod door;
mod error;
mod limits;
mod login;
mod media_type;
mod meter;
mod operation;
mod probe;
mod problem;
mod reading;
mod request;
mod session;
mod sign_ins;
mod tls;
mod transport;

pub use address::{ApplianceAddress, ParseAddressError};
pub use api_problem::ApiProblem;
pub use call::Call;
pub use calls::{
    About, Complaint, Endpoint, Endpoints, Health, Looks, OnPremisesSite, PasswordExpiry, PeerSite,
    Polling, Replaced, ServiceCertificate, ServiceType, SiteConfig, Task, TaskState, TunnelService,
    Verbatim,
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
pub use sign_ins::{Keeping, SignIns};
