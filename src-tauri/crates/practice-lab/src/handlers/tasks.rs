//! `/tasks` (`docs/vcda-api.md` §3.4). The list's filters, its pages and its shape rest on one client.

use serde_json::json;

use super::{Call, Outcome};
use crate::faults::Fault;
use crate::wire::{Answer, Refusal};

pub(super) fn read(call: &Call, rest: &[&str]) -> Outcome {
    call.session()?;
    let site = &call.site;
    match rest {
        [] => {
            let ignores = site.struck_by(Fault::TasksIgnoreOperation);
            let operation = call.query.get("operationID").filter(|_| !ignores);
            let state = call.query.get("state");
            let found = site
                .state()
                .tasks
                .list(operation.map(String::as_str), state.map(String::as_str));
            let (offset, limit) = (number(call, "offset")?, number(call, "limit")?);
            let page = found.iter().skip(offset.unwrap_or_default());
            let page: Vec<_> = page.take(limit.unwrap_or(usize::MAX)).collect();
            Ok(Answer::ok(json!({ "items": page, "total": found.len() })))
        }
        [id] => {
            let task = site.state().tasks.find(id);
            Ok(Answer::ok(task.ok_or_else(|| {
                Refusal::not_found(format!("There is no task {id}."))
            })?))
        }
        _ => Err(Refusal::not_found("There is no such call on tasks.")),
    }
}

fn number(call: &Call, name: &str) -> Result<Option<usize>, Refusal> {
    let text = call.query.get(name);
    let parsed = text.map(|text| text.parse()).transpose();
    parsed.map_err(|_| Refusal::bad_input(format!("{name} is no number.")))
}
