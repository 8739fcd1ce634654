//! A certificate that came without its key, and the request that has waited for it.

use certificate::Certificate;
use key_worker::{OfferedFile, Together};
use requests::{PendingRequest, Reply, reply_to};
use rotation::Problem;
use time::OffsetDateTime;

use crate::{commands::Answer, dropped::HeldFile, state::Shell};

impl Shell {
    /// What a certificate without its key is to the requests that wait. Nothing where it has its key, is
    /// an authority's own, or nothing waits: then there is nothing to say.
    pub(crate) fn reply_in(&self, together: Option<&Together>) -> Answer<Option<Reply>> {
        let lonely = together.filter(|together| together.bundle().is_none());
        match lonely.map(Together::leaf) {
            Some(leaf) if !leaf.is_authority() => self.reply_of(leaf),
            _ => Ok(None),
        }
    }

    /// What a certificate is to the requests that wait; nothing where none waits.
    pub(crate) fn reply_of(&self, leaf: &Certificate) -> Answer<Option<Reply>> {
        let waiting = self
            .requests
            .list()
            .map_err(|error| Problem::from(&error))?;
        Ok((!waiting.is_empty()).then(|| reply_to(&waiting, leaf)))
    }

    /// The key that waited, as one more file. Where the keyring had no part in it, the person types its
    /// password.
    pub(crate) async fn key_of_request(&self, request: &PendingRequest) -> HeldFile {
        let key = self.waiting_key(request).await;
        let name = format!("Key of the request for {}", request.name());
        HeldFile {
            password: key.as_ref().ok().and_then(|key| key.password.clone()),
            request: Some(request.id.clone()),
            ..HeldFile::new(&name, key.map(|key| key.bytes))
        }
    }

    async fn waiting_key(&self, request: &PendingRequest) -> Result<OfferedFile, Problem> {
        let key = self.requests.key_of(request, None).await;
        let key = key.map_err(|error| Problem::from(&error))?;
        let noted = self
            .requests
            .note_answer(&request.id, OffsetDateTime::now_utc());
        noted.map_err(|error| Problem::from(&error))?;
        Ok(key)
    }
}
