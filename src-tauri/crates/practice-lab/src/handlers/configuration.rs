//! `/config` and what hangs below it (`docs/vcda-api.md` §1.9, §5).

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Call, Outcome};
use crate::site::{Service, Site};
use crate::wire::{Answer, Refusal};

pub(super) fn handle(call: &Call, rest: &[&str]) -> Outcome {
    match (call.method.as_str(), rest) {
        ("GET", ["is-configured"]) => Ok(Answer::ok(json!({ "isConfigured": true }))),
        ("GET", []) => read(call),
        ("POST", ["site"]) => name_site(call),
        ("GET", ["endpoints"]) => read_endpoints(call),
        ("POST", ["endpoints"]) => set(call, "endpoints", |site| site.endpoints()),
        ("POST", ["vcloud"]) => set(call, "vcloud", Site::configuration),
        ("GET", ["admin-allow-from"]) => {
            call.session()?;
            Ok(Answer::ok(
                json!({ "adminAllowFrom": call.site.state().admin_allow_from }),
            ))
        }
        ("POST", ["admin-allow-from"]) => allow_admins_from(call),
        _ => Err(Refusal::not_found("There is no such configuration.")),
    }
}

fn read(call: &Call) -> Outcome {
    call.session()?;
    let site = &call.site;
    let body = match call.caller.service {
        Service::Cloud => site.configuration(),
        Service::Manager | Service::Tunnel | Service::Replicator => {
            json!({ "id": site.id, "site": site.local_name() })
        }
    };
    Ok(Answer::ok(body))
}

/// A site's name can be set once only (§5).
fn name_site(call: &Call) -> Outcome {
    call.session_to_change()?;
    Err(Refusal::bad_input("The site name is set already."))
}

fn read_endpoints(call: &Call) -> Outcome {
    call.session()?;
    Ok(Answer::ok(call.site.endpoints()))
}

fn set(call: &Call, what: &str, answer: impl Fn(&Site) -> Value) -> Outcome {
    call.session_to_change()?;
    let body = call.json()?;
    call.site.state().settings.insert(what.to_owned(), body);
    Ok(Answer::ok(answer(&call.site)))
}

fn allow_admins_from(call: &Call) -> Outcome {
    call.session_to_change()?;
    let body = call.json()?;
    let from = body
        .get("adminAllowFrom")
        .and_then(Value::as_str)
        .ok_or_else(|| Refusal::bad_input("adminAllowFrom is missing."))?;
    call.site.state().admin_allow_from = from.to_owned();
    Ok(Answer::with(
        StatusCode::OK,
        json!({ "adminAllowFrom": from }),
    ))
}

impl Site {
    /// `CloudConfigResponse` (§5).
    fn configuration(&self) -> Value {
        json!({
            "id": self.id,
            "lsUrl": format!("https://vcenter.{}:443/lookupservice/sdk", self.host),
            "lsThumbprint": null,
            "localSite": self.local_name(),
            "localSiteDescription": format!("{} (practice lab)", self.name),
            "vcdUrl": format!("https://director.{}/api", self.host),
            "vcdThumbprint": null,
            "vcdUsername": "administrator@system",
            "isCombined": false,
            "tunnelUrl": self.addresses.services.get(&Service::Tunnel).map(|at| format!("https://{at}")),
            "tunnelCertificate": null,
        })
    }

    /// `EndpointsInfo` (§5). The effective public address is what a new certificate has to cover.
    fn endpoints(&self) -> Value {
        let cloud = self.addresses.services.get(&Service::Cloud);
        let text = |at: Option<&std::net::SocketAddr>| at.map(|at| at.ip().to_string());
        let port = |at: Option<&std::net::SocketAddr>| at.map(std::net::SocketAddr::port);
        let effective = json!({
            "mgmtAddress": text(cloud), "mgmtPort": port(cloud),
            "mgmtPublicAddress": text(cloud), "mgmtPublicPort": port(cloud),
            "apiAddress": text(cloud), "apiPort": port(cloud),
            "apiPublicAddress": self.addresses.public.ip().to_string(), "apiPublicPort": self.addresses.public.port(),
        });
        let set = self.state().settings.get("endpoints").cloned();
        json!({ "configured": set.unwrap_or_else(|| effective.clone()), "effective": effective })
    }
}
