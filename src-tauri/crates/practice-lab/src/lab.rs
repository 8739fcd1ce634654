//! A running lab: started, looked into, disturbed, stopped.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use certificate::Thumbprint;
use ground::Surroundings;
use tokio::task::JoinHandle;

use crate::authority::AuthorityDescription;
use crate::build;
use crate::description::LabDescription;
use crate::faults::{Fault, FaultAt};
use crate::interception::Interception;
use crate::listener::{self, Door};
use crate::ports::Ports;
use crate::restart::Running;
use crate::scenario::Scenario;
use crate::service::Service;
use crate::site::{Site, World};
use crate::start_error::StartLabError;
use crate::tasks::Workflow;
use crate::truth::{PairTask, Request, Restart};

/// A running lab. Everything ends when the value is dropped.
#[derive(Debug)]
pub struct Lab {
    world: Arc<World>,
    sites: Vec<Arc<Running>>,
    attendants: Vec<JoinHandle<()>>,
    authority: AuthorityDescription,
    ports: Ports,
    interceptions: Mutex<HashMap<String, Interception>>,
}

impl Drop for Lab {
    fn drop(&mut self) {
        self.attendants.iter().for_each(JoinHandle::abort);
    }
}

impl Lab {
    /// Builds and opens every site: on 127.0.0.1 of this machine, or in memory, as the surroundings are. Their time
    /// of day decides the validity of certificates.
    pub async fn start(
        scenario: Scenario,
        surroundings: &Surroundings,
    ) -> Result<Self, StartLabError> {
        build::check_names(&scenario)?;
        let now = surroundings.now();
        let world = build::world(&scenario, surroundings);
        let ports = Ports::new(surroundings);
        let built = build::sites(&scenario, &world, &ports, now).await?;
        let own = built
            .first()
            .map(|built| Arc::clone(&built.site))
            .ok_or(StartLabError::Interrupted)?;
        let (authority, root) = build::authority(&world, &own, &scenario.state, now)?;
        built
            .iter()
            .skip(1)
            .for_each(|peer| build::pair(&own, &peer.site));
        build::on_premises(&scenario, &own, &root);
        let mut lab = Self {
            world,
            sites: Vec::new(),
            attendants: Vec::new(),
            authority,
            ports,
            interceptions: Mutex::default(),
        };
        built.into_iter().for_each(|built| lab.open(built));
        for at in &scenario.faults {
            lab.prepare(at).await?;
        }
        Ok(lab)
    }

    fn open(&mut self, built: build::Built) {
        let running = Arc::new(Running::new(Arc::clone(&built.site)));
        for ((service, through_tunnel), listener) in built.listeners {
            let at = running
                .doors()
                .iter()
                .find(|door| (door.service, door.through_tunnel) == (service, through_tunnel))
                .map(|door| door.at);
            let Some(at) = at else { continue };
            let door = Door {
                service,
                through_tunnel,
                at,
            };
            running.keep(door, listener::serve(&built.site, door, listener));
        }
        self.attendants
            .push(tokio::spawn(Arc::clone(&running).attend(built.restarts)));
        self.sites.push(running);
    }

    /// Where everything is and how to get in.
    pub fn description(&self) -> LabDescription {
        let sites = self
            .sites
            .iter()
            .map(|running| running.site.description())
            .collect();
        LabDescription {
            sites,
            authority: self.authority.clone(),
        }
    }

    /// Switches a fault on, in the middle of things.
    pub async fn inject(&self, at: FaultAt) -> Result<(), StartLabError> {
        self.prepare(&at).await?;
        self.world.faults.add(at);
        Ok(())
    }

    /// Switches a fault off again.
    pub fn clear(&self, fault: Fault, site: &str) {
        self.world.faults.remove(fault, site);
        if fault == Fault::PasswordExpired
            && let Some(site) = self.site(site)
        {
            let now = site.now();
            site.state().machines.management.renew_password(now);
        }
        if fault == Fault::Interception {
            self.interceptions
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .remove(site);
            let mut detours = self
                .world
                .detours
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            detours.retain(|(from, _), _| from != site);
        }
    }

    /// Switches every fault off.
    pub fn clear_all(&self) {
        for at in self.world.faults.all() {
            self.clear(at.fault, &at.site);
        }
        self.world.faults.clear();
    }

    /// The faults that are switched on.
    pub fn faults(&self) -> Vec<FaultAt> {
        self.world.faults.all()
    }

    /// Opens a gate such as `down@Paris`, for one wait. Only at the pace `WhenTold` anybody waits there.
    pub fn release(&self, gate: &str) {
        self.world.clockwork.open(gate);
    }

    /// What a fault needs before it can strike.
    async fn prepare(&self, at: &FaultAt) -> Result<(), StartLabError> {
        let missing = || StartLabError::NoSuchSite {
            site: at.site.clone(),
            fault: at.fault,
        };
        let site = self.site(&at.site).ok_or_else(missing)?;
        let own = self
            .sites
            .first()
            .map(|running| Arc::clone(&running.site))
            .ok_or_else(missing)?;
        if at.fault == Fault::PinsAnOldOne
            && let Some(row) = site.state().peers.get_mut(&own.name)
        {
            row.pin = Some(Thumbprint::of(b"a certificate of long ago"));
        }
        if at.fault == Fault::PasswordExpired {
            let now = site.now();
            site.state().machines.management.expire_password(now);
        }
        if at.fault == Fault::BusyWithATask {
            keep_busy(&site);
        }
        if at.fault == Fault::Interception {
            self.intercept(&site, &own).await?;
        }
        Ok(())
    }

