//! What a secret is wanted for, and what became of asking for it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a secret is wanted for.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SecretRequest {
    /// A site's account or a file.
    #[ts(inline)]
    pub purpose: SecretPurpose,
    /// The site's identity, or the bundle's token.
    pub target: String,
    /// Keep a site's password in the keyring.
    pub remember: bool,
}

/// The two kinds of secrets there are.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SecretPurpose {
    /// The password of a site's account.
    Site,
    /// The password of a certificate bundle.
    Bundle,
}

/// What became of the request. The secret itself never comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SecretAnswer {
    /// It was typed and is held.
    Given,
    /// The window was closed.
    Cancelled,
}
