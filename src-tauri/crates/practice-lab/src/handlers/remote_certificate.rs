//! `GET /config/remote-certificate`: what this site sees at a URL (`docs/vcda-api.md` §2.5).

use axum::http::StatusCode;
use certificate::Certificate;

use super::certificate::described;
use super::{Call, Outcome, cloud_only};
use crate::wire::{Answer, Refusal};

/// A real handshake, through the Tunnel or past it. One client says which; the others leave it open, and
/// that it is then through the Tunnel, as the site sees its peers, is a guess.
pub(super) async fn read(call: &Call) -> Outcome {
    cloud_only(call)?;
    call.session()?;
    let url = call
        .query
        .get("url")
        .ok_or_else(|| Refusal::bad_input("The parameter url is missing."))?;
    let via_tunnel = call
        .query
        .get("viaTunnel")
        .is_none_or(|told| told != "false");
    let seen = call
        .site
        .look_at(url, via_tunnel)
        .await
        .map_err(|error| Refusal::new(StatusCode::BAD_REQUEST, error))?;
    let leaf = seen
        .chain
        .first()
        .map(|leaf| leaf.to_vec())
        .unwrap_or_default();
    let leaf = Certificate::from_der(leaf)
        .map_err(|_| Refusal::bad_input("What answers there shows no certificate."))?;
    Ok(Answer::ok(described(&leaf)))
}
