//! The door of one account at one site: one attempt at a time, and none with what was refused.

use std::sync::{Arc, PoisonError};

use ground::Instant;
use tokio::sync::{Mutex, Notify};

use crate::client::Appliance;
use crate::credential::Credential;
use crate::error::SignInError;
use crate::login::{Grant, log_in};

/// What came of signing in at one site with one user and password. Every session of theirs shares it.
#[derive(Debug)]
pub(crate) struct Door {
    /// The last attempt that failed, and when. Holding it is the right to make one.
    failed: Mutex<Option<(Instant, Arc<SignInError>)>>,
    /// The appliance's words, where it said no and the password was not typed anew since.
    refused: std::sync::Mutex<Option<String>>,
    /// Who wants to know of every refusal.
    bell: Arc<Notify>,
}

impl Door {
    /// A door at which nobody tried yet.
    pub(crate) fn new(bell: Arc<Notify>) -> Self {
        Self {
            failed: Mutex::default(),
            refused: std::sync::Mutex::default(),
            bell,
        }
    }

    /// Signs in, unless this was refused before. Whoever `asked` before an attempt failed shares its failure: people
    /// asked once, however many tasks of theirs wait here.
    pub(crate) async fn enter(
        &self,
        appliance: &Appliance,
        credential: &Credential,
        asked: Instant,
    ) -> Result<Grant, Arc<SignInError>> {
        let mut failed = self.failed.lock().await;
        match &*failed {
            Some((when, error)) if *when >= asked => return Err(Arc::clone(error)),
            _ => {}
        }
        if let Some(msg) = self.refusal() {
            return Err(Arc::new(SignInError::RefusedBefore { msg }));
        }
        let error = match attempt(appliance, credential).await {
            Ok(grant) => return Ok(grant),
            Err(error) => Arc::new(error),
        };
        if let SignInError::Refused { msg } = &*error {
            self.remember(Some(msg.clone()));
            self.bell.notify_one();
        }
        *failed = Some((appliance.surroundings().instant(), Arc::clone(&error)));
        Err(error)
    }

    /// What the appliance said when it refused, as long as that is remembered.
    pub(crate) fn refusal(&self) -> Option<String> {
        let refused = self.refused.lock();
        refused.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The password was typed anew: it may be sent once more.
    pub(crate) fn forget_refusal(&self) {
        self.remember(None);
    }

    fn remember(&self, refusal: Option<String>) {
        *self.refused.lock().unwrap_or_else(PoisonError::into_inner) = refusal;
    }
}

/// One attempt, and one more where the answer of the first was lost. Every answer is final, whatever its status:
/// an appliance that is overloaded, or that fails after it looked, may have counted the attempt.
async fn attempt(appliance: &Appliance, credential: &Credential) -> Result<Grant, SignInError> {
    match log_in(appliance, credential).await {
        Err(SignInError::Request(error)) if error.lost_its_answer() => {
            log_in(appliance, credential).await
        }
        outcome => outcome,
    }
}
