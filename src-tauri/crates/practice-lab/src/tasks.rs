//! Tasks: what the product does in the background, and how it tells of it.
//!
//! Source: `docs/vcda-api.md` §3.4.

use serde::Serialize;
use serde_json::Value;

use crate::wire::ApiError;

/// A task as `GET /tasks/{id}` shows it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Task {
    pub(crate) id: String,
    pub(crate) user: String,
    pub(crate) site: String,
    pub(crate) workflow_info: Workflow,
    pub(crate) progress: u8,
    pub(crate) state: &'static str,
    /// Epoch milliseconds.
    pub(crate) last_updated: i64,
    /// Epoch milliseconds.
    pub(crate) start_time: i64,
    /// Epoch milliseconds, -1 until it ends.
    pub(crate) end_time: i64,
    pub(crate) result_type: Option<&'static str>,
    pub(crate) result: Option<Value>,
    pub(crate) error: Option<ApiError>,
    pub(crate) warnings: Vec<String>,
    #[serde(skip)]
    pub(crate) operation: Option<String>,
}

/// What a task is about.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Workflow {
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    pub(crate) resource_type: &'static str,
    pub(crate) resource_id: String,
    pub(crate) resource_name: String,
    pub(crate) is_private: bool,
}

/// The tasks of one site, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Tasks {
    all: Vec<Task>,
}

impl Tasks {
    /// A task that waits for its turn.
    pub(crate) fn queue(
        &mut self,
        id: String,
        session: (&str, &str),
        about: Workflow,
        operation: Option<String>,
        now: i64,
    ) -> Task {
        let task = Task {
            id,
            user: session.0.to_owned(),
            site: session.1.to_owned(),
            workflow_info: about,
            progress: 0,
            state: "QUEUED",
            last_updated: now,
            start_time: now,
            end_time: -1,
            result_type: None,
            result: None,
            error: None,
            warnings: Vec::new(),
            operation,
        };
        self.all.push(task.clone());
        task
    }

    pub(crate) fn run(&mut self, id: &str, progress: u8, now: i64) {
        self.change(id, |task| {
            task.state = "RUNNING";
            task.progress = progress;
            task.last_updated = now;
        });
    }

    pub(crate) fn succeed(&mut self, id: &str, result_type: &'static str, result: Value, now: i64) {
        self.change(id, |task| {
            task.state = "SUCCEEDED";
            task.progress = 100;
            task.result_type = Some(result_type);
            task.result = Some(result);
            task.last_updated = now;
            task.end_time = now;
        });
    }

    pub(crate) fn fail(&mut self, id: &str, error: ApiError, now: i64) {
        self.change(id, |task| {
            task.state = "FAILED";
            task.error = Some(error);
            task.last_updated = now;
            task.end_time = now;
        });
    }

    fn change(&mut self, id: &str, change: impl FnOnce(&mut Task)) {
        if let Some(task) = self.all.iter_mut().find(|task| task.id == id) {
            change(task);
        }
    }

    pub(crate) fn find(&self, id: &str) -> Option<Task> {
        self.all.iter().find(|task| task.id == id).cloned()
    }

    /// The tasks of an operation, of a state, or all of them.
    pub(crate) fn list(&self, operation: Option<&str>, state: Option<&str>) -> Vec<Task> {
        let of_operation =
            |task: &&Task| operation.is_none() || task.operation.as_deref() == operation;
        let in_state = |task: &&Task| state.is_none_or(|state| task.state == state);
        self.all
            .iter()
            .filter(of_operation)
            .filter(in_state)
            .cloned()
            .collect()
    }

    /// Tasks that a restart cuts off end as failed; that they do so is an inference.
    pub(crate) fn cut_off(&mut self, now: i64) {
        let cut = ApiError::invented("GeneralServerFailure", "The service was restarted.");
        for task in self.all.iter_mut().filter(|task| task.end_time == -1) {
            task.state = "FAILED";
            task.error = Some(cut.clone());
            task.end_time = now;
        }
    }
}
