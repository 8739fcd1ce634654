//! THE ORDER: the steps of a rotation, one file each.
//!
//! A step looks before it acts: `already_done` reads what is true at the sites, `perform` makes it
//! true, and what it says afterwards was looked at again. Resuming a run is running the same order
//! and skipping what is true. `docs/procedure.md` has one heading per step with every request it
//! makes.

mod advise_on_premises;
mod await_restart;
mod check_readiness;
mod import_certificate;
mod problem;
mod record_before;
mod regenerate_certificate;
mod repair_at_local_site;
mod repair_at_peer_sites;
mod sign_in;
mod survey_site;
mod verify_site;
mod write_report;

use crate::activity::StepStatus;
use crate::event::{Action, StepTitle};
use crate::halt::Halt;
use crate::live::Live;
use crate::reporter::Reporter;
use message::Problem;

pub use crate::event::StepId;
pub(crate) use advise_on_premises::AdviseError;
pub(crate) use await_restart::AwaitError;
pub(crate) use verify_site::VerifyError;

/// The steps of a rotation in the order in which they run. The two repairing steps overlap: a peer
/// goes on to the second as soon as it is through the first.
pub const fn order(action: Action) -> [StepId; 11] {
    [
        StepId::SignIn,
        StepId::SurveySite,
        StepId::CheckReadiness,
        StepId::RecordBefore,
        match action {
            Action::Import => StepId::ImportCertificate,
            Action::Regenerate => StepId::RegenerateCertificate,
        },
        StepId::AwaitRestart,
        StepId::RepairAtPeerSites,
        StepId::RepairAtLocalSite,
        StepId::AdviseOnPremises,
        StepId::VerifySite,
        StepId::WriteReport,
    ]
}

/// One step of the procedure.
pub(crate) trait Step {
    /// A few words for the timeline.
    const TITLE: &'static str;

    /// What the step is about to do, as a sentence shown while it runs.
    fn intent(site: &str) -> String;

    /// What an administrator does to go back, once this step is done.
    fn way_back() -> &'static str;

    /// The sentence that is true already, if there is nothing to do.
    async fn already_done(live: &Live) -> Option<String>;

    /// Makes it true.
    async fn perform(live: &mut Live, reporter: &Reporter) -> Result<Ending, Halt>;
}

/// How a step ended, short of stopping the run.
#[derive(Debug, Clone)]
pub(crate) struct Ending {
    /// Done, or done with something left for a person.
    pub(crate) status: StepStatus,
    /// What is true because of it.
    pub(crate) says: String,
    /// What is left.
    pub(crate) problem: Option<Problem>,
}

impl Ending {
    /// The step is done.
    pub(crate) fn done(says: impl Into<String>) -> Self {
        Self {
            status: StepStatus::Done,
            says: says.into(),
            problem: None,
        }
    }

    /// The step is done as far as it can be; something is left for a person.
    pub(crate) fn with_attention(says: impl Into<String>, problem: Option<Problem>) -> Self {
        Self {
            status: StepStatus::Attention,
            says: says.into(),
            problem,
        }
    }
}

/// Runs an expression with `$kind` standing for the type of the step.
macro_rules! with_step {
    ($step:expr, $kind:ident => $body:expr) => {
        match $step {
            StepId::SignIn => {
                type $kind = sign_in::SignIn;
                $body
            }
            StepId::SurveySite => {
                type $kind = survey_site::SurveySite;
                $body
            }
            StepId::CheckReadiness => {
                type $kind = check_readiness::CheckReadiness;
                $body
            }
            StepId::RecordBefore => {
                type $kind = record_before::RecordBefore;
                $body
            }
            StepId::ImportCertificate => {
                type $kind = import_certificate::ImportCertificate;
                $body
            }
            StepId::RegenerateCertificate => {
                type $kind = regenerate_certificate::RegenerateCertificate;
                $body
            }
            StepId::AwaitRestart => {
                type $kind = await_restart::AwaitRestart;
                $body
            }
            StepId::RepairAtPeerSites => {
                type $kind = repair_at_peer_sites::RepairAtPeerSites;
                $body
            }
            StepId::RepairAtLocalSite => {
                type $kind = repair_at_local_site::RepairAtLocalSite;
                $body
            }
            StepId::AdviseOnPremises => {
                type $kind = advise_on_premises::AdviseOnPremises;
                $body
            }
            StepId::VerifySite => {
                type $kind = verify_site::VerifySite;
                $body
            }
            StepId::WriteReport => {
                type $kind = write_report::WriteReport;
                $body
            }
        }
    };
}

/// The step's title.
pub fn title(step: StepId) -> &'static str {
    with_step!(step, S => S::TITLE)
}

/// The sentence shown while the step runs.
pub fn intent(step: StepId, site: &str) -> String {
    with_step!(step, S => S::intent(site))
}

/// What an administrator does to go back, once the step is done.
pub fn way_back(step: StepId) -> &'static str {
    with_step!(step, S => S::way_back())
}

/// The order with titles, for the record.
pub(crate) fn titles(action: Action) -> Vec<StepTitle> {
    order(action)
        .into_iter()
        .map(|step| StepTitle {
            step,
            title: title(step).to_owned(),
        })
        .collect()
}

/// The sentence that is true already, if the step has nothing to do.
pub(crate) async fn already_done(step: StepId, live: &Live) -> Option<String> {
    with_step!(step, S => S::already_done(live).await)
}

/// Performs the step.
pub(crate) async fn perform(
    step: StepId,
    live: &mut Live,
    reporter: &Reporter,
) -> Result<Ending, Halt> {
    with_step!(step, S => S::perform(live, reporter).await)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;

    fn repository(path: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../..")
            .join(path)
    }

    fn slugs() -> BTreeSet<String> {
        StepId::ALL
            .iter()
            .map(|step| step.slug().to_owned())
            .collect()
    }

    /// The names of the Rust files in a folder, `mod`, `main` and the words for problems left out.
    fn files(folder: &str) -> BTreeSet<String> {
        let entries = fs::read_dir(repository(folder)).unwrap();
        let names = entries.filter_map(|entry| {
            let name = entry.unwrap().file_name().into_string().unwrap();
            name.strip_suffix(".rs").map(str::to_owned)
        });
        names
            .filter(|name| !matches!(&**name, "mod" | "main" | "problem"))
            .collect()
    }

    #[test]
    fn every_step_has_one_file() {
        assert_eq!(files("src-tauri/crates/rotation/src/steps"), slugs());
    }

    #[test]
    fn every_step_has_one_test_file() {
        let missing: Vec<String> = slugs()
            .difference(&files("tests/procedure"))
            .cloned()
            .collect();
        assert_eq!(missing, Vec::<String>::new());
    }

    #[test]
    fn every_step_has_one_heading_in_the_docs_in_this_order() {
        let docs = fs::read_to_string(repository("docs/procedure.md")).unwrap();
        let headings: Vec<&str> = docs
            .lines()
            .filter_map(|line| line.strip_prefix("## "))
            .collect();
        let steps: Vec<&str> = StepId::ALL.iter().map(|step| step.slug()).collect();
        assert_eq!(headings, steps);
    }

    #[test]
    fn an_order_has_one_of_the_two_replacements() {
        for action in [Action::Import, Action::Regenerate] {
            assert!(order(action).is_sorted());
        }
        assert!(!order(Action::Import).contains(&StepId::RegenerateCertificate));
        assert!(!order(Action::Regenerate).contains(&StepId::ImportCertificate));
    }
}
