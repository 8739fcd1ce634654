//! The Tunnel Services a site works with, and their certificates (docs/vcda-api.md §3.6).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use certificate::Certificate;
use serde::Deserialize;

use super::reading::List;
use super::{Call, reading};
use crate::error::RequestError;
use crate::limits::TASKS_CAP;
use crate::session::Session;

const LIST: Call = Call::get("/config/tunnels", TASKS_CAP);

/// A Tunnel Service.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "Wire")]
pub struct TunnelService {
    /// Where it answers.
    pub url: String,
    /// Its certificate, where it is told and can be read.
    pub certificate: Option<Certificate>,
}

#[derive(Deserialize)]
struct Wire {
    #[serde(default, deserialize_with = "reading::name")]
    url: String,
    #[serde(default)]
    certificate: Option<String>,
}

impl From<Wire> for TunnelService {
    fn from(wire: Wire) -> Self {
        let der = wire.certificate.and_then(|text| STANDARD.decode(text).ok());
        Self {
            url: wire.url,
            certificate: der.and_then(|der| Certificate::from_der(der).ok()),
        }
    }
}

impl Session {
    /// The Tunnel Services of the site.
    pub async fn tunnels(&self) -> Result<Vec<TunnelService>, RequestError> {
        let answer = self.ask(self.request(LIST)).await?;
        Ok(answer
            .read::<List<TunnelService>>("a list of Tunnel Services")?
            .items)
    }
}
