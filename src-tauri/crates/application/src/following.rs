//! Answering for runs: what has to be done as they go on, whether or not somebody looks.

use std::sync::Arc;

use rotation::{Run, RunView, progress::RunStatus};
use tokio::sync::watch;

use crate::{
    error::Answer, face::Face, looking::leaf_of, reports::Reports, runs::Runs, shared::Shared,
};

/// Follows the runs of this process.
pub(crate) struct Following {
    shared: Shared,
    runs: Arc<Runs>,
    reports: Arc<Reports>,
}

impl Following {
    /// No run is followed yet.
    pub(crate) const fn new(shared: Shared, runs: Arc<Runs>, reports: Arc<Reports>) -> Self {
        Self {
            shared,
            runs,
            reports,
        }
    }

    /// From here on this process answers for the run: it follows its certificate, keeps its report, and tells the
    /// face at each status.
    pub(crate) fn answer_for(
        self: &Arc<Self>,
        face: Arc<dyn Face>,
        run: &Run,
        site: String,
    ) -> Answer<()> {
        self.runs.take(run)?;
        self.shared.notices.changed();
        let (following, views) = (Arc::clone(self), run.watch());
        tokio::spawn(async move { following.follow(&*face, views, &site).await });
        Ok(())
    }

    async fn follow(&self, face: &dyn Face, mut views: watch::Receiver<RunView>, site: &str) {
        let mut before = None;
        while views.changed().await.is_ok() {
            let view = views.borrow_and_update().clone();
            // A site that was forgotten meanwhile has no pin to follow.
            drop(self.follow_certificate(site, &view).await);
            if before != Some(view.status) {
                before = Some(view.status);
                self.came_to(&view);
                face.stands(&view);
            }
        }
    }

    fn came_to(&self, view: &RunView) {
        if view.status == RunStatus::Done
            && let Err(refusal) = self.reports.keep(&view.run)
        {
            self.shared.notices.problem(&refusal);
        }
        self.shared.notices.changed();
    }

    /// The site is known by its new certificate as soon as that has been proven.
    async fn follow_certificate(&self, site: &str, view: &RunView) -> Answer<()> {
        let Some(proven) = view.proven() else {
            return Ok(());
        };
        if self.shared.sites.find(site)?.pin == proven {
            return Ok(());
        }
        let now = self.shared.surroundings.now();
        let followed = self
            .shared
            .sites
            .with(|sites| sites.update(site, |site| site.follow(&proven, now)))?;
        self.shared.checks.see_anew(site);
        let leaf = leaf_of(&followed, &self.shared.surroundings).await;
        self.shared.sites.update(site, |site| site.leaf = leaf)?;
        Ok(())
    }
}
