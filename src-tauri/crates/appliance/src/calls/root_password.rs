//! Whether the root password has expired, or will before the work is done (docs/vcda-api.md §1.7).

use std::time::Duration;

use serde::Deserialize;

use super::Call;
use crate::error::RequestError;
use crate::limits::SMALL_CAP;
use crate::session::Session;

const READ: Call = Call::get("/config/root-password-expired", SMALL_CAP);
const READ_BEFORE_4_5: Call = Call::get("/appliance/root-password-expired", SMALL_CAP);

/// How long the root password is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "Wire")]
pub struct PasswordExpiry {
    /// Whether it has expired.
    pub has_expired: bool,
    /// What is left of it, where that is told.
    pub remaining: Option<Duration>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    root_password_expired: bool,
    #[serde(default)]
    seconds_until_expiration: Option<i64>,
}

impl From<Wire> for PasswordExpiry {
    fn from(wire: Wire) -> Self {
        let seconds = wire
            .seconds_until_expiration
            .and_then(|seconds| u64::try_from(seconds).ok());
        Self {
            has_expired: wire.root_password_expired,
            remaining: seconds.map(Duration::from_secs),
        }
    }
}

impl Session {
    /// How long the root password is good for; versions before 4.5 answer under another path.
    pub async fn root_password_expiry(&self) -> Result<PasswordExpiry, RequestError> {
        let answer = match self.ask(self.request(READ)).await {
            Err(RequestError::Refused { status: 404, .. }) => {
                self.ask(self.request(READ_BEFORE_4_5)).await?
            }
            outcome => outcome?,
        };
        answer.read("whether the root password has expired")
    }
}
