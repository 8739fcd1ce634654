//! A stage: a practice lab, an own site with its peers as Reseal knows them, and a state folder.

use std::path::PathBuf;
use std::sync::Arc;

use appliance::{Credential, SignIns};
use certificate::{Entry, Thumbprint};
use ground::Surroundings;
use practice_lab::{Fault, FaultAt, Lab, LabDescription, Scenario, Service, SiteDescription};
use rotation::event::{Action, StepId};
use rotation::progress::{RunPeer, StepView};
use rotation::{
    Engine, Grade, Pace, PlanView, Problem, Replacement, Request, Resumption, RunId, RunView,
    SiteAccess, prepare,
};
use secrecy::SecretString;
use time::OffsetDateTime;

use crate::files;
use crate::folder::Folder;
use crate::performance::{Curtain, Ended, Opening, Person, perform};

/// The name of the site whose certificate is replaced.
pub const OWN: &str = "Paris";

/// A practice lab with Reseal in front of it.
pub struct Stage {
    /// The lab.
    pub lab: Arc<Lab>,
    /// How patient the engine is.
    pub pace: Pace,
    /// Whether the person stops at every question.
    pub stops_at_questions: bool,
    /// The lab as it was at first.
    pub before: LabDescription,
    /// When the lab was started.
    pub opened: OffsetDateTime,
    folder: Folder,
}

impl Stage {
    /// Three peers, two on-premises sites, 4.7, no waiting.
    pub async fn open() -> Self {
        Self::of(|_| {}).await
    }

    /// The usual lab, changed.
    pub async fn of(change: impl FnOnce(&mut Scenario)) -> Self {
        let folder = Folder::new();
        let mut scenario = Scenario::new(folder.path().join("lab"));
        change(&mut scenario);
        let here = Surroundings::of_this_machine();
        // A whole second, so that a second lab that starts then is its twin.
        let opened = here.now().replace_nanosecond(0).unwrap();
        let lab = Lab::start(scenario, &here.starting_at(opened))
            .await
            .unwrap();
        Self {
            before: lab.description(),
            opened,
            lab: Arc::new(lab),
            pace: Pace::compressed(200),
            stops_at_questions: false,
            folder,
        }
    }

    /// The usual lab with faults from the start, each `NAME@SITE`.
    pub async fn with_faults(faults: &[&str]) -> Self {
        let faults: Vec<FaultAt> = faults.iter().map(|at| at.parse().unwrap()).collect();
        Self::of(|scenario| scenario.faults = faults).await
    }

    /// Switches a fault on.
    pub async fn strike(&self, fault: Fault, site: &str) {
        let at = FaultAt {
            fault,
            site: site.to_owned(),
            times: None,
        };
        self.lab.inject(at).await.unwrap();
    }

