//! What happens after a certificate was replaced: the services restart, and for real.
//!
//! Source: `docs/vcda-api.md` §2.4 and §10. The old certificate answers for a moment, then nothing does,
//! then the listener is back with what the keystore file holds, and every session is gone. A machine restarts
//! as a whole: the Cloud and Manager services together, the Tunnel and the Replicator each for themselves.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::mpsc::UnboundedReceiver;

use crate::faults::Fault;
use crate::identity::{Identity, SelfSigned};
use crate::listener::{self, Door, Listening};
use crate::machine::Machine;
use crate::pace::Wait;
use crate::service::Service;
use crate::site::Site;
use crate::truth::Restart;

/// How often a closed address is tried again before the site stays down. Another program may hold it.
const BIND_ATTEMPTS: u32 = 200;

/// How long after a closed address was tried it is tried again.
const BIND_AGAIN: Duration = Duration::from_millis(50);

/// How often a restart that never ends looks whether somebody has switched that off.
const MENDED_YET: Duration = Duration::from_millis(50);

/// A site with its open doors.
#[derive(Debug)]
pub(crate) struct Running {
    pub(crate) site: Arc<Site>,
    doors: Mutex<BTreeMap<(Service, bool), Listening>>,
}

impl Running {
    pub(crate) fn new(site: Arc<Site>) -> Self {
        Self {
            site,
            doors: Mutex::default(),
        }
    }

    /// The site's doors: one per service, and the public service endpoint.
    pub(crate) fn doors(&self) -> Vec<Door> {
        let services = self.site.addresses.services.iter();
        let mut doors: Vec<Door> = services
            .map(|(service, at)| Door {
                service: *service,
                through_tunnel: false,
                at: *at,
            })
            .collect();
        doors.push(Door {
            service: Service::Cloud,
            through_tunnel: true,
            at: self.site.addresses.public,
        });
        doors
    }

    pub(crate) fn keep(&self, door: Door, listening: Listening) {
        let mut doors = self.doors.lock().unwrap_or_else(PoisonError::into_inner);
        doors.insert((door.service, door.through_tunnel), listening);
    }

    /// Restarts machines, one after the other, as long as the lab lives.
    pub(crate) async fn attend(self: Arc<Self>, mut queue: UnboundedReceiver<Service>) {
        while let Some(service) = queue.recv().await {
            self.restart(service).await;
        }
    }

    /// Restarts the services of the machine that `service` is on.
    async fn restart(&self, service: Service) {
        let (site, machine) = (&self.site, Machine::of(service));
        let surroundings = &site.world.surroundings;
        let began = surroundings.instant();
        let times = if site.struck_by(Fault::SlowRestart) {
            3.0
        } else {
            1.0
        };
        let clockwork = &site.world.clockwork;
        clockwork.wait(Wait::StillOld, &site.name, times).await;
        self.close(machine).await;
        clockwork.wait(Wait::Down, &site.name, times).await;
        // Whoever switches the fault off, as somebody who mends the appliance, lets it come back.
        while site.struck_by(Fault::RestartNeverEnds) {
            surroundings.sleep(MENDED_YET).await;
        }
        if site.struck_by(Fault::Flapping) {
            self.show_up_briefly(machine, false).await;
        }
        self.read_keystores(machine);
        if site.struck_by(Fault::StartsTwice) {
            self.show_up_briefly(machine, true).await;
            clockwork.wait(Wait::Down, &site.name, times).await;
        }
        if !self.reopen(machine).await {
            return;
        }
        clockwork.wait(Wait::WarmUp, &site.name, times).await;
        site.state().machines.of_mut(service).is_ready = true;
        site.world.truth.restart(Restart {
            site: site.name.clone(),
            service: service.service_type(),
            took: surroundings.since(began),
        });
        if machine == Machine::Management {
            site.greet_peers().await;
        }
    }

    /// The machine's doors close; every connection through them ends, and so does every session.
    async fn close(&self, machine: Machine) {
        let open: Vec<Listening> = {
            let mut doors = self.doors.lock().unwrap_or_else(PoisonError::into_inner);
            machine
                .doors()
                .iter()
                .filter_map(|key| doors.remove(key))
                .collect()
        };
        for listening in open {
            listening.close().await;
        }
        let now = self.site.now_ms();
        let mut state = self.site.state();
        state.sessions.close_at(machine.services());
        if machine == Machine::Management {
            state.tasks.cut_off(now);
        }
        state.machines.host_mut(machine).is_ready = false;
    }

    /// Reads the machine's keystores again, as its services do when they start.
    fn read_keystores(&self, machine: Machine) {
        let site = &self.site;
        let other = site.struck_by(Fault::RestartIntoOther);
        let old = site.struck_by(Fault::RestartIntoOld);
        for (place, service) in machine.services().iter().copied().enumerate() {
            let read = match place {
                0 if old => None,
                0 if other => site.fresh_identity(service).ok(),
                _ => Identity::load(&site.keystore(service), &site.keystore_password).ok(),
            };
            if let Some(identity) = read {
                site.state().identities.insert(service, identity);
            }
        }
        if machine == Machine::Management {
            site.state().coming = None;
        }
    }

    /// Opens the machine's doors in a new process. Says whether the machine is up.
    async fn reopen(&self, machine: Machine) -> bool {
        {
            let mut state = self.site.state();
            let host = state.machines.host_mut(machine);
            host.runtime_id = self.site.world.seeded.fresh_uuid();
            host.boot = self.site.world.surroundings.now();
        }
        let doors = self.doors().into_iter();
        let closed = doors.filter(|door| {
            let key = (door.service, door.through_tunnel);
            machine.doors().contains(&key)
        });
        for door in closed {
            match bound(&self.site, door).await {
                Some(listening) => self.keep(door, listening),
                None => return false,
            }
        }
        true
    }

    /// For a fault: the machine answers for a moment with what it has, and then nothing does again.
    async fn show_up_briefly(&self, machine: Machine, is_ready: bool) {
        if self.reopen(machine).await {
            self.site.state().machines.host_mut(machine).is_ready = is_ready;
            let clockwork = &self.site.world.clockwork;
            clockwork.wait(Wait::Brief, &self.site.name, 1.0).await;
        }
        self.close(machine).await;
    }
}

async fn bound(site: &Arc<Site>, door: Door) -> Option<Listening> {
    for _ in 0..BIND_ATTEMPTS {
        if let Ok(listening) = listener::open(site, door).await {
            return Some(listening);
        }
        site.world.surroundings.sleep(BIND_AGAIN).await;
    }
    None
}

impl Site {
    /// What a service's listener presents.
    pub(crate) fn presented(&self, service: Service) -> Option<Arc<rustls::sign::CertifiedKey>> {
        self.state()
            .identities
            .get(&service)
            .map(|identity| Arc::clone(&identity.tls))
    }

    /// A new self-signed certificate of a service, with a key of its own.
    pub(crate) fn fresh_identity(
        &self,
        service: Service,
    ) -> Result<Identity, crate::identity::IdentityError> {
        let primes = self
            .world
            .keys
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .draw();
        let now = self.world.surroundings.now();
        Identity::self_signed(
            primes,
            &SelfSigned {
                common_name: &format!("{}.vm", service.folder()),
                host: &self.host,
                serial: self.world.seeded.serial(),
                not_before: now.replace_nanosecond(0).unwrap_or(now),
                valid_for: time::Duration::days(365),
            },
        )
    }
}
