//! The list of requests, a file, and what decrypts their keys, the keyring.

use std::{path::Path, sync::Arc};

use certificate::{CertificateRequest, MakeRequestError, Name, RsaSize, generated_password};
use ground::Surroundings;
use key_worker::{MadeRequest, OfferedFile, RequestError, Worker};
use rand::Rng;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use sites::{Document, DocumentError, Keyring, KeyringError};
use time::OffsetDateTime;
use zeroize::Zeroizing;

use crate::{PendingRequest, Protection};

/// The format of `requests.json` that is written here.
const VERSION: u32 = 1;

/// The requests that wait, in a state folder and a keyring.
#[derive(Clone)]
pub struct Requests {
    document: Arc<Document<Stored>>,
    keyring: Arc<dyn Keyring>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Stored {
    requests: Vec<PendingRequest>,
}

/// What is to be asked for.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The names; the first one becomes the common name.
    pub names: Vec<Name>,
    /// Bits of the key.
    pub size: RsaSize,
    /// The site that the certificate is meant for.
    pub meant_for: Option<String>,
}

/// Why the requests could not be used.
#[derive(Debug, thiserror::Error)]
pub enum RequestsError {
    /// The file.
    #[error("failed to use the list of requests")]
    File(#[from] DocumentError),
    /// What is asked for is nothing that an authority could sign.
    #[error("failed to make the request")]
    Unfit(#[source] MakeRequestError),
    /// The child.
    #[error("failed to make the request")]
    Make(#[source] RequestError),
    /// The keyring does not take what decrypts the key.
    #[error("failed to keep the key of the request")]
    NotKept(#[source] KeyringError),
    /// The keyring does not hand out what decrypts the key.
    #[error("failed to use the key of the request")]
    NotRecalled(#[source] KeyringError),
    /// The keyring answers and has nothing for this request.
    #[error("the keyring of this machine has nothing for the request of {day} for {name}")]
    KeyGone {
        /// What the request is called.
        name: String,
        /// The day on which it was made.
        day: String,
    },
    /// No such request; it may have been forgotten in another window or by the command line.
    #[error("no request {id} waits here")]
    NotPending {
        /// The identity asked for.
        id: String,
    },
    /// The program is ending.
    #[error("the work was stopped")]
    Stopped,
}

impl Requests {
    /// The requests of this state folder, with what decrypts their keys in this keyring.
    #[must_use]
    pub fn new(home: &Path, keyring: Arc<dyn Keyring>) -> Self {
        Self {
            document: Arc::new(Document::new(home, "requests.json", VERSION)),
            keyring,
        }
    }

    /// Every request, the newest first.
    ///
    /// # Errors
    /// When the file is damaged in both generations, unreadable, or of a newer version.
    pub fn list(&self) -> Result<Vec<PendingRequest>, RequestsError> {
        let mut requests = self.document.open()?.content.requests;
        requests.sort_by_key(|request| std::cmp::Reverse(request.made));
        Ok(requests)
    }

    /// The request with this identity.
    ///
    /// # Errors
    /// When the file cannot be read, or no such request waits.
    pub fn find(&self, id: &str) -> Result<PendingRequest, RequestsError> {
        let found = self.list()?.into_iter().find(|request| request.id == id);
        found.ok_or_else(|| RequestsError::NotPending { id: id.to_owned() })
    }

    /// Makes a key and a request and keeps both. Without a `typed` password the key is encrypted under
    /// a random one that goes into the keyring, and first, so that a machine without a keyring says so
    /// before a key is made.
    ///
    /// # Errors
    /// When a name is malformed, or the keyring, the child or the file refuses; then nothing is kept.
    pub async fn make(
        &self,
        worker: &Worker,
        wanted: Wanted,
        typed: Option<SecretString>,
        surroundings: &Surroundings,
    ) -> Result<PendingRequest, RequestsError> {
        CertificateRequest::check(&wanted.names).map_err(RequestsError::Unfit)?;
        let id = format!("{:016x}", surroundings.chance().random::<u64>());
        let protection = match typed {
            Some(_) => Protection::Typed,
            None => Protection::Keyring,
        };
        let password = typed.unwrap_or_else(|| generated_password(surroundings.chance()));
        if protection == Protection::Keyring {
            self.keep_password(&id, password.clone()).await?;
        }
        let made = worker.request(&wanted.names, wanted.size, &password).await;
        let kept = made.map_err(RequestsError::Make).and_then(|made| {
            let request = pending(id.clone(), wanted, made, protection, surroundings.now());
            self.change(|requests| requests.push(request.clone()))?;
            Ok(request)
        });
        if kept.is_err() && protection == Protection::Keyring {
            // The reason is told already; a secret that opens nothing harms nobody.
            drop(self.erase_password(id).await);
        }
        kept
    }

    /// Forgets a request and its key, for good.
    ///
    /// # Errors
    /// When no such request waits, or the file or the keyring refuses.
    pub async fn forget(&self, id: &str) -> Result<PendingRequest, RequestsError> {
        let request = self.find(id)?;
        self.change(|requests| requests.retain(|request| request.id != id))?;
        if request.protection == Protection::Keyring {
            self.erase_password(id.to_owned()).await?;
        }
        Ok(request)
    }

    /// Notes that a certificate with the key of this request was seen.
    ///
    /// # Errors
    /// When the file refuses.
    pub fn note_answer(&self, id: &str, now: OffsetDateTime) -> Result<(), RequestsError> {
        self.change(|requests| {
            for request in requests.iter_mut().filter(|request| request.id == id) {
                request.answered.get_or_insert(now);
            }
        })
    }

    /// The encrypted key of a request as a file to open, with the password from the keyring, or with
    /// the one that was `typed` where the keyring has none by design.
    ///
    /// # Errors
    /// When the keyring does not answer, or has forgotten the password.
    pub async fn key_of(
        &self,
        request: &PendingRequest,
        typed: Option<SecretString>,
    ) -> Result<OfferedFile, RequestsError> {
        let password = match request.protection {
            Protection::Typed => typed,
            Protection::Keyring => Some(self.password_of(request).await?),
        };
        Ok(OfferedFile {
            name: format!("the key of the request for {}", request.name()),
            bytes: Zeroizing::new(request.encrypted_key.as_bytes().to_vec()),
            passwords: password.into_iter().collect(),
        })
    }

    async fn password_of(&self, request: &PendingRequest) -> Result<SecretString, RequestsError> {
        let entry = entry_of(&request.id);
        let read = self
            .with_keyring(move |keyring| keyring.read(&entry))
            .await?;
        let secret = read.map_err(RequestsError::NotRecalled)?;
        let text = secret.and_then(|secret| String::from_utf8(secret.to_vec()).ok());
        text.map(SecretString::from)
            .ok_or_else(|| RequestsError::KeyGone {
                name: request.name(),
                day: request.day(),
            })
    }

    async fn keep_password(&self, id: &str, password: SecretString) -> Result<(), RequestsError> {
        let entry = entry_of(id);
        let writing =
            move |keyring: &dyn Keyring| keyring.write(&entry, password.expose_secret().as_bytes());
        let written = self.with_keyring(writing).await?;
        written.map_err(RequestsError::NotKept)
    }

    async fn erase_password(&self, id: String) -> Result<(), RequestsError> {
        let erasing = move |keyring: &dyn Keyring| keyring.erase(&entry_of(&id));
        let erased = self.with_keyring(erasing).await?;
        erased.map_err(RequestsError::NotRecalled)
    }

    /// A keyring may wait for a person: never on a thread that others wait for.
    async fn with_keyring<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&dyn Keyring) -> T + Send + 'static,
    ) -> Result<T, RequestsError> {
        let keyring = Arc::clone(&self.keyring);
        let asking = tokio::task::spawn_blocking(move || ask(&*keyring));
        asking.await.map_err(|_| RequestsError::Stopped)
    }

    fn change(&self, change: impl FnOnce(&mut Vec<PendingRequest>)) -> Result<(), RequestsError> {
        self.document
            .change(|stored| {
                change(&mut stored.requests);
                Ok(())
            })
            .map(drop)
    }
}

fn pending(
    id: String,
    wanted: Wanted,
    made: MadeRequest,
    protection: Protection,
    now: OffsetDateTime,
) -> PendingRequest {
    PendingRequest {
        id,
        names: wanted.names,
        size: wanted.size,
        made: now,
        meant_for: wanted.meant_for,
        answered: None,
        request: made.request,
        public_key: made.public_key,
        encrypted_key: made.encrypted_key,
        protection,
    }
}

fn entry_of(id: &str) -> String {
    format!("v1/request/{id}")
}
