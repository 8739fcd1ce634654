//! From a wish to a plan, from a plan to a run, and back to a run that was cut off.

use std::sync::Mutex;

use appliance::ApplianceAddress;
use rotation::{
    Pace, Plan, PlanView, Problem, Replacement, Request, Resumption, RunView, SiteAccess, prepare,
};
use sites::SavedSite;
use tauri::{AppHandle, Manager as _, Runtime};

use crate::{
    commands::{Answer, app::SavedReport, run::ReportFormat},
    confirmation::{Confirmation, Confirmations},
    error::Refusal,
    promises,
    runs::id,
    state::{Shell, lock},
};

/// The plan that was shown last. It starts once.
#[derive(Default)]
pub(crate) struct Shown(Mutex<Option<Prepared>>);

impl Shown {
    /// The site and the view of the plan of this token, if that was shown last.
    fn of(&self, token: &str) -> Option<(String, PlanView)> {
        let shown = lock(&self.0);
        let shown = shown.as_ref()?;
        (shown.plan.view().token == token).then(|| (shown.site.clone(), shown.plan.view().clone()))
    }
}

struct Prepared {
    site: String,
    request: Request,
    plan: Plan,
}

impl Shell {
    /// Signs in everywhere, reads everything, changes nothing.
    pub(crate) async fn prepare(&self, site: &str, token: Option<&str>) -> Answer<PlanView> {
        let saved = self.saved(site)?;
        let request = Request {
            local: self.access(&saved).await?,
            peers: self
                .saved_peers(&saved, &self.peer_names(&saved).await?)
                .await?,
            replacement: self.replacement(token).await?,
            operator: self.settings().operator,
            pace: self.pace(&saved),
        };
        let plan = prepare(&request, &self.surroundings).await?;
        let view = plan.view().clone();
        *lock(&self.shown.0) = Some(Prepared {
            site: site.to_owned(),
            request,
            plan,
        });
        Ok(view)
    }