    async fn intercept(&self, site: &Site, own: &Site) -> Result<(), StartLabError> {
        let listener = self.ports.listen().await.map_err(StartLabError::Listen)?;
        let at = listener.local_addr().map_err(StartLabError::Listen)?;
        let identity = own.fresh_identity(Service::Cloud)?;
        let target = own.addresses.public;
        let proxy = Interception::new(listener, target, &identity, self.world.surroundings.clone());
        self.interceptions
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(site.name.clone(), proxy);
        let mut detours = self
            .world
            .detours
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        detours.insert((site.name.clone(), target), at);
        Ok(())
    }

    fn site(&self, name: &str) -> Option<Arc<Site>> {
        self.sites
            .iter()
            .find(|running| running.site.name == name)
            .map(|running| Arc::clone(&running.site))
    }
}

/// A replication task that runs and runs.
fn keep_busy(site: &Site) {
    let about = Workflow {
        kind: "sync",
        resource_type: "vmReplication",
        resource_id: site.world.seeded.fresh_uuid(),
        resource_name: "web-01".to_owned(),
        is_private: false,
    };
    let (id, now) = (site.world.seeded.fresh_uuid(), site.now_ms());
    let mut state = site.state();
    state.tasks.queue(
        id.clone(),
        ("administrator@System", &site.name),
        about,
        None,
        now,
    );
    state.tasks.run(&id, 42, now);
}

/// The ground truth.
impl Lab {
    /// Every HTTP request that reached a site, greetings between sites left out.
    pub fn requests(&self) -> Vec<Request> {
        self.world.truth.requests()
    }

    /// How many TLS handshakes a site completed as the called side.
    pub fn handshakes(&self, site: &str) -> usize {
        self.world.truth.handshakes(site)
    }

    /// Every restart that came to its end.
    pub fn restarts(&self) -> Vec<Restart> {
        self.world.truth.restarts()
    }

    /// Every pairing task that succeeded.
    pub fn pair_tasks(&self) -> Vec<PairTask> {
        self.world.truth.pair_tasks()
    }

    /// How many sign-ins failed for a wrong password at a site.
    pub fn failed_logins(&self, site: &str) -> usize {
        self.world.truth.failed_logins(site)
    }

    /// How many sign-ins a site granted.
    pub fn logins(&self, site: &str) -> usize {
        self.world.truth.logins(site)
    }

    /// How many sessions are alive at a site.
    pub fn open_sessions(&self, site: &str) -> usize {
        self.site(site)
            .map_or(0, |site| site.state().sessions.count())
    }

    /// How often a site's certificate was replaced.
    pub fn replacements(&self, site: &str) -> usize {
        self.world.truth.replacements(site)
    }

    /// The certificate that a service of a site presents.
    pub fn thumbprint(&self, site: &str, service: Service) -> Option<Thumbprint> {
        self.site(site)?.thumbprint(service)
    }

    /// What `from` has pinned for `to`.
    pub fn pin(&self, from: &str, to: &str) -> Option<Thumbprint> {
        self.site(from)?.state().peers.get(to)?.pin
    }

    /// The description that `from` has stored for `to`: none where there is no such field.
    pub fn stored_description(&self, from: &str, to: &str) -> Option<serde_json::Value> {
        let site = self.site(from)?;
        let state = site.state();
        state.peers.get(to)?.description.clone()
    }

    /// Gives the row of `to` at `from` this description, or no such field.
    pub fn describe(&self, from: &str, to: &str, description: Option<serde_json::Value>) {
        if let Some(site) = self.site(from)
            && let Some(peer) = site.state().peers.get_mut(to)
        {
            peer.description = description;
        }
    }

    /// Whether `from` and `to` really trust each other: each calls the other, over TLS, right then.
    pub async fn trusts(&self, from: &str, to: &str) -> bool {
        let Some(site) = self.site(from) else {
            return false;
        };
        let Some(peer) = site.state().peers.get(to).cloned() else {
            return false;
        };
        site.call(&peer.api_url, peer.pin).await.is_ok()
    }

    /// Whether the row that `from` shows of `to` is free of errors in both directions.
    pub fn is_clean(&self, from: &str, to: &str) -> bool {
        let row = self
            .site(from)
            .and_then(|site| site.state().peers.get(to).cloned());
        row.is_some_and(|peer| peer.outgoing.is_none() && peer.incoming.is_none())
    }

    /// Whether an on-premises site accepts what the own site presents, tried right then.
    pub async fn on_premises_trusts(&self, name: &str) -> bool {
        let Some(own) = self.sites.first().map(|running| Arc::clone(&running.site)) else {
            return false;
        };
        let caller = own
            .state()
            .on_premises
            .iter()
            .find(|site| site.name == name)
            .cloned();
        let Some(caller) = caller else { return false };
        let here = &self.world.surroundings;
        caller.call(own.addresses.public, here).await.is_ok()
    }
}
