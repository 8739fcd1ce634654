//! The root password: whether it has expired, checking it, changing it (`docs/vcda-api.md` §1.6, §1.7).
//!
//! Each machine has its own. The Manager and the Cloud Service change those of the Replicator and the Tunnel.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Call, Outcome};
use crate::faults::Fault;
use crate::service::Service;
use crate::wire::{Answer, Refusal};

pub(super) fn handle(call: &Call, parts: &[&str]) -> Outcome {
    let service = match parts {
        ["config", "replicators", _] => Service::Replicator,
        ["config", "tunnels", _] => Service::Tunnel,
        _ => call.caller.service,
    };
    match (
        call.method.as_str(),
        parts.last().copied().unwrap_or_default(),
    ) {
        ("GET", "root-password-expired") => expired(call, service),
        ("POST", "check-root-password") => check(call, service),
        ("POST", "root-password") => change(call, service),
        _ => Err(Refusal::not_found(
            "There is no such call on the root password.",
        )),
    }
}

fn expired(call: &Call, service: Service) -> Outcome {
    call.session()?;
    let now = call.site.now();
    let left = call.site.state().machines.of(service).password_left(now);
    Ok(Answer::ok(json!({
        "rootPasswordExpired": left.is_none(),
        "secondsUntilExpiration": left.map_or(0, time::Duration::whole_seconds),
    })))
}

fn check(call: &Call, service: Service) -> Outcome {
    call.session()?;
    let body = call.json()?;
    let offered = body
        .get("password")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let valid = call.site.state().machines.of(service).root_password == offered;
    Ok(Answer::ok(json!({ "valid": valid })))
}

/// The current password goes in `Config-Secret`, the new one in the body; the answer is 204. That the
/// current one is that of the machine whose password is changed is a guess.
fn change(call: &Call, service: Service) -> Outcome {
    call.session()?;
    let body = call.json()?;
    let wanted = body
        .get("rootPassword")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned();
    let current = call.header("config-secret").unwrap_or_default().to_owned();
    let now = call.site.now();
    let mut state = call.site.state();
    let host = state.machines.of_mut(service);
    if current != host.root_password {
        return Err(Refusal::bad_input("The current root password is wrong."));
    }
    if !is_strong(&wanted) {
        return Err(Refusal::bad_input(
            "A root password has at least 8 characters: lower and upper case, a digit, a special character.",
        ));
    }
    host.change_password(wanted, now);
    drop(state);
    let (faults, name) = (&call.site.world.faults, &call.site.name);
    faults.remove(Fault::PasswordExpired, name);
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}

fn is_strong(password: &str) -> bool {
    let has = |kind: fn(char) -> bool| password.chars().any(kind);
    password.chars().count() >= 8
        && has(char::is_lowercase)
        && has(char::is_uppercase)
        && has(|c| c.is_ascii_digit())
        && has(|c| !c.is_alphanumeric())
}
