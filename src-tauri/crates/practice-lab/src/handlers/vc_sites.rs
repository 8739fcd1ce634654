//! `/vc-sites`: on-premises sites, which the cloud can list and cannot repair (`docs/vcda-api.md` §3.5).

use axum::http::StatusCode;
use serde_json::json;

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

fn forget(call: &Call, name: &str) -> Outcome {
    call.session_to_change()?;
    let mut state = call.site.state();
    let before = state.on_premises.len();
    state.on_premises.retain(|site| site.name != name);
    if state.on_premises.len() == before {
        return Err(Refusal::not_found(format!(
            "On-premises site {name} is not paired."
        )));
    }
    Ok(Answer::empty(StatusCode::ACCEPTED))
}

impl crate::site::Site {
    /// Lets every on-premises site call in, and keeps what came of it.
    pub(crate) async fn hear_on_premises(&self) {
        let callers = self.state().on_premises.clone();
        for caller in callers {
            let outcome = caller.call(self.addresses.public).await;
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
