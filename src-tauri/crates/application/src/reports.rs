//! The reports of runs: saved where a person says, and by themselves into a folder that was chosen for that.

use std::sync::{Arc, Mutex};

use rotation::Problem;

use crate::{
    error::{Answer, Refusal},
    locks::lock,
    runs::{Runs, id},
    shared::Shared,
    views::{app::SavedReport, run::ReportFormat},
};

/// Saves reports.
pub struct Reports {
    shared: Shared,
    /// Those that were saved by themselves since the start.
    kept: Mutex<Vec<SavedReport>>,
    runs: Arc<Runs>,
}

impl Reports {
    /// None was saved yet.
    pub(crate) fn new(shared: Shared, runs: Arc<Runs>) -> Self {
        Self {
            shared,
            kept: Mutex::default(),
            runs,
        }
    }

    /// Those that were saved by themselves since the start.
    #[must_use]
    pub fn kept(&self) -> Vec<SavedReport> {
        lock(&self.kept).clone()
    }

    /// Asks where to, and writes the report there.
    pub async fn save(&self, run: &str, format: ReportFormat) -> Answer<Option<String>> {
        let id = id(run)?;
        let report = self.runs.keeper(&id).report(&id)?;
        let (ending, text) = match format {
            ReportFormat::Html => ("html", report.html()),
            ReportFormat::Json => ("json", report.json()),
        };
        let Some(path) = self
            .shared
            .dialogs
            .save_report(&format!("{run}.{ending}"))
            .await
        else {
            return Ok(None);
        };
        private_files::replace(&path, text.as_bytes()).map_err(|error| not_written(&error))?;
        Ok(Some(path.display().to_string()))
    }

    /// Writes the report of a run that ended well, where a person has chosen a folder for that.
    pub(crate) fn keep(&self, run: &str) -> Answer<()> {
        let Some(folder) = self.shared.settings.now().reports else {
            return Ok(());
        };
        let id = id(run)?;
        let report = self.runs.keeper(&id).report(&id)?;
        let path = folder.join(format!("{run}.html"));
        private_files::replace(&path, report.html().as_bytes())
            .map_err(|error| not_written(&error))?;
        lock(&self.kept).push(SavedReport {
            run: run.to_owned(),
            path: path.display().to_string(),
        });
        Ok(())
    }
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
