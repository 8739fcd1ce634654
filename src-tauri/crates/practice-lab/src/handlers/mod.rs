//! What the appliances answer. One file per area of the API; this one is the door to all of them.

mod certificate;
mod configuration;
mod diagnostics;
mod health;
mod other_services;
mod peer_sites;
mod remote_certificate;
mod root_password;
mod sessions;
mod tasks;
mod vc_sites;

use std::collections::HashMap;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Router, body};
use serde_json::Value;

use crate::caller::Caller;
use crate::faults::Fault;
use crate::service::Service;
use crate::sessions::Session;
use crate::site::Site;
use crate::truth;
use crate::version::Version;
use crate::wire::{Answer, ApiError, Refusal, respond};

/// The header that carries the session token (`docs/vcda-api.md` §1.2).
pub(crate) const TOKEN: &str = "x-vcav-auth";
/// The header that carries the keystore's password at an import (§1.6). It rests on one client.
pub(crate) const SECRET: &str = "secret";
/// The header that correlates calls and tasks (§1.1).
pub(crate) const OPERATION: &str = "operationid";
/// The largest body that is read.
const BODY_LIMIT: usize = 4 << 20;

/// One call, taken apart.
pub(crate) struct Call {
    pub(crate) site: Arc<Site>,
    pub(crate) caller: Caller,
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) query: HashMap<String, String>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

pub(crate) type Outcome = Result<Answer, Refusal>;

impl Call {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    pub(crate) fn operation(&self) -> Option<String> {
        self.header(OPERATION).map(str::to_owned)
    }

    /// The body as JSON.
    pub(crate) fn json(&self) -> Result<Value, Refusal> {
        serde_json::from_slice(&self.body)
            .map_err(|_| Refusal::bad_input("The body is not valid JSON."))
    }

    /// The session token, or the 401 of a call that has none (§1.5).
    pub(crate) fn token(&self) -> Result<&str, Refusal> {
        self.header(TOKEN).ok_or_else(Refusal::session_gone)
    }

    /// The session of the call, or the 401 of one that has none, or whose session does not reach the remote
    /// site that it names. What the last one looks like is inferred: one client tells it apart from a dead
    /// session, and from a refused login by the sites it knows of (§1.5).
    pub(crate) fn session(&self) -> Result<Session, Refusal> {
        let mut state = self.site.state();
        if self.site.struck_by(Fault::SessionExpires) {
            state.sessions.close_all();
        }
        let session = state.sessions.call(self.token()?);
        let session = session.ok_or_else(Refusal::session_gone)?;
        match self.query.get("site") {
            Some(site) if !session.sites.contains(site) => Err(Refusal::wrong_credentials()),
            _ => Ok(session),
        }
    }

    /// The session of a call that changes something; a read-only account gets the vendor's 403.
    pub(crate) fn session_to_change(&self) -> Result<Session, Refusal> {
        let session = self.session()?;
        if self.site.struck_by(Fault::ReadOnlyAccount) {
            return Err(Refusal::new(StatusCode::FORBIDDEN, ApiError::forbidden()));
        }
        Ok(session)
    }
}

/// All of a site's answers behind one door.
pub(crate) fn router(site: Arc<Site>, caller: Caller) -> Router {
    Router::new().fallback(answer).with_state((site, caller))
}

async fn answer(
    State((site, caller)): State<(Arc<Site>, Caller)>,
    request: Request<Body>,
) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = body::to_bytes(body, BODY_LIMIT).await else {
        let why = format!("The body is longer than {BODY_LIMIT} bytes.");
        return refused(StatusCode::PAYLOAD_TOO_LARGE, &why, site.version);
    };
    let query = parts.uri.query().unwrap_or_default();
    let call = Call {
        site,
        caller,
        method: parts.method,
        path: parts.uri.path().to_owned(),
        query: form(query),
        headers: parts.headers,
        body,
    };
    note(&call, query);
    match struck(&call) {
        Some(response) => response,
        None => negotiated(call).await,
    }
}

/// A refusal before any handler is asked. Like every answer of 400 and above it has a body (§6); the words
/// are the lab's.
fn refused(status: StatusCode, why: &str, version: Version) -> Response {
    let error = ApiError::invented("BadRequest", why);
    respond(Answer::with(status, error), &version.media_type())
}

/// Writes the call into the ground truth.
fn note(call: &Call, query: &str) {
    let path = if query.is_empty() {
        call.path.clone()
    } else {
        format!("{}?{query}", call.path)
    };
    if call.path == crate::peers::GREETING {
        return;
    }
    let is_login = call.method == Method::POST && call.path == "/sessions";
    let has = |name: &str| call.headers.contains_key(name);
    call.site.world.truth.request(truth::Request {
        site: call.site.name.clone(),
        service: call.caller.service.service_type(),
        method: call.method.to_string(),
        path,
        operation: call.operation(),
        carried_a_secret: is_login || has(TOKEN) || has(SECRET) || has("config-secret"),
        at: call.site.world.truth.elapsed(),
    });
}

