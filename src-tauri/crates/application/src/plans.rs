//! From a wish to a plan, from a plan to a run, and back to a run that was cut off.

use std::sync::{Arc, Mutex};

use appliance::ApplianceAddress;
use rotation::{Plan, PlanView, Replacement, Request, Resumption, RunView, SiteAccess, prepare};
use sites::SavedSite;

use crate::{
    bundles::Bundles,
    error::{Answer, Refusal},
    face::{Confirmation, Face},
    following::Following,
    locks::lock,
    runs::{Runs, id},
    shared::Shared,
    views::run::Steering,
};

/// Makes plans, starts them, and goes on with runs that were cut off.
pub struct Plans {
    /// The plan that was shown last. It starts once.
    shown: Mutex<Option<Prepared>>,
    shared: Shared,
    bundles: Arc<Bundles>,
    runs: Arc<Runs>,
    following: Arc<Following>,
}

struct Prepared {
    site: String,
    request: Request,
    plan: Plan,
}

impl Plans {
    /// None was shown yet.
    pub(crate) fn new(
        shared: Shared,
        bundles: Arc<Bundles>,
        runs: Arc<Runs>,
        following: Arc<Following>,
    ) -> Self {
        Self {
            shown: Mutex::default(),
            shared,
            bundles,
            runs,
            following,
        }
    }

    /// The site and the view of the plan of this token, if that was shown last.
    fn shown(&self, token: &str) -> Option<(String, PlanView)> {
        let shown = lock(&self.shown);
        let shown = shown.as_ref()?;
        (shown.plan.view().token == token).then(|| (shown.site.clone(), shown.plan.view().clone()))
    }

    /// Signs in everywhere, reads everything, changes nothing.
    pub async fn prepare(&self, site: &str, token: Option<&str>) -> Answer<PlanView> {
        let saved = self.shared.sites.find(site)?;
        let request = Request {
            local: self.shared.passwords.access(&saved).await?,
            peers: self
                .saved_peers(&saved, &self.shared.checks.peer_names(&saved).await?)
                .await?,
            replacement: self.replacement(token).await?,
            operator: self.shared.settings.now().operator,
            pace: self.shared.practice.pace_of(&saved),
        };
        let plan = prepare(&request, &self.shared.surroundings).await?;
        let view = plan.view().clone();
        *lock(&self.shown) = Some(Prepared {
            site: site.to_owned(),
            request,
            plan,
        });
        Ok(view)
    }

    /// Starts the plan of this token, which is used up by it, once a person has agreed to it in a window of
    /// the core's own; nothing where they did not.
    pub async fn start(&self, face: Arc<dyn Face>, token: &str) -> Answer<Option<String>> {
        if !self.is_agreed_to(&*face, token).await? {
            return Ok(None);
        }
        // Another plan may have taken its place meanwhile: the one that was agreed to starts, or none.
        let shown = lock(&self.shown).take_if(|shown| shown.plan.view().token == token);
        let Prepared {
            site,
            request,
            mut plan,
        } = shown.ok_or_else(no_plan)?;
        // What the plan leaves to decide was part of what the person has agreed to.
        plan.decide();
        let practice = self.shared.sites.find(&site)?.practice;
        let run = self.runs.engine(practice).start(request, plan).await?;
        self.following.answer_for(face, &run, site)?;
        Ok(Some(run.id().to_string()))
    }

    async fn is_agreed_to(&self, face: &dyn Face, token: &str) -> Answer<bool> {
        let (site, view) = self.shown(token).ok_or_else(no_plan)?;
        let asks = Confirmation::of_start(&self.shared.sites.find(&site)?, &view);
        Ok(face.agreement(asks).await?.is_some())
    }

