//! A password together with what it may be used for, as it is kept in a keyring.

use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use certificate::Thumbprint;

use crate::keyring_error::KeyringError;
use crate::saved_site::SavedSite;

/// The largest secret that Windows Credential Manager takes, and so the room to reserve.
const ROOM: usize = 2560;

#[derive(Serialize)]
struct Sealed<'a> {
    v: u32,
    endpoint: String,
    pin: &'a Thumbprint,
    password: &'a str,
}

#[derive(Deserialize)]
struct Opened {
    endpoint: String,
    pin: Thumbprint,
    password: Zeroizing<String>,
}

/// Binds the password to the site's endpoint and its present pin.
pub(crate) fn seal(
    site: &SavedSite,
    password: &SecretString,
) -> Result<Zeroizing<Vec<u8>>, KeyringError> {
    // Room from the start: a vector that grows leaves copies of the password behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(ROOM));
    let endpoint = site.address.url();
    let sealed = Sealed {
        v: 1,
        endpoint,
        pin: &site.pin,
        password: password.expose_secret(),
    };
    serde_json::to_writer(&mut *bytes, &sealed).map_err(KeyringError::Unreadable)?;
    Ok(bytes)
}

/// Hands the password out, if it is for this endpoint and given under a pin of this site's lineage.
pub(crate) fn unseal(site: &SavedSite, bytes: &[u8]) -> Result<SecretString, KeyringError> {
    let opened: Opened = serde_json::from_slice(bytes).map_err(KeyringError::Unreadable)?;
    if opened.endpoint != site.address.url() {
        let (given_for, asked_for) = (opened.endpoint, site.address.clone());
        return Err(KeyringError::OtherEndpoint {
            given_for,
            asked_for,
        });
    }
    if !site.has_been_known_by(&opened.pin) {
        return Err(KeyringError::OtherLineage {
            given_under: opened.pin,
        });
    }
    Ok(SecretString::from(opened.password.as_str()))
}
