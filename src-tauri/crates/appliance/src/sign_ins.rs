//! The one owner of sign-ins: a session a site, shared by everybody, ended when nobody needs it.

use std::collections::HashMap;
use std::hash::RandomState;
use std::sync::{Arc, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use certificate::Thumbprint;
use ground::Surroundings;
use tokio::sync::{Mutex, Notify};
use tokio::task::JoinSet;

use crate::address::ApplianceAddress;
use crate::client::Appliance;
use crate::credential::Credential;
use crate::door::Door;
use crate::error::SignInError;
use crate::session::Session;

/// How long [`SignIns::close`] waits for the sites to answer.
const GOODBYE: Duration = Duration::from_secs(3);

/// How long a session is kept open that nobody uses. An appliance ends one after 30 minutes (docs/vcda-api.md §1.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keeping {
    /// When whoever needed it is done: long enough for the next click.
    pub done: Duration,
    /// While somebody holds it for later, as a run does that waits for a person.
    pub idle: Duration,
}

impl Default for Keeping {
    fn default() -> Self {
        Self {
            done: Duration::from_secs(60),
            idle: Duration::from_secs(600),
        }
    }
}

/// Who is signed in where, and what was refused. Clones are the same owner; one process has one.
///
/// An appliance locks an account after a few wrong passwords, and somebody else needs that account. So whatever the
/// program does at the same time, a site is signed in to once, and a password that it refused is not sent again by
/// any path until it was typed anew ([`SignIns::typed_anew`]).
#[derive(Clone, Debug)]
pub struct SignIns {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    surroundings: Surroundings,
    keeping: Keeping,
    marks: RandomState,
    doors: std::sync::Mutex<HashMap<(ApplianceAddress, u64), Arc<Door>>>,
    rooms: std::sync::Mutex<HashMap<(ApplianceAddress, Thumbprint, u64), Arc<Room>>>,
    bell: Arc<Notify>,
}

/// The session of one account at one site under one certificate, while there is one.
type Room = Mutex<Option<Arc<Session>>>;

impl SignIns {
    /// An owner that signs in nowhere yet, and keeps idle sessions as long as is usual.
    pub fn new(surroundings: Surroundings) -> Self {
        Self::keeping(Keeping::default(), surroundings)
    }

    /// The same that keeps idle sessions this long.
    pub fn keeping(keeping: Keeping, surroundings: Surroundings) -> Self {
        let shared = Shared {
            surroundings,
            keeping,
            marks: RandomState::default(),
            doors: std::sync::Mutex::default(),
            rooms: std::sync::Mutex::default(),
            bell: Arc::default(),
        };
        Self {
            shared: Arc::new(shared),
        }
    }

    /// The clock, the chance and the network by which it signs in.
    pub fn surroundings(&self) -> &Surroundings {
        &self.shared.surroundings
    }

    /// The session of this account at this appliance: the one that is open, or a new one. Whoever asks while
    /// somebody is signing in waits for the outcome and shares it.
    pub async fn session(
        &self,
        appliance: Appliance,
        credential: &Credential,
    ) -> Result<Arc<Session>, Arc<SignInError>> {
        let asked = self.surroundings().instant();
        let room = self.room(&appliance, credential);
        let mut open = room.lock().await;
        if let Some(session) = open.as_ref().filter(|session| session.is_usable()) {
            session.wake(asked).await?;
            return Ok(Arc::clone(session));
        }
        let door = self.door(appliance.address(), credential);
        let session = Session::open(appliance, credential.clone(), door, asked).await?;
        let session = Arc::new(session);
        *open = Some(Arc::clone(&session));
        let (keeping, surroundings) = (self.shared.keeping, self.surroundings().clone());
        tokio::spawn(end_when_idle(Arc::downgrade(&room), keeping, surroundings));
        Ok(session)
    }

    /// A person typed this password, so it may be sent although it was refused before.
    pub fn typed_anew(&self, address: &ApplianceAddress, credential: &Credential) {
        self.door(address, credential).forget_refusal();
    }

    /// Whether the site refused this password, and nobody typed it since.
    pub fn has_refused(&self, address: &ApplianceAddress, credential: &Credential) -> bool {
        self.door(address, credential).refusal().is_some()
    }

    /// Whether the site refused any password since it was typed.
    pub fn has_refused_at(&self, address: &ApplianceAddress) -> bool {
        let doors = lock(&self.shared.doors);
        let mut doors = doors.iter().filter(|((at, _), _)| at == address);
        doors.any(|(_, door)| door.refusal().is_some())
    }

    /// Waits until a site refuses a password.
    pub async fn refusal(&self) {
        self.shared.bell.notified().await;
    }

    /// Signs out everywhere: the program ends. A site that does not answer at once ends the session by itself.
    pub async fn close(&self) {
        let rooms: Vec<_> = lock(&self.shared.rooms).drain().collect();
        let mut leaving = JoinSet::new();
        for (_, room) in rooms {
            leaving.spawn(async move {
                if let Some(session) = room.lock().await.take() {
                    session.sign_out().await;
                }
            });
        }
        let left = leaving.join_all();
        drop(self.surroundings().timeout(GOODBYE, left).await);
    }

    fn door(&self, address: &ApplianceAddress, credential: &Credential) -> Arc<Door> {
        let key = (address.clone(), credential.mark(&self.shared.marks));
        let fresh = || Arc::new(Door::new(Arc::clone(&self.shared.bell)));
        Arc::clone(lock(&self.shared.doors).entry(key).or_insert_with(fresh))
    }

    fn room(&self, appliance: &Appliance, credential: &Credential) -> Arc<Room> {
        let mark = credential.mark(&self.shared.marks);
        let key = (appliance.address().clone(), appliance.pin(), mark);
        Arc::clone(lock(&self.shared.rooms).entry(key).or_default())
    }
}

/// Locks, also after a panic elsewhere: an entry is put in whole.
fn lock<T>(mutex: &std::sync::Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Ends a session that nobody uses. One that is still held rests: it opens itself again when it is used.
async fn end_when_idle(room: Weak<Room>, keeping: Keeping, surroundings: Surroundings) {
    let mut pause = keeping.done;
    loop {
        surroundings.sleep(pause).await;
        let Some(room) = room.upgrade() else { return };
        let mut open = room.lock().await;
        let Some(session) = open.as_ref() else { return };
        let is_held = Arc::strong_count(session) > 1;
        let limit = if is_held { keeping.idle } else { keeping.done };
        let left = limit.saturating_sub(session.idle());
        pause = if left.is_zero() {
            keeping.done
        } else {
            left.min(keeping.done)
        };
        if left.is_zero() && is_held {
            session.rest().await;
        } else if left.is_zero() {
            session.sign_out().await;
            *open = None;
            return;
        }
    }
}