    /// Pauses a run, goes on with it, or tries again what failed. A run that asked for its file again goes on with
    /// the one of this token.
    pub async fn steer(
        &self,
        face: Arc<dyn Face>,
        run: &str,
        how: Steering,
        file: Option<&str>,
    ) -> Answer<()> {
        match how {
            Steering::Pause => self.runs.pause(run),
            Steering::Resume => self.resume(face, run, file).await,
            Steering::Retry => self.retry(face, run).await,
        }
    }

    /// Goes on with a run. One that this process works on has all it needs but passwords that were typed
    /// since; any other, and one for which a person has chosen the file again, is taken up from its
    /// record, with what is saved.
    async fn resume(&self, face: Arc<dyn Face>, run: &str, file: Option<&str>) -> Answer<()> {
        match (self.runs.at_rest(run).await, file) {
            // Without a saved site it goes on as it can: with what is at hand.
            (Some(here), None) => {
                let peers = self.peers_of(run).await.unwrap_or_default();
                Ok(here.resume(peers).await?)
            }
            _ => self.take_up(face, run, file).await,
        }
    }

    /// Tries the peers again that failed. A run that was left to its record has no other way than to go
    /// on, which looks at every site first.
    async fn retry(&self, face: Arc<dyn Face>, run: &str) -> Answer<()> {
        match self.runs.at_rest(run).await {
            Some(here) => {
                let peers = self.peers_of(run).await.unwrap_or_default();
                Ok(here.retry_failed(peers).await?)
            }
            None => self.take_up(face, run, None).await,
        }
    }

    async fn take_up(&self, face: Arc<dyn Face>, run: &str, file: Option<&str>) -> Answer<()> {
        let local = self.site_of(&self.runs.view(run)?)?;
        let replacement = match file {
            Some(file) => Some(self.replacement(Some(file)).await?),
            None => None,
        };
        let with = Resumption {
            local: self.shared.passwords.access(&local).await?,
            peers: self.peers_of(run).await?,
            replacement,
            operator: self.shared.settings.now().operator,
            pace: self.shared.practice.pace_of(&local),
        };
        let engine = self.runs.engine(local.practice);
        let taken_up = engine.resume(&id(run)?, with).await?;
        self.following.answer_for(face, &taken_up, local.id)
    }

    /// The peers of a run that can be signed in to. Not by a check: in mid-run the site may present either
    /// certificate, or none.
    async fn peers_of(&self, run: &str) -> Answer<Vec<SiteAccess>> {
        let view = self.runs.view(run)?;
        let local = self.site_of(&view)?;
        let names: Vec<String> = view.peers.into_iter().map(|peer| peer.name).collect();
        self.saved_peers(&local, &names).await
    }

    /// The saved site of a run.
    fn site_of(&self, view: &RunView) -> Answer<SavedSite> {
        let address: ApplianceAddress = view.site_address.parse().map_err(|_| no_site())?;
        self.shared.sites.at(&address)?.ok_or_else(no_site)
    }

    /// The saved sites of these names. Those without a password at hand are left out: the plan says
    /// what that means for each.
    async fn saved_peers(&self, site: &SavedSite, names: &[String]) -> Answer<Vec<SiteAccess>> {
        let mut peers = Vec::new();
        for companion in self.shared.sites.companions(site)? {
            if names.contains(&companion.name) {
                peers.extend(self.shared.passwords.access(&companion).await.ok());
            }
        }
        Ok(peers)
    }

    async fn replacement(&self, token: Option<&str>) -> Answer<Replacement> {
        match token {
            None => Ok(Replacement::Regenerate),
            Some(token) => self.bundles.replacement(token).await,
        }
    }
}

fn no_plan() -> Refusal {
    Refusal::new(
        "plan.gone",
        "This plan cannot be started any more.",
        "A plan starts once, and only the one that was shown last. Nothing was started by this.",
        "Look at the plan again and start that one.",
    )
}

fn no_site() -> Refusal {
    Refusal::new(
        "run.site_not_saved",
        "The site of this run is not saved here.",
        "The run stays as it is; nothing was changed.",
        "Add the site again, then resume the run.",
    )
}
