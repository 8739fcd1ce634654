//! The practice lab inside the app: real servers on 127.0.0.1 whose sites are saved as practice
//! sites, with their pins known and their passwords at hand.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use ground::Surroundings;
use practice_lab::{
    Fault, FaultAt, Lab, Pace as LabPace, Scenario, SiteDescription, StartLabError,
};
use rand::Rng as _;
use rotation::{Grade, Pace, Problem};
use secrecy::SecretString;
use sites::{Keyring as _, Learned, Role, SavedSite};
use tokio::task::JoinSet;

use crate::{
    commands::app::AppMessage,
    commands::lab::{LabFault, LabScenario, LabSite, LabView},
    error::Refusal,
    probing::leaf_of,
    state::{Shell, lock},
};

/// A restart takes six seconds instead of a minute: long enough to watch every phase of it.
const LIKE_REAL: f64 = 0.1;

/// The most peers, and the most on-premises sites; the form on the screen asks for no more. A site holds five
/// listeners, and a rotation opens connections to every peer with both ends in this process: a hundred
/// peers would pass the 1,024 open files that a desktop commonly allows a process.
const MOST_SITES: u32 = 50;

/// The pace at which nothing waits.
const INSTANT: &str = "instant";

/// The folder and the lab in it, when one runs.
pub(crate) struct Practice {
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
    pub(crate) fn view(&self) -> Option<LabView> {
        lock(&self.running).as_ref().map(view)
    }

    fn lab(&self) -> Option<Arc<Lab>> {
        lock(&self.running)
            .as_ref()
            .map(|running| Arc::clone(&running.lab))
    }