    /// Starts the plan of this token, which is used up by it, once a person has agreed to it in a window of
    /// the core's own; nothing where they did not.
    pub(crate) async fn start<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        token: &str,
    ) -> Answer<Option<String>> {
        if !self.is_agreed_to(app, token).await? {
            return Ok(None);
        }
        // Another plan may have taken its place meanwhile: the one that was agreed to starts, or none.
        let shown = lock(&self.shown.0).take_if(|shown| shown.plan.view().token == token);
        let Prepared {
            site,
            request,
            mut plan,
        } = shown.ok_or_else(no_plan)?;
        // What the plan leaves to decide was part of what the person has agreed to.
        plan.decide();
        let practice = self.saved(&site)?.practice;
        let run = self.runs.engine(practice).start(request, plan).await?;
        self.answer_for(app, &run, site)?;
        Ok(Some(run.id().to_string()))
    }

    async fn is_agreed_to<R: Runtime>(&self, app: &AppHandle<R>, token: &str) -> Answer<bool> {
        let (site, view) = self.shown.of(token).ok_or_else(no_plan)?;
        let asks = Confirmation::of_start(&self.saved(&site)?, &view);
        let looks = self.settings().looks();
        let windows = app.state::<Confirmations>();
        Ok(windows.ask(app, asks, looks).await?.is_some())
    }

    /// Goes on with a run. One that this process works on has all it needs but passwords that were typed
    /// since; any other, and one for which a person has chosen the file again, is taken up from its
    /// record, with what is saved.
    pub(crate) async fn resume<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        run: &str,
        file: Option<&str>,
    ) -> Answer<()> {
        match (self.runs.at_rest(run).await, file) {
            // Without a saved site it goes on as it can: with what is at hand.
            (Some(here), None) => {
                let peers = self.peers_of(run).await.unwrap_or_default();
                Ok(here.resume(peers).await?)
            }
            _ => self.take_up(app, run, file).await,
        }
    }

    /// Tries the peers again that failed. A run that was left to its record has no other way than to go
    /// on, which looks at every site first.
    pub(crate) async fn retry<R: Runtime>(&self, app: &AppHandle<R>, run: &str) -> Answer<()> {
        match self.runs.at_rest(run).await {
            Some(here) => {
                let peers = self.peers_of(run).await.unwrap_or_default();
                Ok(here.retry_failed(peers).await?)
            }
            None => self.take_up(app, run, None).await,
        }
    }

    async fn take_up<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        run: &str,
        file: Option<&str>,
    ) -> Answer<()> {
        let local = self.site_of(&self.runs.view(run)?)?;
        let replacement = match file {
            Some(file) => Some(self.replacement(Some(file)).await?),
            None => None,
        };
        let with = Resumption {
            local: self.access(&local).await?,
            peers: self.peers_of(run).await?,
            replacement,
            operator: self.settings().operator,
            pace: self.pace(&local),
        };
        let engine = self.runs.engine(local.practice);
        let taken_up = engine.resume(&id(run)?, with).await?;
        self.answer_for(app, &taken_up, local.id)
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
        let mut saved = self.all_sites()?.into_iter();
        saved
            .find(|site| site.address == address)
            .ok_or_else(no_site)
    }

    /// Asks where to, and writes the report there.
    pub(crate) async fn save_report(
        &self,
        run: &str,
        format: ReportFormat,
    ) -> Answer<Option<String>> {
        let id = id(run)?;
        let report = self.runs.keeper(&id).report(&id)?;
        let (ending, text) = match format {
            ReportFormat::Html => ("html", report.html()),
            ReportFormat::Json => ("json", report.json()),
        };
        let Some(path) = self.dialogs.save_report(&format!("{run}.{ending}")).await else {
            return Ok(None);
        };
        private_files::replace(&path, text.as_bytes()).map_err(|error| not_written(&error))?;
        Ok(Some(path.display().to_string()))
    }

    /// Writes the report of a run that ended well, where a person has chosen a folder for that.
    pub(crate) fn keep_report(&self, run: &str) -> Answer<()> {
        let Some(folder) = self.settings().reports else {
            return Ok(());
        };
        let id = id(run)?;
        let report = self.runs.keeper(&id).report(&id)?;
        let path = folder.join(format!("{run}.html"));
        private_files::replace(&path, report.html().as_bytes())
            .map_err(|error| not_written(&error))?;
        lock(&self.reports).push(SavedReport {
            run: run.to_owned(),
            path: path.display().to_string(),
        });
        Ok(())
    }

    async fn access(&self, site: &SavedSite) -> Answer<SiteAccess> {
        Ok(site.access(self.credential_of(site).await?, &self.sign_ins))
    }

    /// The names in the pairing list of a site, as the last check read it.
    async fn peer_names(&self, site: &SavedSite) -> Answer<Vec<String>> {
        let seen = match self.last_seen(&site.id) {
            Some(seen) => seen.view,
            None => self.check(&site.id).await?,
        };
        Ok(seen.peers.into_iter().map(|peer| peer.name).collect())
    }

    /// The saved sites of these names. Those without a password at hand are left out: the plan says
    /// what that means for each.
    async fn saved_peers(&self, site: &SavedSite, names: &[String]) -> Answer<Vec<SiteAccess>> {
        let mut peers = Vec::new();
        for companion in self.companions(site)? {
            if names.contains(&companion.name) {
                peers.extend(self.access(&companion).await.ok());
            }
        }
        Ok(peers)
    }

    async fn replacement(&self, token: Option<&str>) -> Answer<Replacement> {
        match token {
            None => Ok(Replacement::Regenerate),
            Some(token) => {
                let held = self.held_bundle(token)?;
                promises::replacement(&self.worker, &held, &self.surroundings).await
            }
        }
    }

    /// How patiently a site is looked at: a practice lab lives faster.
    pub(crate) fn pace(&self, site: &SavedSite) -> Pace {
        if site.practice {
            self.practice.pace()
        } else {
            Pace::polite()
        }
    }
}

fn no_plan() -> Refusal {
    Refusal::of_window(
        "plan.gone",
        "This plan cannot be started any more.",
        "A plan starts once, and only the one that was shown last. Nothing was started by this.",
        "Look at the plan again and start that one.",
    )
}

fn no_site() -> Refusal {
    Refusal::of_window(
        "run.site_not_saved",
        "The site of this run is not saved here.",
        "The run stays as it is; nothing was changed.",
        "Add the site again, then resume the run.",
    )
}

fn not_written(error: &std::io::Error) -> Refusal {
    let problem = Problem::new(
        "report.not_written",
        "The report could not be saved there.",
        "The run and its record are not affected.",
        "Choose another folder, or free some space and try again.",
    );
    Refusal::from(problem.quoting(&error.to_string()))
}
