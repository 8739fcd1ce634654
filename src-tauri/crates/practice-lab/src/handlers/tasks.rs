//! `/tasks` (`docs/vcda-api.md` §3.4). That the list filters by `operationID` rests on one client.

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
            Ok(Answer::ok(site.state().tasks.list(
                operation.map(String::as_str),
                state.map(String::as_str),
            )))
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
