//! The practice lab that runs, and the folder of this process for it.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use practice_lab::{Fault, Lab, SiteDescription};
use rotation::{Pace, Problem};
use sites::SavedSite;

use crate::{
    error::{Answer, Refusal},
    locks::lock,
    views::lab::{LabFault, LabScenario, LabSite, LabView},
};

/// The pace at which nothing waits.
pub(crate) const INSTANT: &str = "instant";

/// The folder and the lab in it, when one runs.
pub struct Practice {
    folder: PathBuf,
    /// Held as long as this process lives, so that no other one takes the folder for left behind.
    in_use: Mutex<Option<File>>,
    running: Mutex<Option<Running>>,
}

struct Running {
    lab: Arc<Lab>,
    scenario: LabScenario,
}

impl Practice {
    /// A folder of this process's own, so that two windows can practise side by side.
    pub(crate) fn new(home: &Path) -> Self {
        let all = home.join("practice");
        sweep(&all);
        let folder = all.join(std::process::id().to_string());
        Self {
            folder,
            in_use: Mutex::default(),
            running: Mutex::default(),
        }
    }

    /// Where the lab and its runs are kept while it runs.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The lab that runs.
    #[must_use]
    pub fn view(&self) -> Option<LabView> {
        lock(&self.running).as_ref().map(view)
    }

    pub(crate) fn lab(&self) -> Option<Arc<Lab>> {
        lock(&self.running)
            .as_ref()
            .map(|running| Arc::clone(&running.lab))
    }

    /// How often to look while something waits: as the lab's appliances work.
    fn pace(&self) -> Pace {
        let running = lock(&self.running);
        let is_instant = running
            .as_ref()
            .is_some_and(|running| running.scenario.pace == INSTANT);
        Pace::compressed(if is_instant { 100 } else { 10 })
    }

    /// How patiently a site is looked at: a practice lab lives faster.
    pub(crate) fn pace_of(&self, site: &SavedSite) -> Pace {
        if site.practice {
            self.pace()
        } else {
            Pace::polite()
        }
    }

    /// This lab runs from here on.
    pub(crate) fn runs(&self, lab: Arc<Lab>, scenario: LabScenario) {
        *lock(&self.running) = Some(Running { lab, scenario });
    }

    /// Closes every server of the lab.
    pub(crate) fn stop(&self) {
        drop(lock(&self.running).take());
    }

    /// Removes what the lab and its runs left; what stays behind is swept at the next start.
    pub(crate) fn clear(&self) {
        drop(fs::remove_dir_all(self.folder.join("runs")));
        drop(fs::remove_dir_all(self.folder.join("lab")));
    }

    /// The folder of the bundle that the lab made for its own site.
    pub(crate) fn bundle_folder(&self) -> Option<PathBuf> {
        let running = lock(&self.running);
        let bundle = running.as_ref()?.lab.description().authority.bundle;
        bundle.parent().map(Path::to_owned)
    }

    /// The site of the running lab of which this is true.
    pub(crate) fn site(&self, is_it: impl Fn(&SiteDescription) -> bool) -> Option<SiteDescription> {
        self.lab()?.description().sites.into_iter().find(is_it)
    }

    pub(crate) fn make_folder(&self) -> Answer<()> {
        private_files::make_folder(&self.folder).map_err(|error| no_folder(&error))?;
        let mut in_use = lock(&self.in_use);
        if in_use.is_none() {
            let file = private_files::open(&self.folder.join("in-use"));
            let file = file.map_err(|error| no_folder(&error))?;
            file.lock().map_err(|error| no_folder(&error))?;
            *in_use = Some(file);
        }
        Ok(())
    }
}

fn view(running: &Running) -> LabView {
    let Running { lab, scenario } = running;
    let description = lab.description();
    let names: Vec<String> = description
        .sites
        .iter()
        .map(|site| site.name.clone())
        .collect();
    let own = description.sites.first();
    let count = |found: usize| u32::try_from(found).unwrap_or(u32::MAX);
    let site = |site: &SiteDescription| LabSite {
        name: site.name.clone(),
        address: site.cloud.address.clone(),
    };
    LabView {
        running: true,
        peers: count(names.len().saturating_sub(1)),
        on_premises: count(own.map_or(0, |own| own.on_premises.len())),
        version: scenario.version.clone(),
        pace: scenario.pace.clone(),
        faults: lab
            .faults()
            .iter()
            .map(|at| name(at.fault, &at.site))
            .collect(),
        available_faults: Fault::ALL
            .iter()
            .filter_map(|fault| available(*fault, &names))
            .collect(),
        sites: description.sites.iter().map(site).collect(),
        bundle_path: Some(description.authority.bundle.display().to_string()),
        bundle_password: Some(description.authority.bundle_password),
    }
}

/// A fault at the site where it is worth watching: what happens to a replacement at the own site,
/// what happens to trust at the first peer.
fn available(fault: Fault, sites: &[String]) -> Option<LabFault> {
    let place = usize::from(!is_of_the_own_site(fault));
    let site = sites.get(place).or_else(|| sites.first())?;
    Some(LabFault {
        name: name(fault, site),
        says: format!("{site}: {}", fault.says()),
    })
}

fn name(fault: Fault, site: &str) -> String {
    format!("{}@{site}", fault.slug())
}

const fn is_of_the_own_site(fault: Fault) -> bool {
    matches!(
        fault,
        Fault::RestartNeverEnds
            | Fault::RestartIntoOld
            | Fault::RestartIntoOther
            | Fault::SlowRestart
            | Fault::Flapping
            | Fault::StartsTwice
            | Fault::ImportRefused
            | Fault::AnswerLost
            | Fault::RequestLost
            | Fault::RegenerateShowsOld
            | Fault::NoBackup
            | Fault::ReadOnlyAccount
    )
}

/// Removes what processes left behind that did not end by themselves.
fn sweep(all: &Path) {
    for left in fs::read_dir(all).into_iter().flatten().flatten() {
        let in_use = File::open(left.path().join("in-use"));
        if in_use.is_ok_and(|file| file.try_lock().is_ok()) {
            // What cannot be removed now is tried again at the next start.
            drop(fs::remove_dir_all(left.path()));
        }
    }
}

fn no_folder(error: &std::io::Error) -> Refusal {
    let problem = Problem::new(
        "lab.no_folder",
        "The practice lab has no place for its files.",
        "It was not started; no real site is affected.",
        "Check that the state folder belongs to you and that its disk is not full, then try again.",
    );
    Refusal::from(problem.quoting(&error.to_string()))
}
