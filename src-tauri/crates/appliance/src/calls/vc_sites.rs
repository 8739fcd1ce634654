//! On-premises sites that are paired with this cloud site (docs/vcda-api.md §3.5; it rests on client code alone).

use serde::Deserialize;

use super::reading::List;
use super::{Call, reading};
use crate::error::RequestError;
use crate::limits::SITES_CAP;
use crate::session::Session;

const LIST: Call = Call::get("/vc-sites", SITES_CAP);

/// An on-premises site. The cloud can see it and cannot repair it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OnPremisesSite {
    /// Its name.
    #[serde(rename = "site", deserialize_with = "reading::name")]
    pub name: String,
    /// The organisation it belongs to.
    #[serde(default, deserialize_with = "reading::name")]
    pub owner: String,
    /// The version of its API, where it is told; that it is told under this name is an inference.
    #[serde(default, deserialize_with = "reading::optional_name")]
    pub api_version: Option<String>,
    /// Its build, where it is told; that it is told under this name is an inference.
    #[serde(default, deserialize_with = "reading::optional_name")]
    pub build_version: Option<String>,
}

impl Session {
    /// The on-premises sites that are paired with this one.
    pub async fn vc_sites(&self) -> Result<Vec<OnPremisesSite>, RequestError> {
        let answer = self.ask(self.request(LIST)).await?;
        Ok(answer
            .read::<List<OnPremisesSite>>("a list of on-premises sites")?
            .items)
    }
}
