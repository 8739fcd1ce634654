//! `/config/certificate`: read, import, regenerate (`docs/vcda-api.md` §2.1 to §2.3).

use std::sync::Arc;

use axum::http::StatusCode;
use base64::Engine as _;
use certificate::{Certificate, KeyKind};
use serde_json::{Value, json};

use super::{Call, Reply, SECRET, cut_off};
use crate::faults::Fault;
use crate::identity::{Identity, IdentityError};
use crate::service::Service;
use crate::site::{Site, epoch_ms};
use crate::wire::{Answer, ApiError, Refusal};

pub(super) async fn handle(call: Call) -> Result<Reply, Refusal> {
    match call.method.as_str() {
        "GET" => read(&call).map(Reply::Plain),
        "POST" => import(call).await,
        "PUT" => regenerate(call).await,
        _ => Err(Refusal::not_found(
            "A certificate is read, imported or regenerated.",
        )),
    }
}

/// A certificate as the product describes it (§2.1).
pub(super) fn described(certificate: &Certificate) -> Value {
    json!({
        "certificate": {
            "thumbPrint": certificate.thumbprint().to_string(),
            "issuedTo": { "CN": certificate.common_name().unwrap_or_default() },
            "expiresOn": epoch_ms(certificate.not_after()),
        },
        "encoded": base64::engine::general_purpose::STANDARD.encode(certificate.der()),
    })
}

fn read(call: &Call) -> Result<Answer, Refusal> {
    call.session()?;
    let state = call.site.state();
    let coming = state
        .coming
        .as_ref()
        .filter(|_| call.caller.service == Service::Cloud);
    let identity = coming.or_else(|| state.identities.get(&call.caller.service));
    let identity =
        identity.ok_or_else(|| Refusal::not_found("This service has no certificate."))?;
    Ok(Answer::ok(described(&identity.leaf)))
}

async fn import(call: Call) -> Result<Reply, Refusal> {
    call.session_to_change()?;
    let site = Arc::clone(&call.site);
    if site.struck_by(Fault::RequestLost) {
        return Ok(Reply::Raw(cut_off()));
    }
    if site.struck_by(Fault::ImportRefused) {
        return Err(Refusal::bad_input("The certificate cannot be imported."));
    }
    let password = call.header(SECRET).unwrap_or_default().to_owned();
    let body = call.body.clone();
    let read = site
        .world
        .surroundings
        .aside(move || Identity::from_pkcs12(&body, &password))
        .await;
    let identity = read
        .ok_or_else(server_failure)?
        .map_err(|why| refused(&why))?;
    acceptable(&identity.leaf)?;
    replace(&call, identity, !site.struck_by(Fault::NoBackup)).await
}

/// Whether a backup is written on regenerate is not known; the vendor promises it only after an import.
async fn regenerate(call: Call) -> Result<Reply, Refusal> {
    call.session_to_change()?;
    let site = Arc::clone(&call.site);
    if site.struck_by(Fault::RequestLost) {
        return Ok(Reply::Raw(cut_off()));
    }
    let service = call.caller.service;
    let surroundings = site.world.surroundings.clone();
    let made = surroundings
        .aside(move || site.fresh_identity(service))
        .await;
    let identity = made
        .ok_or_else(server_failure)?
        .map_err(|_| server_failure())?;
    replace(&call, identity, false).await
}

/// Keeps the old keystore, writes the new one, answers, and lets the services restart.
async fn replace(call: &Call, identity: Identity, keep_old: bool) -> Result<Reply, Refusal> {
    let site = Arc::clone(&call.site);
    let service = call.caller.service;
    let leaf = identity.leaf.clone();
    let stored = identity.clone();
    let keeper = Arc::clone(&site);
    let saved = site
        .world
        .surroundings
        .aside(move || keeper.store(service, &stored, keep_old))
        .await;
    saved
        .ok_or_else(server_failure)?
        .map_err(|_| server_failure())?;
    site.world.truth.replacement(&site.name);
    let hides = site.struck_by(Fault::RegenerateShowsOld);
    if service == Service::Cloud && !hides {
        site.state().coming = Some(identity);
    }
    site.restart_soon(service);
    if site.struck_by(Fault::AnswerLost) {
        return Ok(Reply::Raw(cut_off()));
    }
    let shown = if hides {
        site.state()
            .identities
            .get(&service)
            .map(|old| old.leaf.clone())
    } else {
        None
    };
    Ok(Reply::Plain(Answer::ok(described(&shown.unwrap_or(leaf)))))
}

impl Site {
    fn store(
        &self,
        service: Service,
        identity: &Identity,
        keep_old: bool,
    ) -> Result<(), IdentityError> {
        let file = self.keystore(service);
        if keep_old {
            let backup = file.with_extension("p12.bak");
            std::fs::copy(&file, &backup).map_err(|source| IdentityError::File {
                path: backup,
                source,
            })?;
        }
        identity.save(&file, &self.keystore_password)
    }
}

/// What the vendor's page demands (§2.7) and what a Java keystore cannot do. That the appliance itself
/// checks key size and signature is inferred.
fn acceptable(leaf: &Certificate) -> Result<(), Refusal> {
    match leaf.key() {
        KeyKind::Rsa { bits } if *bits >= 2048 => {}
        KeyKind::Rsa { .. } => {
            return Err(Refusal::bad_input("The RSA key is shorter than 2048 bits."));
        }
        KeyKind::Ec { .. } | KeyKind::Ed25519 | KeyKind::Other { .. } => {
            return Err(Refusal::bad_input("The key is not an RSA key."));
        }
    }
    let weak = ["sha1", "md5", "SHA1"]
        .iter()
        .any(|name| leaf.signature().contains(name));
    if weak {
        Err(Refusal::bad_input("The signature algorithm is too weak."))
    } else {
        Ok(())
    }
}

fn refused(why: &IdentityError) -> Refusal {
    match why {
        IdentityError::Entries { found } => Refusal::bad_input(format!(
            "The keystore must hold exactly one entry with a private key; it holds {found}."
        )),
        IdentityError::Key(_)
        | IdentityError::Sign(_)
        | IdentityError::Read(_)
        | IdentityError::Open(_)
        | IdentityError::Write(_)
        | IdentityError::Tls(_)
        | IdentityError::File { .. } => {
            Refusal::bad_input("The keystore was tampered with, or the password is incorrect.")
        }
    }
}

fn server_failure() -> Refusal {
    Refusal::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        ApiError::invented("GeneralServerFailure", "The keystore could not be written."),
    )
}
