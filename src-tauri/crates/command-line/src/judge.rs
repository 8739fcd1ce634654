//! What certificates are judged by, the site they are meant for, and how a chain is completed when asked.

use std::path::Path;

use application::files::{self, Added, HeldFile, Way};
use application::{Agreed, Agrees, Asking, Confirmation};
use certificate::{Context, Promise, examine, examine_chain};
use ground::Surroundings;
use key_worker::{Opened, Together, Worker};
use rotation::Problem;
use sites::{Measure, Sites};
use time::OffsetDateTime;

use crate::home;
use crate::wish::Judging;

/// What certificates are judged by.
pub(crate) struct Judge {
    surroundings: Surroundings,
    measure: Measure,
    pub(crate) now: OffsetDateTime,
}

/// Files that were put together, with what was added to their chain.
pub(crate) struct Joined {
    pub(crate) opened: Opened,
    pub(crate) added: Vec<Added>,
    /// Why the chain could not be completed, where that was asked for.
    pub(crate) problem: Option<Problem>,
}

impl Judge {
    /// Judges for the site that was named, else for any.
    pub(crate) fn new(
        judging: &Judging,
        state: Option<&Path>,
        surroundings: &Surroundings,
    ) -> Result<Self, Problem> {
        let (now, surroundings) = (surroundings.now(), surroundings.clone());
        let Some(address) = &judging.site else {
            let measure = Measure::default();
            return Ok(Self {
                surroundings,
                measure,
                now,
            });
        };
        let sites = Sites::open(&home::find(state)?).map_err(|error| Problem::from(&error))?;
        // Of a site that nobody saved, its address is known.
        let unsaved = || Measure {
            management_host: Some(address.host().to_owned()),
            ..Measure::default()
        };
        let measure = sites.at(address).map_or_else(unsaved, |it| it.measure());
        Ok(Self {
            surroundings,
            measure,
            now,
        })
    }

    /// The promises of a bundle, or of certificates without their key.
    pub(crate) fn promises(&self, together: &Together) -> Vec<Promise> {
        match together {
            Together::WithKey(bundle) => examine(bundle, &self.context()),
            Together::WithoutKey(chain) => examine_chain(chain, &self.context()),
        }
    }

    /// What a bundle is judged by.
    pub(crate) fn context(&self) -> Context<'_> {
        self.measure.context(self.now, issuers::to_judge_by())
    }

    /// Puts files together and completes their chain from where that was asked for.
    pub(crate) async fn join(
        &self,
        worker: &Worker,
        files: &[HeldFile],
        judging: &Judging,
    ) -> Result<Joined, Problem> {
        let opened = files::join(worker, files, &[]).await?;
        let machine = judging.complete.then_some(Way::Machine);
        let address = judging.fetch_issuers.then_some(Way::Address);
        let ways: Vec<Way> = machine.into_iter().chain(address).collect();
        let together = opened.together.clone();
        let here = &self.surroundings;
        let completed = files::complete(worker, files, &[], together, &ways, &Named, here).await?;
        Ok(Joined {
            opened: completed.opened.unwrap_or(opened),
            added: completed.found,
            problem: completed.problem,
        })
    }
}

/// Issuers are fetched only with `--fetch-issuers`: whoever named that has agreed.
struct Named;

impl Agrees for Named {
    fn agreement(&self, _asks: Confirmation) -> Asking<'_, Agreed> {
        Box::pin(async { Ok(Some(Agreed { typed: None })) })
    }
}
