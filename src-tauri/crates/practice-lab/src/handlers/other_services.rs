//! What a rotation of the Cloud Service touches only at its edge: tunnels, replicators, backups, reboots
//! (`docs/vcda-api.md` §3.6, §5).

use axum::http::StatusCode;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use certificate::{Certificate, Thumbprint};
use serde_json::{Value, json};

use super::{Call, Outcome};
use crate::service::Service;
use crate::site::Site;
use crate::wire::{Answer, ApiError, Refusal};

pub(super) async fn handle(call: &Call, parts: &[&str]) -> Outcome {
    match (call.method.as_str(), parts) {
        ("GET", ["config", "tunnels"]) => tunnels(call),
        ("PUT", ["config", "tunnels", id]) => repair_tunnel(call, id).await,
        ("GET", ["replicators"]) => replicators(call),
        ("POST", ["replicators"]) => pair_replicator(call),
        ("POST", ["replicators", id, "reset-cookie"]) => repair_replicator(call, id).await,
        ("POST", ["backups"]) => backup(call),
        ("DELETE", ["backups", _]) => forget_backup(call),
        ("POST", ["os", "reboot-services"]) => restart(call),
        ("POST", ["os", "reboot"]) => reboot(call),
        _ => Err(Refusal::not_found("There is no such call.")),
    }
}

fn tunnels(call: &Call) -> Outcome {
    call.session()?;
    Ok(Answer::ok(json!([call.site.tunnel()])))
}

/// The Cloud Service gets to know the Tunnel's certificate anew. That a wrong one is refused is inferred.
async fn repair_tunnel(call: &Call, id: &str) -> Outcome {
    call.session_to_change()?;
    let site = &call.site;
    if *id != site.tunnel_id() {
        return Err(Refusal::not_found(format!("There is no Tunnel {id}.")));
    }
    let body = call.json()?;
    let encoded = text(&body, "certificate")?;
    let leaf = STANDARD
        .decode(encoded)
        .ok()
        .and_then(|der| Certificate::from_der(der).ok());
    let leaf = leaf.ok_or_else(|| Refusal::bad_input("certificate is no certificate."))?;
    check_root_password(call, &body, Service::Tunnel)?;
    let url = text(&body, "url")?;
    answers_as(call, url, leaf.thumbprint()).await?;
    let mut state = site.state();
    url.clone_into(&mut state.inside.tunnel_url);
    state.inside.tunnel_leaf = leaf;
    drop(state);
    Ok(Answer::ok(site.tunnel()))
}

/// Whether what a caller hands over is what answers there.
async fn answers_as(call: &Call, url: &str, pin: Thumbprint) -> Result<(), Refusal> {
    match call.site.trouble_with(url, pin).await {
        None => Ok(()),
        Some(error) => Err(Refusal::new(StatusCode::BAD_REQUEST, error)),
    }
}

fn replicators(call: &Call) -> Outcome {
    call.session()?;
    managers_only(call)?;
    Ok(Answer::ok(json!([call.site.replicator()])))
}

/// The lab's one Replicator is paired from the start, and the vendor's module knows what is said then; the
/// code that goes with it is a guess (§6).
fn pair_replicator(call: &Call) -> Outcome {
    call.session_to_change()?;
    managers_only(call)?;
    let body = call.json()?;
    let wanted = text(details(&body), "apiUrl")?;
    if wanted.trim_end_matches('/') == call.site.state().inside.replicator_url {
        let msg = "The replicator is already paired to the manager.";
        let error = ApiError::documented("BadRequest", msg);
        return Err(Refusal::new(StatusCode::BAD_REQUEST, error));
    }
    Err(Refusal::bad_input("The lab has no other Replicator."))
}

