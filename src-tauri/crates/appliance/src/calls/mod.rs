//! What an appliance can be asked: one file per area of its API, the JSON types and the methods together.

use crate::api_problem::ApiProblem;
use crate::call::Call;
use crate::reading;

mod certificate;
mod config;
mod diagnostics;
mod endpoints;
mod health;
mod peer_sites;
mod polling;
mod remote_certificate;
mod root_password;
mod tasks;
mod tunnels;
mod vc_sites;
mod verbatim;

pub use certificate::{Replaced, ServiceCertificate};
pub use config::SiteConfig;
pub use diagnostics::{About, ServiceType};
pub use endpoints::{Endpoint, Endpoints};
pub use health::{Complaint, Health};
pub use peer_sites::PeerSite;
pub use polling::{Looks, Polling};
pub use root_password::PasswordExpiry;
pub use tasks::{Task, TaskState};
pub use tunnels::TunnelService;
pub use vc_sites::OnPremisesSite;
pub use verbatim::Verbatim;
