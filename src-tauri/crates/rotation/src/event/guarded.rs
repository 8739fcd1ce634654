//! The call that must never be repeated blindly, as it is noted before it is sent.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::Action;

/// A replacement that was about to be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Guarded {
    /// When, by this computer's clock.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// The operation's id, also sent to the appliance.
    pub operation: String,
    /// The site's name.
    pub site: String,
    /// Its address.
    pub address: String,
    /// What was asked for.
    pub action: Action,
    /// Thumbprint of the certificate in use, in the vendor's form.
    pub old: String,
    /// Thumbprint of the certificate to come, where it was known beforehand.
    pub new: Option<String>,
}
