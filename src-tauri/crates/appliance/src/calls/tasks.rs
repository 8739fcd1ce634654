//! Tasks: what an appliance is doing, or has done (docs/vcda-api.md §3.4).

use serde::Deserialize;
use serde_json::Value;
use time::OffsetDateTime;

use super::reading::List;
use super::{ApiProblem, Call, PeerSite, Polling, reading};
use crate::error::RequestError;
use crate::limits::TASKS_CAP;
use crate::operation::OperationId;
use crate::request::Answer;
use crate::session::Session;

const READ: Call = Call::get("/tasks/{id}", TASKS_CAP);
const LIST: Call = Call::get("/tasks", TASKS_CAP);

/// How many tasks are asked for at a time, as a client in use does.
const PAGE: &str = "100";

/// Where a task stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaskState {
    /// It waits for its turn.
    Queued,
    /// It is being done.
    Running,
    /// It is done. Whether its effect is the wished one has to be read from the result.
    Succeeded,
    /// It failed.
    Failed,
    /// A state that nobody has described; it counts as unfinished (an inference).
    Other(String),
}

/// A task.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// Its name.
    pub id: String,
    /// Where it stands.
    pub state: TaskState,
    /// Its progress from 0 to 100, where it is told.
    pub progress: Option<u8>,
    /// Why it failed.
    pub error: Option<ApiProblem>,
    /// What kind of work it is, for example `pair`.
    pub kind: Option<String>,
    /// What it works on, for example the name of a site.
    pub resource: Option<String>,
    /// When it began.
    pub started: Option<OffsetDateTime>,
    /// When it ended.
    pub ended: Option<OffsetDateTime>,
    /// The site it leaves behind, where its result is one.
    pub result_site: Option<PeerSite>,
    /// The result as it came.
    pub(super) result: Value,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    #[serde(deserialize_with = "reading::name")]
    id: String,
    #[serde(default, deserialize_with = "reading::name")]
    state: String,
    #[serde(default)]
    progress: Option<f64>,
    #[serde(default)]
    error: Option<ApiProblem>,
    #[serde(default)]
    workflow_info: Option<WireWorkflow>,
    #[serde(default, deserialize_with = "reading::optional_moment")]
    start_time: Option<OffsetDateTime>,
    #[serde(default, deserialize_with = "reading::optional_moment")]
    end_time: Option<OffsetDateTime>,
    #[serde(default)]
    result: Value,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WireWorkflow {
    #[serde(default, rename = "type", deserialize_with = "reading::optional_name")]
    kind: Option<String>,
    #[serde(default, deserialize_with = "reading::optional_name")]
    resource_id: Option<String>,
}

/// Tasks as the appliance lists them. The shape is not documented: the one client that lists them reads pages with
/// `items`; a bare list is read as well.
fn listed(answer: &Answer) -> Result<Vec<Task>, RequestError> {
    let expected = "a list of tasks";
    let mut value: Value = answer.read(expected)?;
    let items = value.get_mut("items").map(Value::take).unwrap_or(value);
    List::deserialize(items)
        .map(|list| list.items)
        .map_err(|source| RequestError::Unreadable {
            call: answer.call,
            expected,
            source: Some(source),
        })
}

impl Task {
    /// Whether it came to an end, good or bad.
    pub fn is_finished(&self) -> bool {
        matches!(self.state, TaskState::Succeeded | TaskState::Failed)
    }
}

impl<'de> Deserialize<'de> for Task {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Wire::deserialize(deserializer).map(Self::from)
    }
}

impl From<Wire> for Task {
    fn from(wire: Wire) -> Self {
        let (kind, resource) = wire
            .workflow_info
            .map_or((None, None), |flow| (flow.kind, flow.resource_id));
        Self {
            id: wire.id,
            state: TaskState::named(wire.state),
            // The conversion saturates, so that no progress is too strange to be shown.
            progress: wire
                .progress
                .map(|progress| progress.clamp(0.0, 100.0) as u8),
            error: wire.error,
            kind,
            resource,
            started: wire.start_time,
            ended: wire.end_time,
            result_site: PeerSite::deserialize(&wire.result).ok(),
            result: wire.result,
        }
    }
}

impl TaskState {
    fn named(name: String) -> Self {
        match name.as_str() {
            "QUEUED" => Self::Queued,
            "RUNNING" => Self::Running,
            "SUCCEEDED" => Self::Succeeded,
            "FAILED" => Self::Failed,
            _ => Self::Other(name),
        }
    }
}

impl Session {
    /// One task.
    pub async fn task(&self, id: &str) -> Result<Task, RequestError> {
        self.ask(self.request_naming(READ, id)?)
            .await?
            .read("a task")
    }

    /// The tasks of an operation of ours, newest page only. A version that ignores the filter answers with tasks
    /// of others too, so compare what a task works on.
    pub async fn tasks_of(&self, operation: &OperationId) -> Result<Vec<Task>, RequestError> {
        self.first_page("operationID", operation.as_str()).await
    }

    /// What the appliance is doing at the moment.
    pub async fn running_tasks(&self) -> Result<Vec<Task>, RequestError> {
        let mut tasks = self.first_page("state", "RUNNING").await?;
        tasks.retain(|task| !task.is_finished());
        Ok(tasks)
    }

    /// Looks at a task until it has finished, or until time is up; the last look is returned either way.
    pub async fn wait_for(&self, mut task: Task, polling: &Polling) -> Result<Task, RequestError> {
        let mut looks = polling.looks(self.surroundings());
        while looks.next(&task).await {
            task = self.task(&task.id).await?;
        }
        Ok(task)
    }

    async fn first_page(&self, filter: &str, value: &str) -> Result<Vec<Task>, RequestError> {
        let request = self
            .request(LIST)
            .query("offset", "0")
            .query("limit", PAGE)
            .query(filter, value);
        listed(&self.ask(request).await?)
    }
}