/// The faults that answer in place of the site.
fn struck(call: &Call) -> Option<Response> {
    if call.path == crate::peers::GREETING {
        return None;
    }
    let plain = |status: StatusCode, body: &'static str| {
        (status, [(header::CONTENT_TYPE, "text/html")], body).into_response()
    };
    let site = &call.site;
    if site.struck_by(Fault::ServerError) {
        let error = ApiError::documented("GeneralServerFailure", "Internal server error.");
        return Some(respond(
            Answer::with(StatusCode::INTERNAL_SERVER_ERROR, error),
            &site.version.media_type(),
        ));
    }
    if site.struck_by(Fault::Unavailable) {
        return Some(plain(
            StatusCode::SERVICE_UNAVAILABLE,
            "<html><h1>503 Service Unavailable</h1></html>",
        ));
    }
    if site.struck_by(Fault::TooManyRequests) {
        let why = "Too many requests.";
        let mut response = refused(StatusCode::TOO_MANY_REQUESTS, why, site.version);
        let seconds = header::HeaderValue::from_static("1");
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
        return Some(response);
    }
    if site.struck_by(Fault::HtmlInsteadOfJson) {
        return Some(plain(
            StatusCode::OK,
            "<!doctype html><title>Portal</title><p>Please sign in.</p>",
        ));
    }
    if call.path == "/sites" && call.method == Method::GET && site.struck_by(Fault::HugeBody) {
        let chunk = Bytes::from(vec![b' '; 1 << 20]);
        let stream = tokio_stream(chunk, 100);
        return Some(
            (
                StatusCode::OK,
                [(header::CONTENT_TYPE, "application/json")],
                Body::from_stream(stream),
            )
                .into_response(),
        );
    }
    if site.struck_by(Fault::ConnectionReset) {
        return Some(cut_off());
    }
    None
}

/// An answer whose body breaks off.
pub(crate) fn cut_off() -> Response {
    let broken =
        futures_util::stream::once(async { Err::<Bytes, _>(std::io::Error::other("cut off")) });
    (
        StatusCode::OK,
        [(header::CONTENT_LENGTH, "100")],
        Body::from_stream(broken),
    )
        .into_response()
}

fn tokio_stream(
    chunk: Bytes,
    times: usize,
) -> impl futures_util::Stream<Item = Result<Bytes, std::io::Error>> + Send + 'static {
    futures_util::stream::iter(std::iter::repeat_with(move || Ok(chunk.clone())).take(times))
}

/// Answers in the media type that the caller asked for, or refuses a version that the site has not
/// (§1.3; that it answers 406 is inferred).
async fn negotiated(call: Call) -> Response {
    let newest = call.site.version;
    let wanted = call.header("accept").and_then(wanted_version);
    let media_type = match wanted {
        Some(Ok(version)) if version <= newest => version.media_type(),
        Some(_) => {
            let why = format!("The newest version here is {newest}.");
            return refused(StatusCode::NOT_ACCEPTABLE, &why, newest);
        }
        None => newest.media_type(),
    };
    let outcome = route(call).await;
    match outcome {
        Ok(Reply::Plain(answer)) => respond(answer, &media_type),
        Ok(Reply::Raw(response)) => response,
        Err(Refusal(answer)) => respond(answer, &media_type),
    }
}

/// The version in an Accept header, if it names one. Versions before 4.2 are taken as 4.2.
fn wanted_version(accept: &str) -> Option<Result<Version, ()>> {
    let rest = accept.split_once("vnd.vmware.h4-v")?.1;
    let number = rest.split('+').next().unwrap_or_default();
    match number {
        "1" | "2" | "3" | "3.5" => Some(Ok(Version::V4_2)),
        number => Some(number.parse().map_err(|_| ())),
    }
}

/// What a handler gives back.
pub(crate) enum Reply {
    Plain(Answer),
    Raw(Response),
}

/// One table from method and path to handler.
async fn route(call: Call) -> Result<Reply, Refusal> {
    let path = call.path.trim_matches('/').to_owned();
    let parts: Vec<&str> = path.split('/').collect();
    let method = call.method.clone();
    if let Some(reply) = diagnostics::pages(&call, &path) {
        return reply;
    }
    match (method.as_str(), parts.as_slice()) {
        (_, ["sessions", rest @ ..]) => sessions::handle(&call, rest).await,
        (_, ["config", "certificate"]) => return certificate::handle(call).await,
        ("GET", ["config", "remote-certificate"]) => remote_certificate::read(&call).await,
        (
            _,
            [
                "config",
                "root-password" | "root-password-expired" | "check-root-password",
            ]
            | ["config", "replicators" | "tunnels", "root-password"]
            | ["appliance", "root-password-expired"],
        ) => root_password::handle(&call, &parts),
        (_, ["config", "tunnels", ..] | ["replicators", ..] | ["backups", ..] | ["os", ..]) => {
            other_services::handle(&call, &parts).await
        }
        (_, ["config", rest @ ..]) => configuration::handle(&call, rest),
        (_, ["sites", rest @ ..]) => peer_sites::handle(&call, rest).await,
        (_, ["vc-sites", rest @ ..]) => vc_sites::handle(&call, rest).await,
        ("GET", ["tasks", rest @ ..]) => tasks::read(&call, rest),
        (_, ["diagnostics", "health"]) => health::handle(&call),
        ("GET", ["diagnostics", "about"]) => diagnostics::about(&call),
        _ => Err(Refusal::not_found(format!("There is nothing at /{path}."))),
    }
    .map(Reply::Plain)
}

/// The query's pairs, percent-decoded.
fn form(query: &str) -> HashMap<String, String> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (decoded(name), decoded(value)))
        .collect()
}

pub(crate) fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let byte = match byte {
            b'+' => b' ',
            b'%' => {
                let digits: String = rest.by_ref().take(2).map(char::from).collect();
                u8::from_str_radix(&digits, 16).unwrap_or(b'?')
            }
            other => other,
        };
        bytes.push(byte);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Only the Cloud Service knows of this; the others answer as for any unknown path.
pub(crate) fn cloud_only(call: &Call) -> Result<(), Refusal> {
    if call.caller.service == Service::Cloud {
        Ok(())
    } else {
        Err(Refusal::not_found("This service has no such path."))
    }
}
