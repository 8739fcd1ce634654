//! With what a person signs in: the three kinds of login that take a password.

use std::fmt;
use std::hash::{BuildHasher, RandomState};

use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;

/// The account of *Appliance login*; the product knows no other local user (docs/vcda-api.md §1.1).
const ROOT: &str = "root";

/// A user and the password. It prints the user and never the password, and cannot be serialised.
#[derive(Clone)]
pub enum Credential {
    /// *Appliance login*: the appliance's own `root`.
    Appliance {
        /// The root password of the appliance.
        password: SecretString,
    },
    /// *SSO login*: a vCenter Single Sign-On user.
    Sso {
        /// The user with its domain, for example `administrator@vsphere.local`.
        username: String,
        /// The password of that user.
        password: SecretString,
    },
    /// A user of Cloud Director.
    CloudDirector {
        /// The user with its organisation, for example `admin@system`.
        username: String,
        /// The password of that user.
        password: SecretString,
    },
}

/// The bodies of `POST /sessions`, field by field as docs/vcda-api.md §1.1 lists them.
#[derive(Serialize)]
#[serde(tag = "type", rename_all_fields = "camelCase")]
enum LoginBody<'a> {
    #[serde(rename = "localUser")]
    Local {
        local_user: &'a str,
        local_password: &'a str,
    },
    #[serde(rename = "ssoCredentials")]
    Sso {
        username: &'a str,
        password: &'a str,
    },
    #[serde(rename = "vcdCredentials")]
    CloudDirector {
        vcd_user: &'a str,
        vcd_password: &'a str,
    },
}

impl Credential {
    /// The user this credential is for.
    pub fn user(&self) -> &str {
        match self {
            Self::Appliance { .. } => ROOT,
            Self::Sso { username, .. } | Self::CloudDirector { username, .. } => username,
        }
    }

    /// What tells this login from every other one, user and password, without being either: a mark that is of use
    /// in this process alone.
    pub(crate) fn mark(&self, marks: &RandomState) -> u64 {
        marks.hash_one(self.login_body())
    }

    /// The body of the login request.
    pub(crate) fn login_body(&self) -> Vec<u8> {
        let body = match self {
            Self::Appliance { password } => LoginBody::Local {
                local_user: ROOT,
                local_password: password.expose_secret(),
            },
            Self::Sso { username, password } => LoginBody::Sso {
                username,
                password: password.expose_secret(),
            },
            Self::CloudDirector { username, password } => LoginBody::CloudDirector {
                vcd_user: username,
                vcd_password: password.expose_secret(),
            },
        };
        serde_json::to_vec(&body).expect("an enum of strings always becomes JSON")
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self {
            Self::Appliance { .. } => "Appliance",
            Self::Sso { .. } => "Sso",
            Self::CloudDirector { .. } => "CloudDirector",
        };
        write!(f, "Credential::{kind}({})", self.user())
    }
}

#[cfg(test)]
mod tests {
    use super::Credential;

    fn body(credential: &Credential) -> serde_json::Value {
        serde_json::from_slice(&credential.login_body()).unwrap()
    }

    #[test]
    fn each_login_sends_the_fields_of_its_kind() {
        let local = Credential::Appliance {
            password: "p\"1".into(),
        };
        assert_eq!(
            body(&local),
            serde_json::json!({"type": "localUser", "localUser": "root", "localPassword": "p\"1"})
        );
        let sso = Credential::Sso {
            username: "a@vsphere.local".into(),
            password: "p".into(),
        };
        assert_eq!(
            body(&sso),
            serde_json::json!({"type": "ssoCredentials", "username": "a@vsphere.local", "password": "p"})
        );
        let tenant = Credential::CloudDirector {
            username: "a@org".into(),
            password: "p".into(),
        };
        assert_eq!(
            body(&tenant),
            serde_json::json!({"type": "vcdCredentials", "vcdUser": "a@org", "vcdPassword": "p"})
        );
    }

    #[test]
    fn printing_a_credential_shows_the_user_and_not_the_password() {
        let shown = format!(
            "{:?}",
            Credential::Appliance {
                password: "hunter2".into()
            }
        );
        assert_eq!(shown, "Credential::Appliance(root)");
    }
}
