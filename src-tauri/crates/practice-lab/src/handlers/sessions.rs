//! Signing in and out (`docs/vcda-api.md` §1.1 to §1.5).

use axum::http::{HeaderName, StatusCode};
use serde_json::{Value, json};

use super::{Call, Outcome, TOKEN};
use crate::faults::Fault;
use crate::wire::{Answer, ApiError, Refusal};

pub(super) async fn handle(call: &Call, rest: &[&str]) -> Outcome {
    match (call.method.as_str(), rest) {
        ("POST", []) => sign_in(call),
        ("GET", []) => Ok(Answer::ok(call.session()?.body())),
        ("DELETE", []) => sign_out(call),
        ("POST", ["extend"]) => extend(call).await,
        ("DELETE", ["extend"]) => shrink(call),
        _ => Err(Refusal::not_found("There is no such session call.")),
    }
}

/// A bad password and a forbidden network get the same answer, and only the first counts as a failed
/// attempt (§1.9).
fn sign_in(call: &Call) -> Outcome {
    let site = &call.site;
    let body = call.json()?;
    let is_allowed = site.state().admin_allow_from.hold(call.caller.from);
    let is_restricted = call.caller.through_tunnel && !is_allowed;
    if is_restricted || site.struck_by(Fault::AdminRestricted) {
        return Err(Refusal::wrong_credentials());
    }
    let service = call.caller.service;
    let checked = {
        let state = site.state();
        let root = &state.machines.of(service).root_password;
        state.accounts.check(&body, root)
    };
    match checked {
        Ok(user) => {
            let (token, name) = (site.world.seeded.token(), site.local_name());
            let mut state = site.state();
            let session = state.sessions.open(token.clone(), &user, name, service);
            drop(state);
            site.world.truth.login(&site.name);
            Ok(Answer::ok(session.body()).header(HeaderName::from_static(TOKEN), &token))
        }
        Err(user) => {
            site.world.truth.failed_login(&site.name, &user);
            Err(Refusal::wrong_credentials())
        }
    }
}

fn sign_out(call: &Call) -> Outcome {
    call.session()?;
    call.site.state().sessions.close(call.token()?);
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}

/// Extending a session is for replication work; pairing needs none. The remote site is asked whether it
/// knows the credential, at its public service endpoint, where administrators may be kept out (§1.4, §1.9).
async fn extend(call: &Call) -> Outcome {
    call.session()?;
    let body = call.json()?;
    let wanted = body.get("site").and_then(Value::as_str);
    let wanted = wanted.ok_or_else(|| Refusal::bad_input("site is missing."))?;
    let login = remote_login(&body)?;
    let peer = call.site.state().peers.get(wanted).cloned();
    let Some(peer) = peer else {
        return Err(Refusal::new(
            StatusCode::NOT_FOUND,
            ApiError::invented("SiteNotFound", format!("Site {wanted} is not paired.")),
        ));
    };
    let (headers, body) = ("Content-Type: application/json\r\n", login.to_string());
    let asked = call
        .site
        .ask(&peer.api_url, peer.pin, "POST", "/sessions", headers, &body)
        .await;
    if !asked.is_ok_and(|head| head.status == 200) {
        return Err(Refusal::new(
            StatusCode::UNAUTHORIZED,
            ApiError::invented(
                "RemoteAuthenticationFailure",
                format!("Site {wanted} does not accept the credential."),
            ),
        ));
    }
    let mut state = call.site.state();
    let extended = state.sessions.extend(call.token()?, wanted);
    Ok(Answer::ok(
        extended.ok_or_else(Refusal::session_gone)?.body(),
    ))
}

/// The login that goes with a credential for extending. Its fields are named otherwise there (§1.4).
fn remote_login(body: &Value) -> Result<Value, Refusal> {
    let field = |name: &str| {
        let text = body.get(name).and_then(Value::as_str);
        text.ok_or_else(|| Refusal::bad_input(format!("{name} is missing.")))
    };
    match field("type")? {
        "credentials" => Ok(json!({
            "type": "vcdCredentials",
            "vcdUser": field("vcdUsername")?,
            "vcdPassword": field("vcdPassword")?,
        })),
        "cookie" => Ok(json!({ "type": "vcdCookie", "vcdCookie": field("cookie")? })),
        "vcdAccessToken" => {
            Ok(json!({ "type": "vcdAccessToken", "vcdAccessToken": field("vcdAccessToken")? }))
        }
        kind => Err(Refusal::bad_input(format!(
            "The lab extends no session by {kind:?}."
        ))),
    }
}

/// Takes an extension back. That the site stands in the query is a guess: only the call's name is known (§1.4).
fn shrink(call: &Call) -> Outcome {
    call.session()?;
    let site = call.query.get("site");
    let site = site.ok_or_else(|| Refusal::bad_input("The parameter site is missing."))?;
    let shrunk = call.site.state().sessions.shrink(call.token()?, site);
    Ok(Answer::ok(shrunk.ok_or_else(Refusal::session_gone)?.body()))
}