/// The Manager and the Replicator get to know each other anew. The fields lie flat or below `details`,
/// by client (§3.6).
async fn repair_replicator(call: &Call, id: &str) -> Outcome {
    call.session_to_change()?;
    managers_only(call)?;
    let site = &call.site;
    if *id != site.replicator_id() {
        return Err(Refusal::not_found(format!("There is no Replicator {id}.")));
    }
    let body = call.json()?;
    let body = details(&body);
    let pin: Option<Thumbprint> = text(body, "apiThumbprint")?.parse().ok();
    let pin = pin.ok_or_else(|| Refusal::bad_input("apiThumbprint is no thumbprint."))?;
    check_root_password(call, body, Service::Replicator)?;
    let url = text(body, "apiUrl")?.trim_end_matches('/');
    answers_as(call, url, pin).await?;
    let manager = site.thumbprint(Service::Manager);
    let mut state = site.state();
    url.clone_into(&mut state.inside.replicator_url);
    state.inside.replicator_pin = pin;
    if let Some(manager) = manager {
        state.inside.manager_pin = manager;
    }
    drop(state);
    Ok(Answer::ok(site.replicator()))
}

fn details(body: &Value) -> &Value {
    body.get("details").unwrap_or(body)
}

fn text<'a>(body: &'a Value, name: &str) -> Result<&'a str, Refusal> {
    let found = body.get(name).and_then(Value::as_str);
    found.ok_or_else(|| Refusal::bad_input(format!("{name} is missing.")))
}

/// The root password of the other machine, which such a call carries.
fn check_root_password(call: &Call, body: &Value, service: Service) -> Result<(), Refusal> {
    let offered = text(body, "rootPassword")?;
    if call.site.state().machines.of(service).root_password == offered {
        Ok(())
    } else {
        Err(Refusal::bad_input("The root password is wrong."))
    }
}

fn managers_only(call: &Call) -> Result<(), Refusal> {
    if call.caller.service == Service::Manager {
        Ok(())
    } else {
        Err(Refusal::not_found("This service has no such path."))
    }
}

impl Site {
    fn tunnel_id(&self) -> String {
        self.world.seeded.uuid(&format!("{}/tunnel", self.name))
    }

    fn replicator_id(&self) -> String {
        self.world.seeded.uuid(&format!("{}/replicator", self.name))
    }

    /// A row of `GET /config/tunnels`, and of the health. Clients hand `certificate` back as `encoded` holds
    /// it (§2.1): the whole certificate.
    pub(super) fn tunnel(&self) -> Value {
        let inside = self.state().inside.clone();
        json!({
            "id": self.tunnel_id(),
            "url": inside.tunnel_url,
            "certificate": STANDARD.encode(inside.tunnel_leaf.der()),
        })
    }

    /// A row of the Manager Service's `GET /replicators`, and of the Cloud Service's health (§3.6, §5).
    pub(super) fn replicator(&self) -> Value {
        let inside = self.state().inside.clone();
        json!({
            "id": self.replicator_id(),
            "owner": "*",
            "site": self.local_name(),
            "description": "Auto-paired replicator",
            "apiUrl": inside.replicator_url,
            "certThumbprint": inside.replicator_pin.to_string(),
            "pairingCookie": null,
            "state": { "incomingCommError": null, "outgoingCommError": null },
            "isInMaintenanceMode": false,
            "apiVersion": self.version.label(),
            "buildVersion": self.build(),
        })
    }
}

fn backup(call: &Call) -> Outcome {
    call.session_to_change()?;
    Ok(Answer::ok(
        json!({ "id": call.site.world.seeded.fresh_uuid() }),
    ))
}

/// The lab keeps no backups, so that every one is forgotten.
fn forget_backup(call: &Call) -> Outcome {
    call.session_to_change()?;
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}

fn restart(call: &Call) -> Outcome {
    call.session_to_change()?;
    call.site.restart_soon(call.caller.service);
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}

/// The whole machine starts again, and its services with it.
fn reboot(call: &Call) -> Outcome {
    let answer = restart(call)?;
    let mut state = call.site.state();
    state.machines.of_mut(call.caller.service).machine_boot = call.site.world.surroundings.now();
    drop(state);
    Ok(answer)
}
