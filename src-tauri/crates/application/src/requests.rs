//! Requests for certificates: made for a site, saved for the authority, forgotten when they are done.

use std::io;

use certificate::{Name, RsaSize};
use requests::{PendingRequest, Protection, Requests, RequestsError, Wanted, names_for};
use rotation::Problem;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use crate::{
    error::{Answer, Refusal},
    face::{Face, SecretPrompt},
    passwords::new_password,
    saving::file_name,
    shared::Shared,
    views::{
        certificates::Choice,
        requests::{RequestView, RequestsView, RequestsWish},
    },
};

mod replies;

/// Requests that wait for an authority's reply.
pub struct Waiting {
    shared: Shared,
    requests: Requests,
}

impl Waiting {
    /// Those that are kept there.
    pub(crate) const fn new(shared: Shared, requests: Requests) -> Self {
        Self { shared, requests }
    }

    /// Does what is wished and answers with everything on the screen.
    pub async fn ask(&self, face: &dyn Face, wish: RequestsWish) -> Answer<RequestsView> {
        let mut view = RequestsView::default();
        match wish {
            RequestsWish::Look { site } => view.names = self.names_of(site.as_deref())?,
            RequestsWish::Make { names, bits, site } => {
                view.made = self.make_request(face, &names, bits, site).await?;
            }
            RequestsWish::Save { id } => view.saved = self.save_request(&id).await?,
            RequestsWish::Forget { id } => {
                let forgotten = self.requests.forget(&id).await;
                forgotten.map_err(|error| Problem::from(&error))?;
            }
        }
        let requests = self.requests.list();
        let requests = requests.map_err(|error| Problem::from(&error))?;
        let now = self.shared.surroundings.now();
        view.requests = requests.iter().map(|request| seen(request, now)).collect();
        view.sites = self.shared.sites.all()?.iter().map(Choice::of).collect();
        view.sizes = RsaSize::ALL.map(RsaSize::bits).to_vec();
        Ok(view)
    }

    /// What the site's next certificate should be called: as much of it as is known of the site.
    fn names_of(&self, site: Option<&str>) -> Answer<Vec<String>> {
        let Some(site) = site else {
            return Ok(Vec::new());
        };
        let (saved, measure) = (
            self.shared.sites.find(site)?,
            self.shared.checks.measure(site)?,
        );
        let present = saved.certificate();
        let names = names_for(
            measure.public_host.as_deref(),
            measure.management_host.as_deref(),
            present.as_ref(),
        );
        Ok(names.iter().map(ToString::to_string).collect())
    }

    /// A machine without a keyring asks for a password in its place. Nothing where none was typed.
    async fn make_request(
        &self,
        face: &dyn Face,
        names: &[String],
        bits: usize,
        site: Option<String>,
    ) -> Answer<Option<String>> {
        let meant_for = site.map(|site| self.shared.sites.find(&site)).transpose()?;
        let wanted = Wanted {
            names: names.iter().map(|name| Name::from(name.as_str())).collect(),
            size: RsaSize::of(bits).unwrap_or_default(),
            meant_for: meant_for.map(|site| site.name),
        };
        let (requests, worker) = (&self.requests, &self.shared.worker);
        let here = &self.shared.surroundings;
        let mut made = requests.make(worker, wanted.clone(), None, here).await;
        if let Err(RequestsError::NotKept(_)) = made {
            let Some(typed) = new_password(face, prompt(&wanted)).await? else {
                return Ok(None);
            };
            made = requests.make(worker, wanted, Some(typed), here).await;
        }
        let made = made.map_err(|error| Problem::from(&error))?;
        Ok(Some(made.id))
    }

    async fn save_request(&self, id: &str) -> Answer<Option<String>> {
        let request = self.requests.find(id);
        let request = request.map_err(|error| Problem::from(&error))?;
        let proposed = file_name(&request.name(), "csr");
        let Some(path) = self.shared.dialogs.save_request(&proposed).await else {
            return Ok(None);
        };
        private_files::replace(&path, request.request.as_bytes())
            .map_err(|error| not_saved(&error))?;
        Ok(Some(path.display().to_string()))
    }
}

fn seen(request: &PendingRequest, now: OffsetDateTime) -> RequestView {
    // Only years beyond 9999 cannot be written that way.
    let written = |at: OffsetDateTime| at.format(&Rfc3339).unwrap_or_default();
    RequestView {
        id: request.id.clone(),
        names: request.names.iter().map(ToString::to_string).collect(),
        key: format!("RSA {}", request.size.bits()),
        made: written(request.made),
        days_old: request.days_old(now),
        meant_for: request.meant_for.clone(),
        answered: request.answered.map(written),
        typed: request.protection == Protection::Typed,
        request: request.request.clone(),
    }
}

fn prompt(wanted: &Wanted) -> SecretPrompt {
    let name = wanted.names.first().map(ToString::to_string);
    let says = "The keyring of this computer does not answer, so the key of this request is protected by a \
                password of yours. It is asked for again when the reply is here; Reseal does not keep it. \
                Use printable ASCII characters.";
    let target = format!("the key of the request for {}", name.unwrap_or_default());
    SecretPrompt::new("Password for the key", says, &target)
}

fn not_saved(error: &io::Error) -> Refusal {
    let problem = Problem::new(
        "request.not_saved",
        "The request could not be saved there.",
        "It still waits here, and its key with it.",
        "Choose another folder, or free some space and try again; or copy the request as text.",
    );
    Refusal::from(problem.quoting(&error.to_string()))
}
