//! Work that keeps a thread from everything else: files, derivations, large numbers.

use crate::surroundings::Surroundings;

impl Surroundings {
    /// Does work that blocks: beside the others on a thread of its own, and in a simulation in its place, so that what
    /// comes after it comes in the same order each time. `None` where the program is ending.
    pub async fn aside<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Option<T> {
        if self.is_simulated() {
            return Some(work());
        }
        match tokio::task::spawn_blocking(work).await {
            Ok(done) => Some(done),
            Err(ended) if ended.is_panic() => std::panic::resume_unwind(ended.into_panic()),
            Err(_) => None,
        }
    }
}
