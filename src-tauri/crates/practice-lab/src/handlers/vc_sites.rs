//! `/vc-sites`: on-premises sites, which the cloud can list and cannot repair (`docs/vcda-api.md` §3.5).

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Call, Outcome, cloud_only, decoded};
use crate::wire::{Answer, Refusal};

pub(super) async fn handle(call: &Call, rest: &[&str]) -> Outcome {
    cloud_only(call)?;
    match (call.method.as_str(), rest) {
        ("GET", []) => list(call).await,
        ("GET", [site, "vcenters"]) => vcenters(call, &decoded(site)),
        ("DELETE", [site]) => forget(call, &decoded(site)),
        _ => Err(Refusal::not_found(
            "There is no such call on on-premises sites.",
        )),
    }
}

async fn list(call: &Call) -> Outcome {
    call.session()?;
    call.site.hear_on_premises().await;
    let rows: Vec<_> = call
        .site
        .state()
        .on_premises
        .iter()
        .map(crate::on_premises::OnPremises::row)
        .collect();
    Ok(Answer::ok(rows))
}

fn vcenters(call: &Call, name: &str) -> Outcome {
    call.session()?;
    let is_known = call
        .site
        .state()
        .on_premises
        .iter()
        .any(|site| site.name == name);
    if !is_known {
        return Err(Refusal::not_found(format!(
            "On-premises site {name} is not paired."
        )));
    }
    Ok(Answer::ok(
        json!([{ "name": format!("vcenter.{name}.example") }]),
    ))
}

/// Answers with a task, as the unpairing of a cloud site does.
fn forget(call: &Call, name: &str) -> Outcome {
    let session = call.session_to_change()?;
    let site = &call.site;
    let place = site
        .state()
        .on_premises
        .iter()
        .position(|site| site.name == name);
    let place = place
        .ok_or_else(|| Refusal::not_found(format!("On-premises site {name} is not paired.")))?;
    let task = site.queue(&session.user, "unpair", name, call.operation());
    let now = site.now_ms();
    let mut state = site.state();
    state.on_premises.remove(place);
    state
        .tasks
        .succeed(&task.id, "PeerSiteInfo", Value::Null, now);
    let task = state.tasks.find(&task.id).unwrap_or(task);
    drop(state);
    Ok(Answer::with(StatusCode::ACCEPTED, task))
}

impl crate::site::Site {
    /// Lets every on-premises site call in, and keeps what came of it.
    pub(crate) async fn hear_on_premises(&self) {
        let callers = self.state().on_premises.clone();
        for caller in callers {
            let outcome = caller
                .call(self.addresses.public, &self.world.surroundings)
                .await;
            if let Some(row) = self
                .state()
                .on_premises
                .iter_mut()
                .find(|row| row.name == caller.name)
            {
                row.trouble = outcome.err();
            }
        }
    }
}
