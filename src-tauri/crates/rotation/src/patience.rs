//! Asking an appliance without crowding it: a bounded number of requests at once, and a read that
//! failed for a passing reason asked again after a growing pause.

use std::sync::Arc;

use appliance::{Polling, RequestError};
use ground::Surroundings;
use tokio::sync::Semaphore;

use crate::pace::Pace;

/// How often a read is tried, and how often a state that should clear is looked at.
pub(crate) const TRIES: u32 = 5;

/// How requests are spread and repeated. Clones share the limit.
#[derive(Debug, Clone)]
pub(crate) struct Patience {
    gate: Arc<Semaphore>,
    /// The clock, the chance and the network.
    pub(crate) surroundings: Surroundings,
    /// The intervals and budgets.
    pub(crate) pace: Pace,
    /// How repairs are followed.
    pub(crate) repairs: Polling,
    /// How a health is waited for: not long, for much can be done without its answer.
    pub(crate) health: Polling,
}

impl Patience {
    /// Lets as many requests through at once as the pace says.
    pub(crate) fn new(pace: Pace, surroundings: Surroundings) -> Self {
        let gate = Arc::new(Semaphore::new(pace.at_once.max(1)));
        Self {
            gate,
            surroundings,
            pace,
            repairs: Polling::new(pace.task, pace.task_budget),
            health: Polling::new(pace.task, pace.health_budget),
        }
    }

    /// One request, when its turn has come.
    pub(crate) async fn once<F: Future>(&self, request: F) -> F::Output {
        let _turn = self.gate.acquire().await;
        request.await
    }

    /// A read, asked again while its failure may pass by itself. Never used for a call that acts.
    pub(crate) async fn read<T, F>(&self, mut ask: impl FnMut() -> F) -> Result<T, RequestError>
    where
        F: Future<Output = Result<T, RequestError>>,
    {
        let mut tries = 0;
        loop {
            let answer = self.once(ask()).await;
            tries += 1;
            match answer {
                Err(error) if error.is_retryable() && tries < TRIES => self.pause(tries).await,
                other => return other,
            }
        }
    }

    /// The pause after this many tries: each twice as long as the one before.
    pub(crate) async fn pause(&self, tries: u32) {
        let factor = 1 << tries.saturating_sub(1).min(8);
        let pause = (self.pace.settle * factor).min(self.pace.pause_max);
        self.surroundings.sleep(pause).await;
    }
}
