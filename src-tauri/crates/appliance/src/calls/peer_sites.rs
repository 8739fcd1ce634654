//! Peer sites: who is paired, under which thumbprint, and the repair of a pairing (docs/vcda-api.md §3.1, §3.2).

use certificate::Thumbprint;
use serde::{Deserialize, Serialize};

use super::reading::List;
use super::{ApiProblem, Call, Task, Verbatim, reading, verbatim};
use crate::error::RequestError;
use crate::limits::SITES_CAP;
use crate::operation::OperationId;
use crate::session::Session;

const LIST: Call = Call::get("/sites", SITES_CAP);
const REPAIR: Call = Call::put("/sites/{site}", SITES_CAP);

/// A row of the list of sites. The local site is one of them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "Wire")]
pub struct PeerSite {
    /// The name by which the Cloud Service knows it.
    pub site: String,
    /// The description; a repair has to send it back as it is.
    pub description: Verbatim,
    /// Its public service endpoint; a repair has to send it back as it is.
    pub api_url: String,
    /// The public address it tells of itself.
    pub api_public_url: Option<String>,
    /// The thumbprint it is pinned to; none for the local site, or where it cannot be read.
    pub api_thumbprint: Option<Thumbprint>,
    /// Whether this row is the site itself.
    pub is_local: bool,
    /// The version of its API; none where it was never reached.
    pub api_version: Option<String>,
    /// Its build.
    pub build_version: Option<String>,
    /// What went wrong when it came to us.
    pub incoming_comm_error: Option<ApiProblem>,
    /// What went wrong when we went to it.
    pub outgoing_comm_error: Option<ApiProblem>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    #[serde(deserialize_with = "reading::name")]
    site: String,
    #[serde(default, deserialize_with = "verbatim::read")]
    description: Verbatim,
    #[serde(default, deserialize_with = "reading::name")]
    api_url: String,
    #[serde(default, deserialize_with = "reading::optional_name")]
    api_public_url: Option<String>,
    #[serde(default, deserialize_with = "reading::optional_thumbprint")]
    api_thumbprint: Option<Thumbprint>,
    #[serde(default)]
    is_local: bool,
    #[serde(default, deserialize_with = "reading::optional_name")]
    api_version: Option<String>,
    #[serde(default, deserialize_with = "reading::optional_name")]
    build_version: Option<String>,
    #[serde(default)]
    state: Option<WireState>,
}

/// What a row tells of the last contact in each direction.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct WireState {
    #[serde(default)]
    pub(super) incoming_comm_error: Option<ApiProblem>,
    #[serde(default)]
    pub(super) outgoing_comm_error: Option<ApiProblem>,
}

/// The body of a repair: the stored address and description unchanged, and the thumbprint to trust.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RepairBody<'a> {
    #[serde(
        serialize_with = "verbatim::write",
        skip_serializing_if = "Verbatim::is_absent"
    )]
    description: &'a Verbatim,
    api_url: &'a str,
    api_thumbprint: String,
}

impl From<Wire> for PeerSite {
    fn from(wire: Wire) -> Self {
        let state = wire.state.unwrap_or_default();
        Self {
            site: wire.site,
            description: wire.description,
            api_url: wire.api_url,
            api_public_url: wire.api_public_url,
            api_thumbprint: wire.api_thumbprint,
            is_local: wire.is_local,
            api_version: wire.api_version,
            build_version: wire.build_version,
            incoming_comm_error: state.incoming_comm_error,
            outgoing_comm_error: state.outgoing_comm_error,
        }
    }
}

impl Session {
    /// Every site this one knows, itself included.
    pub async fn sites(&self) -> Result<Vec<PeerSite>, RequestError> {
        let answer = self.ask(self.request(LIST)).await?;
        Ok(answer.read::<List<PeerSite>>("a list of sites")?.items)
    }

    /// Makes this site trust a peer's certificate. Send the stored address and description, or they change
    /// (an inference: docs/vcda-api.md §3.2), and a thumbprint that was verified, never one the site fetched.
    ///
    /// A task that succeeds is not a trust that works: read the row again afterwards (§3.4).
    pub async fn repair_site(
        &self,
        site: &str,
        description: &Verbatim,
        api_url: &str,
        thumbprint: &Thumbprint,
        operation: &OperationId,
    ) -> Result<Task, RequestError> {
        let api_thumbprint = thumbprint.to_string();
        let request = self
            .request_naming(REPAIR, site)?
            .operation(operation)
            .json(&RepairBody {
                description,
                api_url,
                api_thumbprint,
            });
        self.ask(request).await?.read("a task")
    }
}
