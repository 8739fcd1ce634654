//! `/config` and what hangs below it (`docs/vcda-api.md` §1.9, §5).

use axum::http::StatusCode;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::{Call, Outcome};
use crate::service::Service;
use crate::site::Site;
use crate::wire::{Answer, Refusal};

pub(super) fn handle(call: &Call, rest: &[&str]) -> Outcome {
    match (call.method.as_str(), rest) {
        ("GET", ["is-configured"]) => Ok(Answer::ok(json!({ "isConfigured": true }))),
        ("GET", []) => read(call),
        ("POST", ["site"]) => name_site(call),
        ("GET", ["endpoints"]) => read_endpoints(call),
        ("POST", ["endpoints"]) => set(call, "endpoints", |site| site.endpoints()),
        ("POST", ["vcloud"]) => set(call, "vcloud", Site::configuration),
        ("POST", ["lookup-service"]) => set_lookup_service(call),
        ("GET", ["admin-allow-from"]) => {
            call.session()?;
            Ok(Answer::ok(
                json!({ "adminAllowFrom": call.site.state().admin_allow_from.text() }),
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

/// The answer's fields are named otherwise than the call's (§3.6, §5). The Manager Service wants an
/// administrator of single sign-on with it.
fn set_lookup_service(call: &Call) -> Outcome {
    call.session_to_change()?;
    let body = call.json()?;
    let url = body.get("url").and_then(Value::as_str);
    let url = url.ok_or_else(|| Refusal::bad_input("url is missing."))?;
    if call.caller.service == Service::Manager {
        check_sso_administrator(call, &body)?;
    }
    let set = json!({ "lsUrl": url, "lsThumbprint": body.get("thumbprint") });
    let mut state = call.site.state();
    state
        .settings
        .insert("lookup-service".to_owned(), set.clone());
    drop(state);
    Ok(Answer::ok(set))
}

fn check_sso_administrator(call: &Call, body: &Value) -> Result<(), Refusal> {
    let field = |name: &str| {
        let credentials = body.get("ssoAdminCredentials");
        credentials
            .and_then(|credentials| credentials.get(name))
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let state = call.site.state();
    let right = (&*state.accounts.sso_user, &*state.accounts.sso_password);
    if (field("ssoUser"), field("ssoPassword")) == right {
        Ok(())
    } else {
        Err(Refusal::bad_input(
            "The single sign-on administrator is refused.",
        ))
    }
}

fn allow_admins_from(call: &Call) -> Outcome {
    call.session_to_change()?;
    let body = call.json()?;
    let from = body
        .get("adminAllowFrom")
        .and_then(Value::as_str)
        .ok_or_else(|| Refusal::bad_input("adminAllowFrom is missing."))?;
    call.site.state().admin_allow_from = from
        .parse()
        .map_err(|_| Refusal::bad_input("adminAllowFrom is no list of networks."))?;
    Ok(Answer::with(
        StatusCode::OK,
        json!({ "adminAllowFrom": from }),
    ))
}

/// Puts what was set over the fields of the same name. What is only ever sent, as a password, has none.
fn overlay(config: &mut Value, set: Option<&Value>) {
    let fields = config.as_object_mut().into_iter().flatten();
    for (name, value) in fields {
        if let Some(wanted) = set.and_then(|set| set.get(name)) {
            value.clone_from(wanted);
        }
    }
}

impl Site {
    /// `CloudConfigResponse` (§5), with what an administrator has set.
    fn configuration(&self) -> Value {
        let inside = self.state().inside.clone();
        let mut config = json!({
            "id": self.id,
            "lsUrl": format!("https://vcenter.{}:443/lookupservice/sdk", self.host),
            "lsThumbprint": null,
            "localSite": self.local_name(),
            "localSiteDescription": format!("{} (practice lab)", self.name),
            "vcdUrl": format!("https://director.{}/api", self.host),
            "vcdThumbprint": null,
            "vcdUsername": "administrator@system",
            "isCombined": false,
            "tunnelUrl": inside.tunnel_url,
            "tunnelCertificate": STANDARD.encode(inside.tunnel_leaf.der()),
        });
        let state = self.state();
        for set in ["vcloud", "lookup-service"] {
            overlay(&mut config, state.settings.get(set));
        }
        config
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
