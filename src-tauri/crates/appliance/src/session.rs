//! An appliance somebody has signed in to.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use ground::{Instant, Surroundings};
use http::header::{ACCEPT, HeaderValue};
use tokio::sync::Mutex;

use crate::address::ApplianceAddress;
use crate::call::{Call, SIGN_OUT};
use crate::client::Appliance;
use crate::credential::Credential;
use crate::door::Door;
use crate::error::{NotSent, RequestError, SignInError};
use crate::login::{Grant, TOKEN};
use crate::media_type::ApiVersion;
use crate::meter::Meter;
use crate::request::{Answer, Request};

/// A session. It renews itself once when the appliance has ended it, with one login however many calls notice;
/// its token never leaves it.
pub struct Session {
    appliance: Appliance,
    credential: Credential,
    door: Arc<Door>,
    user: String,
    accept: HeaderValue,
    version: Option<ApiVersion>,
    may_renew: AtomicBool,
    ticket: Mutex<Ticket>,
    last_use: std::sync::Mutex<Instant>,
}

/// The token in force, while the session does not rest. Whoever meets a dead one compares the round: somebody else
/// may have renewed it already.
struct Ticket {
    token: Option<HeaderValue>,
    round: u64,
}

impl Session {
    /// Signs in through this door, on behalf of somebody who asked for it then.
    pub(crate) async fn open(
        appliance: Appliance,
        credential: Credential,
        door: Arc<Door>,
        asked: Instant,
    ) -> Result<Self, Arc<SignInError>> {
        let Grant {
            token,
            accept,
            user,
        } = door.enter(&appliance, &credential, asked).await?;
        let last_use = std::sync::Mutex::new(appliance.surroundings().instant());
        let version = accept.to_str().ok().and_then(ApiVersion::of_media_type);
        let user = user.unwrap_or_else(|| credential.user().to_owned());
        let ticket = Mutex::new(Ticket {
            token: Some(token),
            round: 0,
        });
        Ok(Self {
            appliance,
            credential,
            door,
            user,
            accept,
            version,
            may_renew: AtomicBool::new(true),
            ticket,
            last_use,
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

    /// By which clock the appliance is waited for.
    pub(crate) fn surroundings(&self) -> &Surroundings {
        self.appliance.surroundings()
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

    /// Signs out for good. One that was given up is ended by the appliance itself.
    pub async fn sign_out(&self) {
        if self.may_renew.swap(false, Ordering::SeqCst) {
            self.rest().await;
        }
    }

    /// Signs out until the session is used again.
    pub(crate) async fn rest(&self) {
        let mut ticket = self.ticket.lock().await;
        if let Some(token) = ticket.token.take() {
            // Whatever is answered, or nothing: the token is of no use from here on.
            drop(self.send(self.request(SIGN_OUT), token).await);
        }
    }

    /// Signs in again, if the session rests.
    pub(crate) async fn wake(&self, asked: Instant) -> Result<(), Arc<SignInError>> {
        self.touch();
        self.token(None, asked).await.map(drop)
    }

    /// Whether its calls are answered: it was neither signed out for good nor given up.
    pub(crate) fn is_usable(&self) -> bool {
        self.may_renew.load(Ordering::SeqCst)
    }

    /// How long nobody has used it.
    pub(crate) fn idle(&self) -> Duration {
        let last_use = self.last_use.lock();
        let last_use = *last_use.unwrap_or_else(PoisonError::into_inner);
        self.surroundings().since(last_use)
    }

    fn touch(&self) {
        let now = self.surroundings().instant();
        *self.last_use.lock().unwrap_or_else(PoisonError::into_inner) = now;
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
        self.touch();
        let (token, round) = self.living_token(None).await?;
        match self.send(request.clone(), token).await {
            Err(RequestError::SessionGone) if self.is_usable() => {
                let (token, _) = self.living_token(Some(round)).await?;
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
        // One that rests is opened first, as long as nothing was sent yet.
        let token = self.living_token(None).await;
        if !self.may_renew.swap(false, Ordering::SeqCst) {
            let reason = NotSent::SessionGivenUp;
            return Err(RequestError::NotSent {
                call: request.call,
                reason,
            });
        }
        self.appliance.close_connections();
        let outcome = match token {
            Ok((token, _)) => self.send(request, token).await,
            Err(error) => Err(error),
        };
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

    async fn living_token(&self, dead: Option<u64>) -> Result<(HeaderValue, u64), RequestError> {
        if !self.is_usable() {
            // What was given up is not renewed; a token that is left may still be good for a look.
            let ticket = self.ticket.lock().await;
            let token = ticket.token.clone().ok_or(RequestError::SessionGone)?;
            return Ok((token, ticket.round));
        }
        let token = self.token(dead, self.surroundings().instant()).await;
        token.map_err(|source| RequestError::NotRenewed { source })
    }

    /// The token in force and its round; a new one where there is none or that of this round is dead. The lock makes
    /// everybody wait for the one login.
    async fn token(
        &self,
        dead: Option<u64>,
        asked: Instant,
    ) -> Result<(HeaderValue, u64), Arc<SignInError>> {
        let mut ticket = self.ticket.lock().await;
        if let (Some(token), true) = (&ticket.token, dead != Some(ticket.round)) {
            return Ok((token.clone(), ticket.round));
        }
        ticket.token = None;
        let entering = self.door.enter(&self.appliance, &self.credential, asked);
        let token = entering.await?.token;
        ticket.token = Some(token.clone());
        ticket.round += 1;
        Ok((token, ticket.round))
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Session({} at {})", self.user, self.address())
    }
}
