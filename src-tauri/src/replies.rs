//! A certificate that came without its key, and the request that has waited for it.

use certificate::Certificate;
use key_worker::{OfferedFile, Together};
use requests::{PendingRequest, Reply, reply_to};
use rotation::Problem;
use secrecy::SecretString;
use time::OffsetDateTime;

use crate::{commands::Answer, state::Shell};

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

    /// The key that waited, as a file to open; where the keyring had no part in it, with what was typed.
    pub(crate) async fn key_of_request(
        &self,
        request: &PendingRequest,
        typed: Option<SecretString>,
    ) -> Result<OfferedFile, Problem> {
        let key = self.requests.key_of(request, typed).await;
        let key = key.map_err(|error| Problem::from(&error))?;
        let noted = self
            .requests
            .note_answer(&request.id, OffsetDateTime::now_utc());
        noted.map_err(|error| Problem::from(&error))?;
        Ok(key)
    }
}
