//! Which product, which build and which service answers on this port (docs/vcda-api.md §5).

use std::fmt;

use serde::{Deserialize, Deserializer};

use super::{Call, reading};
use crate::error::RequestError;
use crate::limits::SMALL_CAP;
use crate::session::Session;

const ABOUT: Call = Call::get("/diagnostics/about", SMALL_CAP);

/// Which of the services of an appliance this is. Each has a certificate of its own, on a port of its own, so this
/// tells whose certificate would be replaced (docs/vcda-api.md §1.8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServiceType {
    /// The Cloud Service.
    Cloud,
    /// The Manager Service.
    Manager,
    /// A Replicator Service.
    Replicator,
    /// The Tunnel Service.
    Tunnel,
    /// Anything else, as it names itself.
    Other(String),
}

/// What an appliance tells about itself.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct About {
    /// The product.
    #[serde(rename = "productName", default, deserialize_with = "reading::name")]
    pub product: String,
    /// The build, for example `4.7.1.12345`.
    #[serde(default, deserialize_with = "reading::name")]
    pub build_version: String,
    /// The service.
    pub service_type: ServiceType,
}

impl<'de> Deserialize<'de> for ServiceType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = reading::name(deserializer)?;
        Ok(match name.as_str() {
            "CLOUD" => Self::Cloud,
            "MANAGER" => Self::Manager,
            "REPLICATOR" => Self::Replicator,
            "TUNNEL" => Self::Tunnel,
            _ => Self::Other(name),
        })
    }
}

impl fmt::Display for ServiceType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Cloud => "Cloud Service",
            Self::Manager => "Manager Service",
            Self::Replicator => "Replicator Service",
            Self::Tunnel => "Tunnel Service",
            Self::Other(name) => name,
        })
    }
}

impl Session {
    /// What answers here. That it asks for a session is an inference; it is asked with one.
    pub async fn about(&self) -> Result<About, RequestError> {
        self.ask(self.request(ABOUT))
            .await?
            .read("what the appliance is")
    }
}
