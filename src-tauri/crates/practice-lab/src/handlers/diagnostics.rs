//! What a service tells of itself (`docs/vcda-api.md` §2.4, §5).

use axum::http::{HeaderName, StatusCode, header};
use axum::response::IntoResponse;
use serde_json::json;

use super::{Call, Outcome, Reply};
use crate::peers::{BUILD, CALLER, GREETING, VERSION};
use crate::site::Told;
use crate::wire::{Answer, ApiError, Refusal};

/// The pages that need no session: the readiness page, the user interface, the greeting of peers.
pub(super) fn pages(call: &Call, path: &str) -> Option<Result<Reply, Refusal>> {
    let html = |status: StatusCode, body: &'static str| {
        Some(Ok(Reply::Raw(
            (
                status,
                [(header::CONTENT_TYPE, "text/html;charset=UTF-8")],
                body,
            )
                .into_response(),
        )))
    };
    match path {
        "docs/api-guide.html" if !is_ready(call) => html(
            StatusCode::SERVICE_UNAVAILABLE,
            "<html><h1>503 Service Unavailable</h1></html>",
        ),
        "docs/api-guide.html" => html(
            StatusCode::OK,
            "<html><h1>VMware Cloud Director Availability API</h1></html>",
        ),
        "ui/admin" | "ui/provider" | "ui/portal" => html(
            StatusCode::OK,
            "<html><title>VMware Cloud Director Availability</title></html>",
        ),
        _ if call.path == GREETING => Some(greeting(call).map(Reply::Plain)),
        _ => None,
    }
}

fn is_ready(call: &Call) -> bool {
    let state = call.site.state();
    state.machines.of(call.caller.service).is_ready
}

fn greeting(call: &Call) -> Outcome {
    let caller = call.header(CALLER).unwrap_or_default();
    let text = |name: &str| call.header(name).map(str::to_owned);
    let told = text(VERSION)
        .zip(text(BUILD))
        .map(|(api, build)| Told { api, build });
    if call.site.welcomes(caller, call.caller.leaf, told) {
        let Told { api, build } = call.site.tells();
        Ok(Answer::empty(StatusCode::OK)
            .header(HeaderName::from_static(VERSION), &api)
            .header(HeaderName::from_static(BUILD), &build))
    } else {
        Err(Refusal::new(StatusCode::FORBIDDEN, ApiError::forbidden()))
    }
}

/// Clients call it with a token; whether it answers without one is not known, and here it does not.
pub(super) fn about(call: &Call) -> Outcome {
    call.session()?;
    Ok(Answer::ok(json!({
        "productName": "VMware Cloud Director Availability",
        "buildVersion": call.site.build(),
        "buildDate": 1_700_000_000_000_i64,
        "serviceType": call.caller.service.service_type(),
    })))
}
