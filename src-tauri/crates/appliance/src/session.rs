//! An appliance somebody has signed in to.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};

use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderName, HeaderValue};
use serde::Deserialize;
use tokio::sync::Mutex;

use crate::address::ApplianceAddress;
use crate::calls::{Call, SIGN_IN, SIGN_OUT, reading};
use crate::client::Appliance;
use crate::credential::Credential;
use crate::error::{NotSent, RequestError, SignInError};
use crate::media_type::ApiVersion;
use crate::meter::Meter;
use crate::request::{Answer, Request};

/// The header that carries the session's token, both ways (docs/vcda-api.md §1.2).
const TOKEN: HeaderName = HeaderName::from_static("x-vcav-auth");

/// A session. It renews itself once when the appliance has ended it, with one login however many calls notice;
/// its token never leaves it.
pub struct Session {
    appliance: Appliance,
    credential: Credential,
    user: String,
    accept: HeaderValue,
    version: Option<ApiVersion>,
    may_renew: AtomicBool,
    ticket: Mutex<Ticket>,
}

/// The token in force. Whoever meets a dead one compares the round: somebody else may have renewed it already.
struct Ticket {
    token: HeaderValue,
    round: u64,
    was_refused: bool,
}

/// What a login grants.
struct Grant {
    token: HeaderValue,
    accept: HeaderValue,
    user: Option<String>,
}

/// The body of a login's answer; only the name is of use here (docs/vcda-api.md §1.2).
#[derive(Deserialize)]
struct GrantBody {
    #[serde(default, deserialize_with = "reading::optional_name")]
    user: Option<String>,
}

impl Session {
    /// Signs in.
    pub(crate) async fn open(
        appliance: Appliance,
        credential: Credential,
    ) -> Result<Self, SignInError> {
        let Grant {
            token,
            accept,
            user,
        } = sign_in(&appliance, &credential).await?;
        let version = accept.to_str().ok().and_then(ApiVersion::of_media_type);
        let user = user.unwrap_or_else(|| credential.user().to_owned());
        let ticket = Mutex::new(Ticket {
            token,
            round: 0,
            was_refused: false,
        });
        let may_renew = AtomicBool::new(true);
        Ok(Self {
            appliance,
            credential,
            user,
            accept,
            version,
            may_renew,
            ticket,
        })
    }

    /// The appliance this session is with.
    pub fn appliance(&self) -> &Appliance {
        &self.appliance
    }

    /// Where that appliance answers.
    pub fn address(&self) -> &ApplianceAddress {
        self.appliance.address()
    }

    /// What was sent to that appliance so far.
    pub fn meter(&self) -> &Meter {
        self.appliance.meter()
    }

    /// The user, as the appliance names it.
    pub fn user(&self) -> &str {
        &self.user
    }

    /// The version of the API, as the media type of the login's answer told it (docs/vcda-api.md §1.2). An
    /// appliance that answers with plain JSON tells none.
    pub fn version(&self) -> Option<ApiVersion> {
        self.version
    }

    /// Signs out. A session that has ended anyway is as good.
    pub async fn sign_out(self) -> Result<(), RequestError> {
        self.may_renew.store(false, Ordering::SeqCst);
        match self.ask(self.request(SIGN_OUT)).await {
            Ok(_) | Err(RequestError::SessionGone) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// A request of this session.
    pub(crate) fn request(&self, call: Call) -> Request {
        Request::new(call, self.address())
    }

    /// A request of this session about something with a name.
    pub(crate) fn request_naming(&self, call: Call, name: &str) -> Result<Request, RequestError> {
        Request::naming(call, self.address(), name)
    }

    /// Sends a request that may be sent twice: a session that has ended is renewed once.
    pub(crate) async fn ask(&self, request: Request) -> Result<Answer, RequestError> {
        let (token, round) = {
            let ticket = self.ticket.lock().await;
            (ticket.token.clone(), ticket.round)
        };
        match self.send(request.clone(), token).await {
            Err(RequestError::SessionGone) if self.may_renew.load(Ordering::SeqCst) => {
                let token = self.renew(round).await?;
                self.send(request, token).await
            }
            outcome => outcome,
        }
    }

    /// Sends a request that must never be sent twice, over a connection of its own, without renewing anything.
    ///
    /// From here on the session does not renew itself: the appliance ends it by itself, and a password sent into
    /// its restart would go to whoever answers then.
    pub(crate) async fn ask_once(&self, request: Request) -> Result<Answer, RequestError> {
        if !self.may_renew.swap(false, Ordering::SeqCst) {
            let reason = NotSent::SessionGivenUp;
            return Err(RequestError::NotSent {
                call: request.call,
                reason,
            });
        }
        self.appliance.close_connections();
        let token = self.ticket.lock().await.token.clone();
        let outcome = self.send(request, token).await;
        if outcome
            .as_ref()
            .is_err_and(RequestError::is_definite_refusal)
        {
            self.may_renew.store(true, Ordering::SeqCst);
        }
        outcome
    }

    async fn send(&self, request: Request, token: HeaderValue) -> Result<Answer, RequestError> {
        let request = request
            .header(TOKEN, token)
            .header(ACCEPT, self.accept.clone());
        self.appliance.exchange(request).await?.successful()
    }

    /// A living token in place of the one of this round. The lock makes everybody wait for the one login.
    async fn renew(&self, dead_round: u64) -> Result<HeaderValue, RequestError> {
        let mut ticket = self.ticket.lock().await;
        if ticket.round != dead_round {
            return Ok(ticket.token.clone());
        }
        if ticket.was_refused {
            return Err(RequestError::SessionGone);
        }
        match sign_in(&self.appliance, &self.credential).await {
            Ok(grant) => {
                *ticket = Ticket {
                    token: grant.token.clone(),
                    round: dead_round + 1,
                    was_refused: false,
                };
                Ok(grant.token)
            }
            Err(SignInError::Refused { msg }) => {
                // Never a second attempt: appliances lock accounts.
                ticket.was_refused = true;
                Err(RequestError::CredentialRefused { msg })
            }
            Err(SignInError::NoToken) => Err(RequestError::NotTheProduct { call: SIGN_IN }),
            Err(SignInError::Request(error)) => Err(error),
        }
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Session({} at {})", self.user, self.address())
    }
}

/// One login, and what its answer grants.
async fn sign_in(appliance: &Appliance, credential: &Credential) -> Result<Grant, SignInError> {
    let answer = appliance
        .request_session(credential.login_body())
        .await
        .map_err(SignInError::Request)?;
    if answer.status == 401 {
        // Whatever else a refused login says, there is no session here that could have ended.
        return Err(SignInError::Refused {
            msg: answer.problem().unwrap_or_default().msg,
        });
    }
    let answer = answer.successful().map_err(SignInError::Request)?;
    let Some(mut token) = answer
        .headers
        .get(TOKEN)
        .filter(|token| !token.is_empty())
        .cloned()
    else {
        return Err(SignInError::NoToken);
    };
    token.set_sensitive(true);
    let told = answer
        .headers
        .get(CONTENT_TYPE)
        .filter(|_| answer.is_json());
    let accept = told
        .cloned()
        .unwrap_or(HeaderValue::from_static("application/json"));
    let user = answer
        .read::<GrantBody>("the name of the user")
        .ok()
        .and_then(|body| body.user);
    Ok(Grant {
        token,
        accept,
        user,
    })
}
