//! The account that signs in at a site; the password is elsewhere.

use appliance::Credential;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which login of the appliance is used (docs/vcda-api.md §1.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Account {
    /// *Appliance login*: the appliance's own `root`.
    Appliance,
    /// *SSO login*: a vCenter single sign-on user.
    Sso {
        /// The user with its domain, as `administrator@vsphere.local`.
        username: String,
    },
}

impl Account {
    /// The credential that this account and its password make.
    #[must_use]
    pub fn credential(&self, password: SecretString) -> Credential {
        match self {
            Self::Appliance => Credential::Appliance { password },
            Self::Sso { username } => Credential::Sso {
                username: username.clone(),
                password,
            },
        }
    }

    /// The user's name, as a person knows it.
    #[must_use]
    pub fn user(&self) -> &str {
        match self {
            Self::Appliance => "root",
            Self::Sso { username } => username,
        }
    }
}
