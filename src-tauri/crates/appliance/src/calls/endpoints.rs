//! Under which addresses a site can be reached (docs/vcda-api.md §5).

use serde::Deserialize;

use super::{Call, reading};
use crate::address::ApplianceAddress;
use crate::error::RequestError;
use crate::limits::SMALL_CAP;
use crate::session::Session;

const READ: Call = Call::get("/config/endpoints", SMALL_CAP);

/// A host and a port, as far as they are told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Endpoint {
    /// The host.
    pub host: Option<String>,
    /// The port.
    pub port: Option<u16>,
}

/// The addresses in effect.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "Wire")]
pub struct Endpoints {
    /// The public service endpoint, by which peers reach the site. That a new certificate has to cover this name
    /// is an inference.
    pub public: Endpoint,
    /// Where the site is administered.
    pub management: Endpoint,
    /// Where its API answers inside.
    pub api: Endpoint,
}

#[derive(Deserialize)]
struct Wire {
    effective: WireAddresses,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireAddresses {
    #[serde(default, deserialize_with = "reading::optional_name")]
    mgmt_address: Option<String>,
    #[serde(default)]
    mgmt_port: Option<u16>,
    #[serde(default, deserialize_with = "reading::optional_name")]
    api_address: Option<String>,
    #[serde(default)]
    api_port: Option<u16>,
    #[serde(default, deserialize_with = "reading::optional_name")]
    api_public_address: Option<String>,
    #[serde(default)]
    api_public_port: Option<u16>,
}

impl Endpoint {
    /// The endpoint as an address, if it is complete and can be one.
    pub fn address(&self) -> Option<ApplianceAddress> {
        ApplianceAddress::new(self.host.as_deref()?, self.port?).ok()
    }
}

impl From<Wire> for Endpoints {
    fn from(Wire { effective }: Wire) -> Self {
        Self {
            public: Endpoint {
                host: effective.api_public_address,
                port: effective.api_public_port,
            },
            management: Endpoint {
                host: effective.mgmt_address,
                port: effective.mgmt_port,
            },
            api: Endpoint {
                host: effective.api_address,
                port: effective.api_port,
            },
        }
    }
}

impl Session {
    /// The addresses in effect.
    pub async fn endpoints(&self) -> Result<Endpoints, RequestError> {
        self.ask(self.request(READ))
            .await?
            .read("the endpoints of a site")
    }
}
