//! How an appliance feels: a task of its own, asked for by another verb since 4.7 (docs/vcda-api.md §5).

use certificate::Thumbprint;
use serde::Deserialize;
use time::OffsetDateTime;

use super::tunnels::TunnelService;
use super::{ApiProblem, Call, Polling, Task, TaskState, reading};
use crate::error::RequestError;
use crate::limits::SMALL_CAP;
use crate::media_type::ApiVersion;
use crate::session::Session;

const BY_GET: Call = Call::get("/diagnostics/health", SMALL_CAP);
const BY_POST: Call = Call::post("/diagnostics/health", SMALL_CAP);

/// The health of a Cloud Service, as far as it matters here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// The stable name of the installation.
    pub instance_id: Option<String>,
    /// The name of this run of the service. That it changes with every start is an inference from its name.
    pub runtime_id: Option<String>,
    /// When the service started.
    pub service_boot: Option<OffsetDateTime>,
    /// What the appliance's clock says.
    pub current_time: Option<OffsetDateTime>,
    /// Its build.
    pub build_version: Option<String>,
    /// What it complains of.
    pub complaints: Vec<Complaint>,
    /// The Tunnel Services it works with, and their certificates (4.6 and later).
    pub tunnels: Vec<TunnelService>,
    /// The certificates of the Replicator Services that its Manager Service works with.
    pub replicators: Vec<Thumbprint>,
}

/// One thing an appliance complains of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// What it concerns, for example `Cloud Director`.
    pub about: String,
    /// The complaint in its own words.
    pub problem: ApiProblem,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    #[serde(default, deserialize_with = "reading::optional_name")]
    instance_id: Option<String>,
    #[serde(default, deserialize_with = "reading::optional_name")]
    runtime_id: Option<String>,
    #[serde(default, deserialize_with = "reading::optional_moment")]
    service_boot_timestamp: Option<OffsetDateTime>,
    #[serde(default, deserialize_with = "reading::optional_moment")]
    current_time: Option<OffsetDateTime>,
    #[serde(default, deserialize_with = "reading::optional_name")]
    build_version: Option<String>,
    #[serde(default)]
    vcd_error: Option<ApiProblem>,
    #[serde(default)]
    manager_error: Option<ApiProblem>,
    #[serde(default)]
    ls_error: Option<ApiProblem>,
    #[serde(default)]
    db_error: Option<ApiProblem>,
    #[serde(default)]
    ntp_error: Option<ApiProblem>,
    #[serde(default)]
    tunnel_error: Option<ApiProblem>,
    #[serde(default, deserialize_with = "reading::list")]
    tunnel_connectivity: Vec<WireTunnel>,
    #[serde(default)]
    manager_health: Option<WireManager>,
}

/// The Manager Service's part of the health of a Cloud Service.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireManager {
    #[serde(default, deserialize_with = "reading::list")]
    online_replicators: Vec<WireReplicator>,
    #[serde(default, deserialize_with = "reading::list")]
    offline_replicators: Vec<WireReplicator>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireReplicator {
    #[serde(default, deserialize_with = "reading::optional_thumbprint")]
    cert_thumbprint: Option<Thumbprint>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireTunnel {
    #[serde(default)]
    tunnel_service: Option<TunnelService>,
    #[serde(default)]
    error: Option<ApiProblem>,
}

impl From<Wire> for Health {
    fn from(wire: Wire) -> Self {
        let named = [
            ("Cloud Director", wire.vcd_error),
            ("Manager Service", wire.manager_error),
            ("lookup service", wire.ls_error),
            ("database", wire.db_error),
            ("clock", wire.ntp_error),
            ("Tunnel Service", wire.tunnel_error),
        ];
        let mut tunnels = Vec::new();
        let mut complaints: Vec<_> = named
            .into_iter()
            .filter_map(|(about, problem)| Complaint::of(about, problem))
            .collect();
        for tunnel in wire.tunnel_connectivity {
            complaints.extend(Complaint::of("Tunnel Service", tunnel.error));
            tunnels.extend(tunnel.tunnel_service);
        }
        Self {
            instance_id: wire.instance_id,
            runtime_id: wire.runtime_id,
            service_boot: wire.service_boot_timestamp,
            current_time: wire.current_time,
            build_version: wire.build_version,
            complaints,
            tunnels,
            replicators: wire.manager_health.unwrap_or_default().certificates(),
        }
    }
}

impl WireManager {
    fn certificates(self) -> Vec<Thumbprint> {
        let all = self
            .online_replicators
            .into_iter()
            .chain(self.offline_replicators);
        all.filter_map(|replicator| replicator.cert_thumbprint)
            .collect()
    }
}

impl Complaint {
    fn of(about: &str, problem: Option<ApiProblem>) -> Option<Self> {
        problem.map(|problem| Self {
            about: about.to_owned(),
            problem,
        })
    }
}

impl Session {
    /// Asks for the health and waits for the task that brings it.
    pub async fn health(&self, polling: &Polling) -> Result<Health, RequestError> {
        let (call, task) = self.begin_health().await?;
        let task = self.wait_for(task, polling).await?;
        match task.state {
            TaskState::Succeeded => read(call, &task),
            TaskState::Failed => {
                let ApiProblem { code, msg } = task.error.unwrap_or_default();
                Err(RequestError::Refused {
                    call,
                    status: 200,
                    code,
                    msg,
                })
            }
            TaskState::Queued | TaskState::Running | TaskState::Other(_) => {
                Err(RequestError::TimedOut {
                    call,
                    phase: crate::error::Phase::Whole,
                })
            }
        }
    }

    /// Begins the task by the verb of this version, and by the other one where that is the wrong verb.
    async fn begin_health(&self) -> Result<(Call, Task), RequestError> {
        let is_by_post = self
            .version()
            .is_some_and(|it| it >= ApiVersion::HEALTH_BY_POST);
        let (first, second) = if is_by_post {
            (BY_POST, BY_GET)
        } else {
            (BY_GET, BY_POST)
        };
        let (call, answer) = match self.ask(self.request(first)).await {
            Err(RequestError::Refused { status: 405, .. }) => {
                (second, self.ask(self.request(second)).await?)
            }
            outcome => (first, outcome?),
        };
        Ok((call, answer.read("a task")?))
    }
}

fn read(call: Call, task: &Task) -> Result<Health, RequestError> {
    let expected = "a task that brings the health of a Cloud Service";
    Wire::deserialize(&task.result)
        .map(Health::from)
        .map_err(|source| RequestError::Unreadable {
            call,
            expected,
            source: Some(source),
        })
}
