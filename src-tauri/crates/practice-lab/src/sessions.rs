//! Who is signed in at a site: accounts, tokens, idle time.
//!
//! Source: `docs/vcda-api.md` §1.1, §1.2, §1.5.

use std::collections::HashMap;
use std::time::Duration;

use ground::{Instant, Surroundings};
use serde_json::{Value, json};

use crate::service::Service;

/// A session as the site holds it.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    pub(crate) user: String,
    pub(crate) roles: Vec<&'static str>,
    /// The site it was opened at, and those it was extended to.
    pub(crate) sites: Vec<String>,
    /// The service it was opened at.
    at: Service,
    last_call: Instant,
}

impl Session {
    /// The answer to a login and to `GET /sessions` (§1.2).
    pub(crate) fn body(&self) -> Value {
        let row = |site: &String| json!({ "site": site, "org": "System" });
        let sites: Vec<Value> = self.sites.iter().map(row).collect();
        json!({
            "user": self.user,
            "roles": self.roles,
            "authenticatedSites": sites,
        })
    }
}

/// The sessions of one site. They end when the service restarts that they were opened at.
#[derive(Debug)]
pub(crate) struct Sessions {
    surroundings: Surroundings,
    open: HashMap<String, Session>,
    idle: Duration,
}

impl Sessions {
    pub(crate) fn new(idle: Duration, surroundings: Surroundings) -> Self {
        Self {
            surroundings,
            open: HashMap::new(),
            idle,
        }
    }

    /// Opens a session at a service under `token`.
    pub(crate) fn open(&mut self, token: String, user: &str, site: String, at: Service) -> Session {
        let roles = vec!["EVERYONE", "ADMINISTRATORS"];
        let session = Session {
            user: user.to_owned(),
            roles,
            sites: vec![site],
            at,
            last_call: self.surroundings.instant(),
        };
        self.open.insert(token, session.clone());
        session
    }

    /// The session behind a token, if it is alive; the call keeps it so.
    pub(crate) fn call(&mut self, token: &str) -> Option<Session> {
        let (idle, here) = (self.idle, &self.surroundings);
        self.open
            .retain(|_, session| here.since(session.last_call) < idle);
        let session = self.open.get_mut(token)?;
        session.last_call = self.surroundings.instant();
        Some(session.clone())
    }

    /// How many are alive; looking keeps none of them so.
    pub(crate) fn count(&self) -> usize {
        let is_alive = |session: &&Session| self.surroundings.since(session.last_call) < self.idle;
        self.open.values().filter(is_alive).count()
    }

    pub(crate) fn close(&mut self, token: &str) {
        self.open.remove(token);
    }

    pub(crate) fn close_all(&mut self) {
        self.open.clear();
    }

    /// Ends the sessions that were opened at these services.
    pub(crate) fn close_at(&mut self, services: &[Service]) {
        self.open
            .retain(|_, session| !services.contains(&session.at));
    }

    /// Extends a session to another site (§1.4).
    pub(crate) fn extend(&mut self, token: &str, site: &str) -> Option<Session> {
        let session = self.open.get_mut(token)?;
        if !session.sites.iter().any(|known| known == site) {
            session.sites.push(site.to_owned());
        }
        Some(session.clone())
    }

    /// Takes an extension back. The site that a session was opened at stays.
    pub(crate) fn shrink(&mut self, token: &str, site: &str) -> Option<Session> {
        let session = self.open.get_mut(token)?;
        let mut place = 0;
        session.sites.retain(|known| {
            place += 1;
            place == 1 || known != site
        });
        Some(session.clone())
    }
}

/// The accounts that a site of the lab knows, beside its machines' own.
#[derive(Debug, Clone)]
pub(crate) struct Accounts {
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
    /// The user of a login body, if its secret is right; else the user that was tried. `root` is the root
    /// password of the machine that is asked.
    pub(crate) fn check(&self, body: &Value, root: &str) -> Result<String, String> {
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
        let root = ("root", root);
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

    fn here() -> Surroundings {
        Surroundings::of_this_machine()
    }

    #[test]
    fn a_session_ends_when_nobody_calls() {
        let mut sessions = Sessions::new(Duration::ZERO, here());
        sessions.open("t".into(), "root", "Paris".into(), Service::Cloud);
        assert!(sessions.call("t").is_none());
        let mut sessions = Sessions::new(Duration::from_secs(60), here());
        sessions.open("t".into(), "root", "Paris".into(), Service::Cloud);
        assert_eq!(sessions.call("t").unwrap().user, "root");
        assert!(sessions.call("other").is_none());
    }

    #[test]
    fn the_appliance_login_does_not_take_sso_fields() {
        let accounts = Accounts {
            sso_user: "administrator@vsphere.local".into(),
            sso_password: "s".into(),
            director_user: "admin@System".into(),
            director_password: "d".into(),
            saml_token: "t".into(),
            director_cookie: "c".into(),
            director_access_token: "j".into(),
        };
        let ok = |body: Value| accounts.check(&body, "r").is_ok();
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
