//! The practice lab inside the app: real servers on 127.0.0.1 whose sites are saved as practice
//! sites, with their pins known and their passwords at hand.

use std::{path::Path, sync::Arc};

use ground::Surroundings;
use practice_lab::{
    FaultAt, Lab as Running, Pace as LabPace, Scenario, SiteDescription, StartLabError,
};
use rand::Rng as _;
use rotation::{Grade, Problem};
use secrecy::SecretString;
use sites::{Learned, Role, SavedSite};
use tokio::task::JoinSet;

use crate::{
    error::{Answer, Refusal},
    looking::leaf_of,
    practice::INSTANT,
    shared::Shared,
    views::lab::{LabScenario, LabView},
};

/// A restart takes six seconds instead of a minute: long enough to watch every phase of it.
const LIKE_REAL: f64 = 0.1;

/// The most peers, and the most on-premises sites; the form on the screen asks for no more. A site holds five
/// listeners, and a rotation opens connections to every peer with both ends in this process: a hundred
/// peers would pass the 1,024 open files that a desktop commonly allows a process.
const MOST_SITES: u32 = 50;

/// Starts and stops the practice lab, and keeps the list of sites in step with it.
pub struct Lab {
    shared: Shared,
}

impl Lab {
    /// None runs yet.
    pub(crate) const fn new(shared: Shared) -> Self {
        Self { shared }
    }

    /// Starts a lab, in place of the one that runs, and saves its sites as practice sites.
    pub async fn start(&self, wanted: LabScenario) -> Answer<LabView> {
        self.stop()?;
        self.shared.practice.make_folder()?;
        let scenario = scenario(
            &wanted,
            self.shared.practice.folder(),
            &self.shared.surroundings,
        )?;
        let lab = Running::start(scenario, &self.shared.surroundings).await;
        let lab = Arc::new(lab.map_err(|error| not_started(&error))?);
        let saved = self.save_practice_sites(&lab).await;
        self.shared.practice.runs(lab, wanted);
        self.shared.notices.changed();
        saved?;
        self.shared.practice.view().ok_or_else(not_running)
    }

    /// The lab that a first start offers. Nobody asked for it by a command, so a problem is just told.
    pub async fn start_first(&self) {
        if let Err(refusal) = self.start(LabScenario::first()).await {
            self.shared.notices.problem(&refusal);
        }
    }

    /// Stops the lab; its sites, their passwords and their runs go with it.
    pub fn stop(&self) -> Answer<()> {
        self.shared.practice.stop();
        for site in self
            .shared
            .sites
            .all()?
            .into_iter()
            .filter(|site| site.practice)
        {
            self.shared.passwords.let_go(&site)?;
            self.shared.checks.forget_seen(&site)?;
        }
        self.shared.sites.with(|sites| {
            sites.forget_practice();
            Ok::<_, Refusal>(())
        })?;
        self.shared.practice.clear();
        self.shared.notices.changed();
        Ok(())
    }

    /// Switches one fault on or off.
    pub async fn set_fault(&self, name: &str, on: bool) -> Answer<LabView> {
        let at: FaultAt = name.parse().map_err(|_| unknown_fault())?;
        let lab = self.shared.practice.lab().ok_or_else(not_running)?;
        if on {
            lab.inject(at).await.map_err(|error| not_started(&error))?;
        } else {
            lab.clear(at.fault, &at.site);
        }
        self.shared.notices.changed();
        self.shared.practice.view().ok_or_else(not_running)
    }

    async fn save_practice_sites(&self, lab: &Running) -> Answer<()> {
        let mut looking = JoinSet::new();
        for (place, described) in lab.description().sites.into_iter().enumerate() {
            let here = self.shared.surroundings.clone();
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
            self.shared
                .passwords
                .hold(&site, &SecretString::from(password))?;
            self.shared.sites.with(|sites| sites.add(site))?;
        }
        Ok(())
    }
}

/// A site of the lab with its certificate, as a look at it shows.
async fn practice_site(
    described: &SiteDescription,
    surroundings: &Surroundings,
) -> Answer<SavedSite> {
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

fn scenario(wanted: &LabScenario, folder: &Path, surroundings: &Surroundings) -> Answer<Scenario> {
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
    Refusal::new(
        "lab.unknown_fault",
        "The practice lab has no such fault.",
        "Nothing was switched on or off.",
        "Choose one of the faults that are listed.",
    )
}

fn not_running() -> Refusal {
    Refusal::new(
        "lab.not_running",
        "The practice lab is not running.",
        "Nothing was switched on or off.",
        "Start the practice lab first.",
    )
}
