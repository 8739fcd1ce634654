//! A lab with an engine before it, and what the lab says at the end.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use appliance::Credential;
use certificate::{Bundle, Options, Thumbprint};
use practice_lab::{FaultAt, Lab, Scenario, Service, SiteDescription};
use rotation::{
    Engine, Grade, Outcome, Pace, Plan, Problem, Replacement, Request, Resumption, Run, SiteAccess,
    prepare,
};
use secrecy::SecretString;
use time::OffsetDateTime;

static NEXT: AtomicU32 = AtomicU32::new(0);

pub(crate) struct Stage {
    pub(crate) lab: Lab,
    pub(crate) engine: Engine,
    pub(crate) pace: Pace,
    folder: PathBuf,
}

impl Drop for Stage {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

impl Stage {
    pub(crate) async fn new() -> Self {
        Self::with(|_| {}).await
    }

    pub(crate) async fn with_faults(faults: &[&str]) -> Self {
        let faults: Vec<FaultAt> = faults.iter().map(|fault| fault.parse().unwrap()).collect();
        Self::with(|scenario| scenario.faults = faults).await
    }

    pub(crate) async fn with(change: impl FnOnce(&mut Scenario)) -> Self {
        let id = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("rotation-{}-{id}", std::process::id()));
        let mut scenario = Scenario::new(folder.join("lab"));
        change(&mut scenario);
        let lab = Lab::start(scenario, OffsetDateTime::now_utc())
            .await
            .unwrap();
        let engine = Engine::new(folder.join("runs"));
        let pace = Pace::compressed(200);
        Self {
            lab,
            engine,
            pace,
            folder,
        }
    }

    pub(crate) fn access(site: &SiteDescription) -> SiteAccess {
        SiteAccess {
            address: site.cloud.address.parse().unwrap(),
            pin: site.cloud.thumbprint.parse().unwrap(),
            grade: Grade::E3,
            credential: Credential::Appliance {
                password: site.password.clone().into(),
            },
        }
    }

    pub(crate) fn bundle(&self) -> (Box<Bundle>, SecretString) {
        let authority = self.lab.description().authority;
        let password = SecretString::from(authority.bundle_password);
        let bytes = std::fs::read(authority.bundle).unwrap();
        let contents = certificate::read(&bytes, Some(&password), &Options::default()).unwrap();
        (Box::new(contents.into_bundle().unwrap()), password)
    }

    pub(crate) fn import(&self) -> Request {
        let (bundle, password) = self.bundle();
        self.request(Replacement::Import { bundle, password })
    }

    pub(crate) fn regenerate(&self) -> Request {
        self.request(Replacement::Regenerate)
    }

    pub(crate) fn request(&self, replacement: Replacement) -> Request {
        let sites = self.lab.description().sites;
        Request {
            local: Self::access(&sites[0]),
            peers: sites[1..].iter().map(Self::access).collect(),
            replacement,
            operator: "the test".into(),
            pace: self.pace,
        }
    }

    /// What resuming needs, given the sites as they were known at the start.
    pub(crate) fn resumption(&self, request: Request) -> Resumption {
        let Request {
            local,
            peers,
            replacement,
            operator,
            pace,
        } = request;
        Resumption {
            local,
            peers,
            replacement: Some(replacement),
            operator,
            pace,
        }
    }

    pub(crate) async fn plan(&self, request: &Request) -> Result<Plan, Problem> {
        prepare(request, OffsetDateTime::now_utc()).await
    }

    pub(crate) async fn start(&self, request: Request) -> Run {
        let plan = self.plan(&request).await.unwrap();
        self.engine.start(request, plan).await.unwrap()
    }

    pub(crate) async fn rotate(&self, request: Request) -> (Run, Outcome) {
        let run = self.start(request).await;
        let outcome = run.finished().await;
        (run, outcome)
    }

    /// Waits for the end like a person who knows: sends again when asked, and pastes the truth.
    pub(crate) async fn finished_with_answers(&self, run: &Run) -> Outcome {
        let mut view = run.watch();
        loop {
            tokio::select! {
                outcome = run.finished() => return outcome,
                asked = view.wait_for(|view| view.question.is_some()) => {
                    let question = asked.unwrap().question.clone().unwrap();
                    let truth = self.thumbprint(&self.own());
                    let (answer, typed) =
                        if question.paste_thumbprint { ("paste", Some(truth)) } else { ("again", None) };
                    drop(run.answer(&question.id, answer, typed));
                }
            }
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    }

    pub(crate) fn own(&self) -> String {
        self.lab.description().sites[0].name.clone()
    }

    pub(crate) fn peers(&self) -> Vec<String> {
        let sites = self.lab.description().sites;
        sites[1..].iter().map(|site| site.name.clone()).collect()
    }

    pub(crate) fn thumbprint(&self, site: &str) -> String {
        self.lab
            .thumbprint(site, Service::Cloud)
            .unwrap()
            .to_string()
    }

    /// The lab's own word: both ends trust each other and show no error.
    pub(crate) async fn is_repaired(&self, peer: &str) -> bool {
        let own = self.own();
        self.lab.trusts(&own, peer).await
            && self.lab.trusts(peer, &own).await
            && self.lab.is_clean(&own, peer)
            && self.lab.is_clean(peer, &own)
    }

    pub(crate) async fn all_are_repaired(&self) -> bool {
        for peer in self.peers() {
            if !self.is_repaired(&peer).await {
                return false;
            }
        }
        true
    }

    pub(crate) fn bundle_thumbprint(&self) -> Thumbprint {
        self.lab
            .description()
            .authority
            .bundle_thumbprint
            .parse()
            .unwrap()
    }
}
