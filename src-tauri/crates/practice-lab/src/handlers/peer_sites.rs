//! `/sites`: the cloud sites that this one is paired with (`docs/vcda-api.md` §3.1 to §3.3).

use std::sync::Arc;

use axum::http::StatusCode;
use certificate::Thumbprint;
use serde_json::Value;

use super::{Call, Outcome, cloud_only, decoded};
use crate::faults::Fault;
use crate::pace::Wait;
use crate::site::{Peer, Site};
use crate::tasks::{Task, Workflow};
use crate::truth::PairTask;
use crate::wire::{Answer, ApiError, Refusal};

pub(super) async fn handle(call: &Call, rest: &[&str]) -> Outcome {
    if let ("GET", [crate_name]) = (call.method.as_str(), rest) {
        return Err(Refusal::not_found(format!(
            "Site {crate_name} is read with the others at /sites."
        )));
    }
    cloud_only(call)?;
    match (call.method.as_str(), rest) {
        ("GET", []) => list(call).await,
        ("POST", []) => pair(call),
        ("PUT", [site]) => repair(call, &decoded(site)),
        ("DELETE", [site]) => unpair(call, &decoded(site)),
        _ => Err(Refusal::not_found("There is no such call on sites.")),
    }
}

/// The rows, each as the last word with that peer left it. Every peer is called first.
async fn list(call: &Call) -> Outcome {
    call.session()?;
    call.site.greet_peers().await;
    let mut rows = vec![call.site.own_row()];
    let peers = call.site.state().peers.clone();
    rows.extend(peers.iter().map(|(name, peer)| Site::peer_row(name, peer)));
    Ok(Answer::ok(rows))
}

/// What a pairing or a repair sends.
struct Wanted {
    /// As it came; none where it was absent.
    description: Option<Value>,
    api_url: String,
    pin: Thumbprint,
}

impl Wanted {
    fn of(body: &Value) -> Result<Self, Refusal> {
        let text = |key: &str| body.get(key).and_then(Value::as_str).map(str::to_owned);
        let url = text("apiUrl").ok_or_else(|| Refusal::bad_input("apiUrl is missing."))?;
        let print =
            text("apiThumbprint").ok_or_else(|| Refusal::bad_input("apiThumbprint is missing."))?;
        let pin = print
            .strip_prefix("SHA-256:")
            .and_then(|_| print.parse().ok());
        let pin =
            pin.ok_or_else(|| Refusal::bad_input("apiThumbprint is no SHA-256 thumbprint."))?;
        Ok(Self {
            description: body.get("description").cloned(),
            api_url: url,
            pin,
        })
    }
}

fn pair(call: &Call) -> Outcome {
    let session = call.session_to_change()?;
    let body = call.json()?;
    let name = body
        .get("site")
        .and_then(Value::as_str)
        .ok_or_else(|| Refusal::bad_input("site is missing."))?;
    let wanted = Wanted::of(&body)?;
    if call.site.state().peers.contains_key(name) {
        return Err(Refusal::bad_input(format!(
            "Site {name} is paired already."
        )));
    }
    let task = begin(call, &session.user, name, wanted);
    Ok(Answer::ok(task))
}

/// Repair answers 200 with the task (§3.2).
fn repair(call: &Call, name: &str) -> Outcome {
    let session = call.session_to_change()?;
    let wanted = Wanted::of(&call.json()?)?;
    if !call.site.state().peers.contains_key(name) {
        return Err(Refusal::new(
            StatusCode::NOT_FOUND,
            ApiError::invented("SiteNotFound", format!("Site {name} is not paired.")),
        ));
    }
    Ok(Answer::ok(begin(call, &session.user, name, wanted)))
}

fn unpair(call: &Call, name: &str) -> Outcome {
    let session = call.session_to_change()?;
    let site = &call.site;
    let task = site.queue(&session.user, "unpair", name, call.operation());
    if site.state().peers.remove(name).is_none() {
        return Err(Refusal::new(
            StatusCode::NOT_FOUND,
            ApiError::invented("SiteNotFound", format!("Site {name} is not paired.")),
        ));
    }
    site.state()
        .tasks
        .succeed(&task.id, "PeerSiteInfo", Value::Null, site.now_ms());
    let task = site.state().tasks.find(&task.id).unwrap_or(task);
    Ok(Answer::with(StatusCode::ACCEPTED, task))
}

fn begin(call: &Call, user: &str, name: &str, wanted: Wanted) -> Task {
    // "pair" is what KB 78209 shows; the type of a repair's task was not found (§3.4).
    let task = call.site.queue(user, "pair", name, call.operation());
    let (site, id, name) = (Arc::clone(&call.site), task.id.clone(), name.to_owned());
    tokio::spawn(async move { site.run_pairing(&id, &name, wanted).await });
    task
}

impl Site {
    /// A task about a site, in the queue.
    pub(super) fn queue(
        &self,
        user: &str,
        kind: &'static str,
        name: &str,
        operation: Option<String>,
    ) -> Task {
        let about = Workflow {
            kind,
            resource_type: "site",
            resource_id: name.to_owned(),
            resource_name: name.to_owned(),
            is_private: false,
        };
        let id = self.world.seeded.fresh_uuid();
        let now = self.now_ms();
        self.state()
            .tasks
            .queue(id, (user, &self.name), about, operation, now)
    }

    /// Stores the pin, then calls the peer with it. The task succeeds whatever that call finds (§0.3).
    async fn run_pairing(self: Arc<Self>, id: &str, name: &str, wanted: Wanted) {
        let began = self.world.surroundings.instant();
        let now = self.now_ms();
        self.state().tasks.run(id, 30, now);
        self.world
            .clockwork
            .wait(Wait::PairTask, &self.name, 1.0)
            .await;
        if self.struck_by(Fault::TaskNeverEnds) {
            return;
        }
        if self.struck_by(Fault::TaskFails) {
            self.fail_pairing(id);
            return;
        }
        self.adopt(name, wanted);
        self.greet(name).await;
        if self.struck_by(Fault::TaskReportsFailure) {
            self.fail_pairing(id);
            return;
        }
        let row = self.state().peers.get(name).cloned();
        let result = row
            .map(|peer| Self::peer_row(name, &peer))
            .unwrap_or_default();
        let now = self.now_ms();
        self.state().tasks.succeed(id, "PeerSiteInfo", result, now);
        self.world.truth.pair_task(PairTask {
            site: self.name.clone(),
            peer: name.to_owned(),
            took: self.world.surroundings.since(began),
        });
    }

    fn fail_pairing(&self, id: &str) {
        let now = self.now_ms();
        let error = ApiError::invented("PairingFailed", "The peer site could not be paired.");
        self.state().tasks.fail(id, error, now);
    }

    /// From here on the peer is known by what the repair sent.
    fn adopt(&self, name: &str, wanted: Wanted) {
        let pin = if self.struck_by(Fault::WrongPinStored) {
            Thumbprint::of(b"a wrong thumbprint")
        } else {
            wanted.pin
        };
        let peer = Peer {
            description: wanted.description,
            api_url: wanted.api_url,
            pin: Some(pin),
            told: None,
            outgoing: None,
            incoming: None,
        };
        self.state().peers.insert(name.to_owned(), peer);
    }
}
