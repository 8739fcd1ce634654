//! What a rotation of the Cloud Service touches only at its edge: tunnels, replicators, backups, reboots
//! (`docs/vcda-api.md` §3.6, §5).

use axum::http::StatusCode;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::{Call, Outcome};
use crate::site::{Service, Site};
use crate::wire::{Answer, Refusal};

pub(super) fn handle(call: &Call, parts: &[&str]) -> Outcome {
    match (call.method.as_str(), parts) {
        ("GET", ["config", "tunnels"]) => tunnels(call),
        ("PUT", ["config", "tunnels", _]) => done(call),
        ("GET", ["replicators"]) => replicators(call),
        ("POST", ["replicators", _, "reset-cookie"]) => done(call),
        ("POST", ["backups"]) => backup(call),
        ("DELETE", ["backups", _]) => done(call),
        ("POST", ["os", "reboot-services"]) => reboot(call),
        _ => Err(Refusal::not_found("There is no such call.")),
    }
}

fn done(call: &Call) -> Outcome {
    call.session_to_change()?;
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}

fn tunnels(call: &Call) -> Outcome {
    call.session()?;
    let site = &call.site;
    let url = site
        .addresses
        .services
        .get(&Service::Tunnel)
        .map(|at| format!("https://{at}"));
    // Clients hand this field back what `encoded` holds (§2.1): the whole certificate.
    let encoded = site
        .state()
        .identities
        .get(&Service::Tunnel)
        .map(|identity| STANDARD.encode(identity.leaf.der()));
    Ok(Answer::ok(
        json!([{ "id": site.world.seeded.uuid(&format!("{}/tunnel", site.name)), "url": url, "certificate": encoded }]),
    ))
}

fn replicators(call: &Call) -> Outcome {
    call.session()?;
    if call.caller.service != Service::Manager {
        return Err(Refusal::not_found("This service has no such path."));
    }
    Ok(Answer::ok(json!([call.site.replicator()])))
}

impl Site {
    /// A row of the Manager Service's `GET /replicators`, and of the Cloud Service's health (§3.6, §5).
    pub(super) fn replicator(&self) -> Value {
        let url = self.addresses.services.get(&Service::Replicator);
        json!({
            "id": self.world.seeded.uuid(&format!("{}/replicator", self.name)),
            "owner": "*",
            "site": self.local_name(),
            "description": "Auto-paired replicator",
            "apiUrl": url.map(|at| format!("https://{at}")),
            "certThumbprint": self.thumbprint(Service::Replicator).map(|print| print.to_string()),
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

fn reboot(call: &Call) -> Outcome {
    call.session_to_change()?;
    call.site.restart_soon(call.caller.service);
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}
