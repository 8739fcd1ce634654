//! How a site is set up: its name, and whether it is configured.

use serde::Deserialize;

use super::{Call, reading};
use crate::error::RequestError;
use crate::limits::SMALL_CAP;
use crate::session::Session;

const CONFIG: Call = Call::get("/config", SMALL_CAP);
const IS_CONFIGURED: Call = Call::get("/config/is-configured", SMALL_CAP);

/// The settings of a Cloud Service that matter here (docs/vcda-api.md §5).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SiteConfig {
    /// The stable name of the installation; health calls it `instanceId`.
    #[serde(default, deserialize_with = "reading::name")]
    pub id: String,
    /// The name by which peers know this site.
    #[serde(default, deserialize_with = "reading::name")]
    pub local_site: String,
    /// What its administrators wrote about it.
    #[serde(
        default,
        rename = "localSiteDescription",
        deserialize_with = "reading::words"
    )]
    pub description: String,
    /// Whether other services run on the same machine.
    #[serde(default)]
    pub is_combined: Option<bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct IsConfigured {
    is_configured: bool,
}

impl Session {
    /// The settings of the site.
    pub async fn config(&self) -> Result<SiteConfig, RequestError> {
        self.ask(self.request(CONFIG))
            .await?
            .read("the settings of a site")
    }

    /// Whether the site is set up; also the last sign that its services are back (docs/vcda-api.md §2.4).
    pub async fn is_configured(&self) -> Result<bool, RequestError> {
        let answer = self.ask(self.request(IS_CONFIGURED)).await?;
        Ok(answer
            .read::<IsConfigured>("whether the site is configured")?
            .is_configured)
    }
}