    /// How often to look while something waits: as the lab's appliances work.
    pub(crate) fn pace(&self) -> Pace {
        let running = lock(&self.running);
        let is_instant = running
            .as_ref()
            .is_some_and(|running| running.scenario.pace == INSTANT);
        Pace::compressed(if is_instant { 100 } else { 10 })
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

    fn make_folder(&self) -> Result<(), Refusal> {
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

impl Shell {
    /// Starts a lab, in place of the one that runs, and saves its sites as practice sites.
    pub(crate) async fn start_lab(&self, wanted: LabScenario) -> Result<LabView, Refusal> {
        self.stop_lab()?;
        self.practice.make_folder()?;
        let scenario = scenario(&wanted, self.practice.folder(), &self.surroundings)?;
        let lab = Lab::start(scenario, &self.surroundings).await;
        let lab = Arc::new(lab.map_err(|error| not_started(&error))?);
        let saved = self.save_practice_sites(&lab).await;
        let running = Running {
            lab,
            scenario: wanted,
        };
        let view = view(&running);
        *lock(&self.practice.running) = Some(running);
        self.tell_state();
        saved.map(|()| view)
    }

    /// The lab of `--practice-lab`. Nobody asked for it by a command, so a problem is just told.
    pub(crate) async fn start_first_lab(&self) {
        if let Err(refusal) = self.start_lab(LabScenario::first()).await {
            self.tell(AppMessage::Problem {
                problem: refusal.problem().clone(),
            });
        }
    }

    /// Stops the lab; its sites, their passwords and their runs go with it.
    pub(crate) fn stop_lab(&self) -> Result<(), Refusal> {
        // Dropping the lab closes every server in it.
        drop(lock(&self.practice.running).take());
        for site in self.all_sites()?.into_iter().filter(|site| site.practice) {
            self.memory.forget(&site)?;
            self.forget_seen(&site)?;
        }
        self.sites(|sites| {
            sites.forget_practice();
            Ok::<_, Refusal>(())
        })?;
        // What stays behind is swept at the next start.
        drop(fs::remove_dir_all(self.practice.folder().join("runs")));
        drop(fs::remove_dir_all(self.practice.folder().join("lab")));
        self.tell_state();
        Ok(())
    }

    /// Switches one fault on or off.
    pub(crate) async fn set_lab_fault(&self, name: &str, on: bool) -> Result<LabView, Refusal> {
        let at: FaultAt = name.parse().map_err(|_| unknown_fault())?;
        let lab = self.practice.lab().ok_or_else(not_running)?;
        if on {
            lab.inject(at).await.map_err(|error| not_started(&error))?;
        } else {
            lab.clear(at.fault, &at.site);
        }
        self.tell_state();
        self.practice.view().ok_or_else(not_running)
    }

    async fn save_practice_sites(&self, lab: &Lab) -> Result<(), Refusal> {
        let mut looking = JoinSet::new();
        for (place, described) in lab.description().sites.into_iter().enumerate() {
            let here = self.surroundings.clone();
            looking.spawn(async move {
                let site = practice_site(&described, &here).await;
                (place, site, described.password)
            });
        }
        let mut found = looking.join_all().await;
        found.sort_by_key(|(place, ..)| *place);
        for (place, site, password) in found {
            let mut site = site?;
            site.role = if place == 0 { Role::Own } else { Role::Peer };
            self.memory.keep(&site, &SecretString::from(password))?;
            self.sites(|sites| sites.add(site))?;
        }
        Ok(())
    }
}

/// A site of the lab with its certificate, as a look at it shows.
async fn practice_site(
    described: &SiteDescription,
    surroundings: &Surroundings,
) -> Result<SavedSite, Refusal> {
    let (address, pin) = (
        described.cloud.address.parse(),
        described.cloud.thumbprint.parse(),
    );
    let (Ok(address), Ok(pin)) = (address, pin) else {
        return Err(Refusal::bug());
    };
    let mut site = SavedSite::new(address, pin, Learned::Practice, surroundings);
    site.name.clone_from(&described.name);
    site.grade = Grade::E3;
    site.leaf = leaf_of(&site, surroundings).await;
    Ok(site)
}

impl LabScenario {
    /// The lab that a first start offers.
    fn first() -> Self {
        Self {
            peers: 3,
            on_premises: 2,
            version: "4.7".to_owned(),
            pace: "likeReal".to_owned(),
        }
    }
}

fn scenario(
    wanted: &LabScenario,
    folder: &Path,
    surroundings: &Surroundings,
) -> Result<Scenario, Refusal> {
    let count = |asked: u32| usize::try_from(asked.min(MOST_SITES)).unwrap_or_default();
    Ok(Scenario {
        peers: count(wanted.peers),
        on_premises: count(wanted.on_premises),
        version: wanted
            .version
            .parse()
            .map_err(|_| unknown_version(&wanted.version))?,
        pace: match wanted.pace.as_str() {
            INSTANT => LabPace::Instant,
            _ => LabPace::LikeReal { scale: LIKE_REAL },
        },
        seed: surroundings.chance().random(),
        ..Scenario::new(folder.join("lab"))
    })
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

fn not_started(error: &StartLabError) -> Refusal {
    let causes: Vec<String> =
        std::iter::successors(Some(error as &dyn std::error::Error), |cause| {
            cause.source()
        })
        .map(ToString::to_string)
        .collect();
    let problem = Problem::new(
        "lab.not_started",
        "The practice lab could not do this.",
        "It lives on this computer alone; no real site is affected.",
        "Stop the lab and start it again. If that does not help, restart Reseal.",
    );
    Refusal::from(problem.quoting(&causes.join(": ")))
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

fn unknown_version(asked: &str) -> Refusal {
    let what = format!("The practice lab cannot play version {asked}.");
    let todo = "Choose a version from 4.2 to 4.7.";
    Refusal::from(Problem::new(
        "lab.version",
        what,
        "The lab was not started.",
        todo,
    ))
}

fn unknown_fault() -> Refusal {
    Refusal::of_window(
        "lab.unknown_fault",
        "The practice lab has no such fault.",
        "Nothing was switched on or off.",
        "Choose one of the faults that are listed.",
    )
}

fn not_running() -> Refusal {
    Refusal::of_window(
        "lab.not_running",
        "The practice lab is not running.",
        "Nothing was switched on or off.",
        "Start the practice lab first.",
    )
}
