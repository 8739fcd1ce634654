//! What certificates are judged by, the site they are meant for, and how a chain is completed when asked.

use std::path::Path;

use certificate::{Certificate, Context, Promise, examine, examine_chain, leads_to_a_root};
use ground::Surroundings;
use issuers::CompleteError;
use key_worker::{OfferedFile, Opened, Together, Worker};
use message::Problem;
use sites::{Measure, Sites};
use time::OffsetDateTime;

use crate::home;
use crate::wish::Judging;

/// The most issuers that are fetched for one chain: authorities have fewer levels.
const MOST_FETCHED: usize = 4;

/// What certificates are judged by.
pub(crate) struct Judge {
    surroundings: Surroundings,
    measure: Measure,
    pub(crate) now: OffsetDateTime,
}

/// Files that were put together, with what was added to their chain.
pub(crate) struct Joined {
    pub(crate) opened: Opened,
    pub(crate) added: Vec<Certificate>,
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
        files: &[OfferedFile],
        judging: &Judging,
    ) -> Result<Joined, Problem> {
        let mut joined = Joined {
            opened: open(worker, files, &[]).await?,
            added: Vec::new(),
            problem: None,
        };
        let fetched = if judging.fetch_issuers {
            MOST_FETCHED
        } else {
            0
        };
        let ways = judging.complete.then_some(Way::Machine).into_iter();
        for way in ways.chain(std::iter::repeat_n(Way::Address, fetched)) {
            let incomplete = joined.opened.together.as_ref();
            let Some(together) = incomplete.filter(|it| !self.is_complete(it)) else {
                break;
            };
            match way.found(together, &self.surroundings).await {
                Ok(found) => {
                    joined.added.extend(found);
                    joined.opened = open(worker, files, &joined.added).await?;
                    joined.problem = None;
                }
                Err(error) => {
                    joined.problem = Some(Problem::from(&error));
                    // An address that did not help does not help the next time.
                    if way == Way::Address {
                        break;
                    }
                }
            }
        }
        Ok(joined)
    }

    fn is_complete(&self, together: &Together) -> bool {
        leads_to_a_root(
            together.leaf(),
            together.issuers(),
            issuers::to_judge_by(),
            self.now,
        )
    }
}

/// Where missing issuers are looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Machine,
    Address,
}

impl Way {
    async fn found(
        self,
        together: &Together,
        surroundings: &Surroundings,
    ) -> Result<Vec<Certificate>, CompleteError> {
        let (leaf, chain) = (together.leaf(), together.issuers());
        match self {
            Self::Machine => issuers::from_machine(leaf, chain),
            Self::Address => {
                let fetched = issuers::from_address(leaf, chain, surroundings).await?;
                Ok(fetched.issuers)
            }
        }
    }
}

async fn open(
    worker: &Worker,
    files: &[OfferedFile],
    added: &[Certificate],
) -> Result<Opened, Problem> {
    let opened = worker.open(files, added).await;
    opened.map_err(|error| Problem::from(&error))
}
