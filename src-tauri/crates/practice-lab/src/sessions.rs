//! Who is signed in at a site: accounts, tokens, idle time.
//!
//! Source: `docs/vcda-api.md` §1.1, §1.2, §1.5.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// A session as the site holds it.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    pub(crate) user: String,
    pub(crate) roles: Vec<&'static str>,
    pub(crate) site: String,
    last_call: Instant,
}

impl Session {
    /// The answer to a login and to `GET /sessions` (§1.2).
    pub(crate) fn body(&self) -> Value {
        json!({
            "user": self.user,
            "roles": self.roles,
            "authenticatedSites": [{ "site": self.site, "org": "System" }],
        })
    }
}

/// The sessions of one site. All of them end when its services restart.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    open: HashMap<String, Session>,
    idle: Duration,
}

impl Sessions {
    pub(crate) fn new(idle: Duration) -> Self {
        Self {
            open: HashMap::new(),
            idle,
        }
    }

    /// Opens a session under `token`.
    pub(crate) fn open(&mut self, token: String, user: &str, site: &str) -> Session {
        let roles = vec!["EVERYONE", "ADMINISTRATORS"];
        let session = Session {
            user: user.to_owned(),
            roles,
            site: site.to_owned(),
            last_call: Instant::now(),
        };
        self.open.insert(token, session.clone());
        session
    }

    /// The session behind a token, if it is alive; the call keeps it so.
    pub(crate) fn call(&mut self, token: &str) -> Option<Session> {
        let idle = self.idle;
        self.open
            .retain(|_, session| session.last_call.elapsed() < idle);
        let session = self.open.get_mut(token)?;
        session.last_call = Instant::now();
        Some(session.clone())
    }

    pub(crate) fn close(&mut self, token: &str) {
        self.open.remove(token);
    }

    pub(crate) fn close_all(&mut self) {
        self.open.clear();
    }
}

/// The accounts that a site of the lab knows.
#[derive(Debug, Clone)]
pub(crate) struct Accounts {
    pub(crate) root_password: String,
    pub(crate) sso_user: String,
    pub(crate) sso_password: String,
    pub(crate) director_user: String,
    pub(crate) director_password: String,
    /// What stands for a SAML assertion. Its signature is not looked at.
    pub(crate) saml_token: String,
    /// What stands for the cookie of a session at Cloud Director.
    pub(crate) director_cookie: String,
    /// What stands for a JWT of Cloud Director.
    pub(crate) director_access_token: String,
}

impl Accounts {
    /// The user of a login body, if its secret is right; else the user that was tried.
    pub(crate) fn check(&self, body: &Value) -> Result<String, String> {
        let text = |key: &str| {
            body.get(key)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        let by = |user: &str, secret: &str, right: (&str, &str)| {
            if (user, secret) == right {
                Ok(user.to_owned())
            } else {
                Err(user.to_owned())
            }
        };
        let root = ("root", &*self.root_password);
        let (sso, director) = (&*self.sso_user, &*self.director_user);
        match text("type").as_str() {
            "localUser" => by(&text("localUser"), &text("localPassword"), root),
            "ssoCredentials" => by(
                &text("username"),
                &text("password"),
                (sso, &self.sso_password),
            ),
            "vcdCredentials" => by(
                &text("vcdUser"),
                &text("vcdPassword"),
                (director, &self.director_password),
            ),
            "ssoToken" => by(sso, &text("samlToken"), (sso, &self.saml_token)),
            "vcdCookie" => by(
                director,
                &text("vcdCookie"),
                (director, &self.director_cookie),
            ),
            "vcdAccessToken" => by(
                director,
                &text("vcdAccessToken"),
                (director, &self.director_access_token),
            ),
            kind => Err(kind.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_when_nobody_calls() {
        let mut sessions = Sessions::new(Duration::ZERO);
        sessions.open("t".into(), "root", "Paris");
        assert!(sessions.call("t").is_none());
        let mut sessions = Sessions::new(Duration::from_secs(60));
        sessions.open("t".into(), "root", "Paris");
        assert_eq!(sessions.call("t").unwrap().user, "root");
        assert!(sessions.call("other").is_none());
    }

    #[test]
    fn the_appliance_login_does_not_take_sso_fields() {
        let accounts = Accounts {
            root_password: "r".into(),
            sso_user: "administrator@vsphere.local".into(),
            sso_password: "s".into(),
            director_user: "admin@System".into(),
            director_password: "d".into(),
            saml_token: "t".into(),
            director_cookie: "c".into(),
            director_access_token: "j".into(),
        };
        let ok = |body: Value| accounts.check(&body).is_ok();
        assert!(ok(
            json!({ "type": "localUser", "localUser": "root", "localPassword": "r" })
        ));
        assert!(ok(
            json!({ "type": "ssoCredentials", "username": "administrator@vsphere.local", "password": "s" })
        ));
        assert!(!ok(
            json!({ "type": "ssoCredentials", "ssoUser": "administrator@vsphere.local", "ssoPassword": "s" })
        ));
        assert!(!ok(
            json!({ "type": "localUser", "localUser": "root", "localPassword": "s" })
        ));
    }
}
