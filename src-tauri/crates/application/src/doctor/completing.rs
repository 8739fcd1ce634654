//! Completing a chain, when that is asked for.

use super::Doctor;
use crate::{
    error::Answer,
    face::Face,
    files::{Way, complete},
    locks::lock,
};

impl Doctor {
    /// Looks for the missing issuers there. Where none was found, that is told.
    pub(super) async fn complete(&self, face: &dyn Face, way: Way) -> Answer<()> {
        let (worker, files, added) = self.at_hand();
        let here = &self.shared.surroundings;
        let together = lock(&self.held).opened.together.clone();
        let completed = complete(&worker, &files, &added, together, &[way], face, here).await?;
        match completed.problem {
            Some(problem) if completed.found.is_empty() => Err(problem.into()),
            _ => {
                lock(&self.held).added.extend(completed.found);
                self.open_all().await
            }
        }
    }
}
