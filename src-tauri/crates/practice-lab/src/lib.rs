//! Real TLS servers on 127.0.0.1 that behave as the appliances do, to rehearse on and to test against.
//!
//! A [`Lab`] is an own site, cloud peers and on-premises sites. Nothing in it is faked: certificates are
//! signed, keystores are files, a restart closes the listeners, and who trusts whom is found out by TLS
//! handshakes between the sites. What the product does is read from `docs/vcda-api.md` here on its own,
//! without the client's code, so that a fact misread there is not misread twice.

mod authority;
mod build;
mod caller;
mod connection;
mod description;
mod faults;
mod handlers;
mod identity;
mod inner_trust;
mod inside;
mod interception;
mod keys;
mod lab;
mod listener;
mod machine;
mod networks;
mod on_premises;
mod pace;
mod peers;
mod ports;
mod restart;
mod scenario;
mod seeded;
mod service;
mod sessions;
mod site;
mod start_error;
mod tasks;
mod tls;
mod truth;
mod version;
mod wire;

pub use authority::{AuthorityDescription, BUNDLE_PASSWORD};
pub use description::{
    DirectorAccount, Door, LabDescription, OnPremisesDescription, PeerDescription, SiteDescription,
    SsoAccount,
};
pub use faults::{Fault, FaultAt, ParseFaultError};
pub use identity::IdentityError;
pub use keys::MakeKeyError;
pub use lab::Lab;
pub use pace::{Pace, UnknownPace, Wait};
pub use scenario::Scenario;
pub use service::Service;
pub use start_error::StartLabError;
pub use truth::{PairTask, Request, Restart};
pub use version::{UnknownVersion, Version};
