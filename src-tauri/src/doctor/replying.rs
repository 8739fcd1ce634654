//! A reply that was dropped brings the key of its request along.

use requests::{PendingRequest, Reply};

use super::Held;
use crate::{
    commands::{Answer, certificates::ReplyView},
    state::{Shell, lock},
};

impl Shell {
    /// Looks for the request that the certificate answers and holds its key as one more file; true where
    /// there is something new to open.
    pub(super) async fn hold_key_of_request(&self) -> Answer<bool> {
        let reply = {
            let mut held = lock(&self.doctor);
            let reply = self.reply_in(held.opened.together.as_ref())?;
            let is_joined = reply.is_none() && held.files.iter().any(|file| file.request.is_some());
            if is_joined {
                // What it answers was found before its key came.
                return Ok(false);
            }
            held.reply.clone_from(&reply);
            reply
        };
        let Some(Reply::Answers { request, .. }) = reply else {
            return Ok(false);
        };
        if self.holds_key_of(&request) {
            // It is closed: the person types its password.
            return Ok(false);
        }
        let key = self.key_of_request(&request).await;
        let mut held = lock(&self.doctor);
        if held.meant_for.is_none() {
            held.meant_for = self.site_called(request.meant_for.as_deref())?;
        }
        held.files.push(key);
        Ok(true)
    }

    fn holds_key_of(&self, request: &PendingRequest) -> bool {
        let held = lock(&self.doctor);
        held.files
            .iter()
            .any(|file| file.request.as_ref() == Some(&request.id))
    }

    fn site_called(&self, name: Option<&str>) -> Answer<Option<String>> {
        let mut sites = self.all_sites()?.into_iter();
        Ok(sites
            .find(|site| Some(site.name.as_str()) == name)
            .map(|site| site.id))
    }
}

impl Held {
    /// What the screen says of the reply.
    pub(super) fn reply_view(&self) -> Option<ReplyView> {
        let reply = self.reply.as_ref()?;
        let says = reply.says();
        Some(match reply {
            Reply::Answers { request, changes } => ReplyView {
                request: Some(request.id.clone()),
                says,
                changes: changes.clone(),
            },
            Reply::Resembles { .. } | Reply::Stray => ReplyView {
                request: None,
                says,
                changes: Vec::new(),
            },
        })
    }
}
