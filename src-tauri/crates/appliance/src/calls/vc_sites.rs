//! On-premises sites that are paired with this cloud site (docs/vcda-api.md §3.5; it rests on client code alone).

use serde::Deserialize;

use super::peer_sites::WireState;
use super::reading::List;
use super::{ApiProblem, Call, reading};
use crate::error::RequestError;
use crate::limits::SITES_CAP;
use crate::session::Session;

const LIST: Call = Call::get("/vc-sites", SITES_CAP);

/// An on-premises site. The cloud can see it and cannot repair it. Beyond name and owner, the names of the fields
/// are inferred from those of a peer site.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "Wire")]
pub struct OnPremisesSite {
    /// Its name.
    pub name: String,
    /// The organisation it belongs to.
    pub owner: String,
    /// The version of its API, where it is told.
    pub api_version: Option<String>,
    /// Its build, where it is told.
    pub build_version: Option<String>,
    /// Whether anything is told of the last contact; without that, no error is no sign of anything.
    pub tells_contact: bool,
    /// What went wrong when it came to us, where it is told.
    pub incoming_comm_error: Option<ApiProblem>,
    /// What went wrong when we went to it, where it is told.
    pub outgoing_comm_error: Option<ApiProblem>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    #[serde(deserialize_with = "reading::name")]
    site: String,
    #[serde(default, deserialize_with = "reading::name")]
    owner: String,
    #[serde(default, deserialize_with = "reading::optional_name")]
    api_version: Option<String>,
    #[serde(default, deserialize_with = "reading::optional_name")]
    build_version: Option<String>,
    #[serde(default)]
    state: Option<WireState>,
}

impl From<Wire> for OnPremisesSite {
    fn from(wire: Wire) -> Self {
        let tells_contact = wire.state.is_some();
        let state = wire.state.unwrap_or_default();
        Self {
            name: wire.site,
            owner: wire.owner,
            api_version: wire.api_version,
            build_version: wire.build_version,
            tells_contact,
            incoming_comm_error: state.incoming_comm_error,
            outgoing_comm_error: state.outgoing_comm_error,
        }
    }
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
