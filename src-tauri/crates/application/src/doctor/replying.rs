//! A reply that was dropped brings the key of its request along.

use requests::{PendingRequest, Reply};

use super::{Doctor, Held};
use crate::{error::Answer, locks::lock, views::certificates::ReplyView};

impl Doctor {
    /// Looks for the requests that the certificates answer and holds their keys as further files; true
    /// where there is something new to open.
    pub(super) async fn hold_keys_of_requests(&self) -> Answer<bool> {
        let replies = {
            let mut held = lock(&self.held);
            let replies = self.requests.replies_in(held.opened.together.as_ref())?;
            let is_joined =
                replies.is_empty() && held.files.iter().any(|file| file.request.is_some());
            if is_joined {
                // What they answer was found before their keys came.
                return Ok(false);
            }
            held.replies.clone_from(&replies);
            replies
        };
        let mut is_new = false;
        for reply in replies {
            if let Reply::Answers { request, .. } = reply {
                is_new |= self.hold_key_of(&request).await?;
            }
        }
        Ok(is_new)
    }

    async fn hold_key_of(&self, request: &PendingRequest) -> Answer<bool> {
        if self.holds_key_of(request) {
            // It is closed: the person types its password.
            return Ok(false);
        }
        let key = self.requests.key_of_request(request).await;
        let mut held = lock(&self.held);
        if held.meant_for.is_none() {
            held.meant_for = self.site_called(request.meant_for.as_deref())?;
        }
        held.files.push(key);
        Ok(true)
    }

    fn holds_key_of(&self, request: &PendingRequest) -> bool {
        let held = lock(&self.held);
        held.files
            .iter()
            .any(|file| file.request.as_ref() == Some(&request.id))
    }

    fn site_called(&self, name: Option<&str>) -> Answer<Option<String>> {
        let mut sites = self.shared.sites.all()?.into_iter();
        Ok(sites
            .find(|site| Some(site.name.as_str()) == name)
            .map(|site| site.id))
    }
}

impl Held {
    /// What the screen says of the replies.
    pub(super) fn reply_views(&self) -> Vec<ReplyView> {
        self.replies.iter().map(view).collect()
    }
}

fn view(reply: &Reply) -> ReplyView {
    let says = reply.says();
    match reply {
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
    }
}