    /// A folder for the test's own files.
    pub fn folder(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    /// The folder in which Reseal keeps its state.
    pub fn home(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    /// The engine on this state folder.
    pub fn engine(&self) -> Engine {
        Engine::new(self.home(), Surroundings::of_this_machine())
    }

    /// The own site as it was at first.
    pub fn own(&self) -> &SiteDescription {
        self.before.sites.first().unwrap()
    }

    /// The peers as they were at first.
    pub fn peers(&self) -> &[SiteDescription] {
        self.before.sites.get(1..).unwrap()
    }

    /// The certificate that the own site presents.
    pub fn presented(&self) -> Thumbprint {
        self.lab.thumbprint(OWN, Service::Cloud).unwrap()
    }

    /// The certificate that the own site presented at first.
    pub fn old(&self) -> Thumbprint {
        self.own().cloud.thumbprint.parse().unwrap()
    }

    /// The practice authority's certificate for the own site, with its key.
    pub fn entry(&self) -> Entry {
        let authority = &self.before.authority;
        let contents = files::read(&authority.bundle, Some(&authority.bundle_password));
        contents.into_entry().unwrap()
    }
}

/// What is asked of the engine.
impl Stage {
    /// An import of the practice authority's bundle, or a regenerate.
    pub fn request(&self, action: Action) -> Request {
        match action {
            Action::Import => self.import(self.entry()),
            Action::Regenerate => self.asking_for(Replacement::Regenerate),
        }
    }

    /// An import of this bundle.
    pub fn import(&self, entry: Entry) -> Request {
        let password = SecretString::from(self.before.authority.bundle_password.clone());
        let sealed = Box::new(entry.seal(&password).unwrap());
        self.asking_for(Replacement::Import { sealed })
    }

    fn asking_for(&self, replacement: Replacement) -> Request {
        Request {
            local: access(self.own()),
            peers: self.peers().iter().map(access).collect(),
            replacement,
            operator: "Ada".to_owned(),
            pace: self.pace,
        }
    }

    /// The same again, for a run that was cut off.
    pub fn again(&self, action: Action) -> Resumption {
        let request = self.request(action);
        Resumption {
            local: request.local,
            peers: request.peers,
            replacement: Some(request.replacement),
            operator: request.operator,
            pace: request.pace,
        }
    }

    /// The plan for a request.
    pub async fn plan(&self, request: &Request) -> Result<PlanView, Problem> {
        let plan = prepare(request, &Surroundings::of_this_machine()).await?;
        Ok(plan.view().clone())
    }

    /// Runs a request to its end.
    pub async fn run(&self, request: Request) -> Result<Ended, Problem> {
        self.run_until(request, |_| false).await
    }

    /// Runs a request until `curtain` says to tear everything down.
    pub async fn run_until(
        &self,
        request: Request,
        curtain: impl FnMut(&rotation::Record) -> bool + Send + 'static,
    ) -> Result<Ended, Problem> {
        self.perform(Opening::Start(request), Box::new(curtain))
            .await
    }

    /// Takes a run up and runs it to its end.
    pub async fn resume(&self, run: &RunId, with: Resumption) -> Result<Ended, Problem> {
        self.resume_until(run, with, |_| false).await
    }

    /// Takes a run up until `curtain` says to tear everything down.
    pub async fn resume_until(
        &self,
        run: &RunId,
        with: Resumption,
        curtain: impl FnMut(&rotation::Record) -> bool + Send + 'static,
    ) -> Result<Ended, Problem> {
        let opening = Opening::Resume(run.clone(), with);
        self.perform(opening, Box::new(curtain)).await
    }

    async fn perform(
        &self,
        opening: Opening,
        curtain: Box<Curtain<'static>>,
    ) -> Result<Ended, Problem> {
        let person = Person {
            lab: Arc::clone(&self.lab),
            site: OWN.to_owned(),
            stops: self.stops_at_questions,
        };
        perform(self.home(), opening, person, curtain).await
    }

    /// One step of a run.
    pub fn step(&self, run: &RunId, step: StepId) -> StepView {
        let mut steps = self.view(run).steps.into_iter();
        steps.find(|view| view.id == step.slug()).unwrap()
    }

    /// One peer of a run.
    pub fn peer(&self, run: &RunId, name: &str) -> RunPeer {
        let mut peers = self.view(run).peers.into_iter();
        peers.find(|peer| peer.name == name).unwrap()
    }

    /// A run as the state folder tells it.
    pub fn view(&self, run: &RunId) -> RunView {
        self.engine().view(run).unwrap()
    }
}

/// How Reseal knows a site of the lab: by a thumbprint from a trusted place, as root.
pub fn access(site: &SiteDescription) -> SiteAccess {
    SiteAccess {
        address: site.cloud.address.parse().unwrap(),
        pin: site.cloud.thumbprint.parse().unwrap(),
        grade: Grade::E3,
        credential: Credential::Appliance {
            password: site.password.clone().into(),
        },
        sign_ins: SignIns::new(Surroundings::of_this_machine()),
    }
}
