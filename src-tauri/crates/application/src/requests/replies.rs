//! A certificate that came without its key, and the request that has waited for it.

use key_worker::{OfferedFile, Together};
use message::Problem;
use requests::{PendingRequest, Reply, replies_to};

use super::Waiting;
use crate::{error::Answer, files::HeldFile};

impl Waiting {
    /// What certificates without a key are to the requests that wait. Nothing where the key is there or
    /// nothing waits, and for authorities' own that answer nothing: then there is nothing to say.
    pub(crate) fn replies_in(&self, together: Option<&Together>) -> Answer<Vec<Reply>> {
        let Some(lonely) = together.filter(|together| together.bundle().is_none()) else {
            return Ok(Vec::new());
        };
        let waiting = self
            .requests
            .list()
            .map_err(|error| Problem::from(&error))?;
        if waiting.is_empty() {
            return Ok(Vec::new());
        }
        let mut replies = replies_to(&waiting, lonely.leaf(), lonely.certificates());
        let is_authority = lonely.leaf().is_authority();
        replies.retain(|reply| matches!(reply, Reply::Answers { .. }) || !is_authority);
        Ok(replies)
    }

    /// The key that waited, as one more file. Where the keyring had no part in it, the person types its
    /// password.
    pub(crate) async fn key_of_request(&self, request: &PendingRequest) -> HeldFile {
        let key = self.waiting_key(request).await;
        let name = format!("Key of the request for {}", request.name());
        HeldFile {
            passwords: key
                .as_ref()
                .map(|key| key.passwords.clone())
                .unwrap_or_default(),
            request: Some(request.id.clone()),
            ..HeldFile::new(&name, key.map(|key| key.bytes), &self.shared.surroundings)
        }
    }

    async fn waiting_key(&self, request: &PendingRequest) -> Result<OfferedFile, Problem> {
        let key = self.requests.key_of(request, None).await;
        let key = key.map_err(|error| Problem::from(&error))?;
        let noted = self
            .requests
            .note_answer(&request.id, self.shared.surroundings.now());
        noted.map_err(|error| Problem::from(&error))?;
        Ok(key)
    }
}
