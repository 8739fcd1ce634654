//! The root password: whether it has expired, checking it, changing it (`docs/vcda-api.md` §1.6, §1.7).

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Call, Outcome};
use crate::faults::Fault;
use crate::wire::{Answer, Refusal};

pub(super) fn handle(call: &Call, parts: &[&str]) -> Outcome {
    match (
        call.method.as_str(),
        parts.last().copied().unwrap_or_default(),
    ) {
        ("GET", "root-password-expired") => expired(call),
        ("POST", "check-root-password") => check(call),
        ("POST", "root-password") => change(call),
        _ => Err(Refusal::not_found(
            "There is no such call on the root password.",
        )),
    }
}

fn expired(call: &Call) -> Outcome {
    call.session()?;
    let is_expired = call.site.struck_by(Fault::PasswordExpired);
    let left = if is_expired { 0 } else { 200 * 24 * 3600 };
    Ok(Answer::ok(
        json!({ "rootPasswordExpired": is_expired, "secondsUntilExpiration": left }),
    ))
}

fn check(call: &Call) -> Outcome {
    call.session()?;
    let body = call.json()?;
    let offered = body
        .get("password")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let valid = call.site.state().accounts.root_password == offered;
    Ok(Answer::ok(json!({ "valid": valid })))
}

/// The current password goes in `Config-Secret`, the new one in the body; the answer is 204.
fn change(call: &Call) -> Outcome {
    call.session()?;
    let body = call.json()?;
    let wanted = body
        .get("rootPassword")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned();
    let current = call.header("config-secret").unwrap_or_default().to_owned();
    let mut state = call.site.state();
    if current != state.accounts.root_password {
        return Err(Refusal::bad_input("The current root password is wrong."));
    }
    if !is_strong(&wanted) {
        return Err(Refusal::bad_input(
            "A root password has at least 8 characters: lower and upper case, a digit, a special character.",
        ));
    }
    state.accounts.root_password = wanted;
    drop(state);
    call.site
        .world
        .faults
        .remove(Fault::PasswordExpired, &call.site.name);
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
