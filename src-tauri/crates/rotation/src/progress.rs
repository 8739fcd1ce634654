//! Where a run stands: a pure fold of its records, the same for screen, report and tests.

mod view;

pub use view::{
    Activity, BackupView, Half, Question, QuestionAnswer, RestartPhase, RestartView, RunPeer,
    RunStatus, RunSummary, RunView, StepStatus, StepView, Verdict,
};

use crate::event::Record;

/// The view after all these records.
pub fn fold(records: &[Record]) -> RunView {
    let mut progress = Progress::default();
    for record in records {
        progress.take(record);
    }
    progress.view().clone()
}

/// A fold under way, for whoever takes one record after the other.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    view: RunView,
}

impl Progress {
    /// Takes the next record in.
    pub fn take(&mut self, _record: &Record) {}

    /// The view so far.
    pub fn view(&self) -> &RunView {
        &self.view
    }
}
