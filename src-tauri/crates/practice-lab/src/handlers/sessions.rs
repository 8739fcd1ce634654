//! Signing in and out (`docs/vcda-api.md` §1.1 to §1.5).

use axum::http::{HeaderName, StatusCode};

use super::{Call, Outcome, TOKEN};
use crate::faults::Fault;
use crate::wire::{Answer, Refusal};

pub(super) fn handle(call: &Call, rest: &[&str]) -> Outcome {
    match (call.method.as_str(), rest) {
        ("POST", []) => sign_in(call),
        ("GET", []) => Ok(Answer::ok(call.session()?.body())),
        ("DELETE", []) => sign_out(call),
        ("POST", ["extend"]) => extend(call),
        _ => Err(Refusal::not_found("There is no such session call.")),
    }
}

/// A bad password and a forbidden network get the same answer, and only the first counts as a failed
/// attempt (§1.9).
fn sign_in(call: &Call) -> Outcome {
    let site = &call.site;
    let body = call.json()?;
    let is_open = site.state().admin_allow_from.contains("0.0.0.0/0");
    let is_restricted = call.caller.through_tunnel && !is_open;
    if is_restricted || site.struck_by(Fault::AdminRestricted) {
        return Err(Refusal::wrong_credentials());
    }
    let checked = site.state().accounts.check(&body);
    match checked {
        Ok(user) => {
            let token = site.world.seeded.token();
            let session = site
                .state()
                .sessions
                .open(token.clone(), &user, &site.local_name());
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
    if let Some(token) = call.header(TOKEN) {
        call.site.state().sessions.close(token);
    }
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}

/// Extending a session is for replication work; pairing needs none (§1.4). A site that is not paired is
/// the one error that is documented.
fn extend(call: &Call) -> Outcome {
    let session = call.session()?;
    let body = call.json()?;
    let wanted = body
        .get("site")
        .and_then(|site| site.as_str())
        .unwrap_or_default();
    if !call.site.state().peers.contains_key(wanted) {
        let error = crate::wire::ApiError::invented(
            "SiteNotFound",
            format!("Site {wanted} is not paired."),
        );
        return Err(Refusal::new(StatusCode::NOT_FOUND, error));
    }
    Ok(Answer::ok(session.body()))
}
