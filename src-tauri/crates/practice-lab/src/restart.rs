//! What happens after a certificate was replaced: the services restart, and for real.
//!
//! Source: `docs/vcda-api.md` §2.4 and §10. The old certificate answers for a moment, then nothing does,
//! then the listener is back with what the keystore file holds, and every session is gone.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use time::OffsetDateTime;
use tokio::sync::mpsc::UnboundedReceiver;

use crate::faults::Fault;
use crate::identity::{Identity, SelfSigned};
use crate::listener::{self, Door, Listening};
use crate::pace::Wait;
use crate::site::{Service, Site};
use crate::truth::Restart;

/// How often a closed address is tried again before the site stays down. Another program may hold it.
const BIND_ATTEMPTS: u32 = 200;

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

    /// Restarts services, one after the other, as long as the lab lives.
    pub(crate) async fn attend(self: Arc<Self>, mut queue: UnboundedReceiver<Service>) {
        while let Some(service) = queue.recv().await {
            match service {
                Service::Cloud | Service::Manager => self.restart().await,
                Service::Tunnel | Service::Replicator => self.reload(service),
            }
        }
    }

    /// The Tunnel and the Replicator are on machines of their own; their restart is not played.
    fn reload(&self, service: Service) {
        if let Ok(identity) =
            Identity::load(&self.site.keystore(service), &self.site.keystore_password)
        {
            self.site.state().identities.insert(service, identity);
        }
    }

    /// Restarts the Cloud and Manager services, which share a machine (§2.2).
    async fn restart(&self) {
        let began = Instant::now();
        let site = &self.site;
        let times = if site.struck_by(Fault::SlowRestart) {
            3.0
        } else {
            1.0
        };
        let clockwork = &site.world.clockwork;
        clockwork.wait(Wait::StillOld, &site.name, times).await;
        self.close().await;
        clockwork.wait(Wait::Down, &site.name, times).await;
        // Whoever switches the fault off, as somebody who mends the appliance, lets it come back.
        while site.struck_by(Fault::RestartNeverEnds) {
            tokio::time::sleep(MENDED_YET).await;
        }
        self.flap().await;
        if !self.come_back().await {
            return;
        }
        clockwork.wait(Wait::WarmUp, &site.name, times).await;
        site.state().is_ready = true;
        site.world.truth.restart(Restart {
            site: site.name.clone(),
            took: began.elapsed(),
        });
        site.greet_peers().await;
    }

    /// The two doors of the Cloud Service and the Manager's close; every connection through them ends.
    async fn close(&self) {
        let open: Vec<Listening> = {
            let mut doors = self.doors.lock().unwrap_or_else(PoisonError::into_inner);
            restarting()
                .iter()
                .filter_map(|key| doors.remove(key))
                .collect()
        };
        for listening in open {
            listening.close().await;
        }
        let now = self.site.now_ms();
        let mut state = self.site.state();
        state.sessions.close_all();
        state.tasks.cut_off(now);
        state.is_ready = false;
    }

    /// Reads the keystores again and opens the doors. Says whether the site is up.
    async fn come_back(&self) -> bool {
        let site = &self.site;
        let other = site.struck_by(Fault::RestartIntoOther);
        let old = site.struck_by(Fault::RestartIntoOld);
        for service in [Service::Cloud, Service::Manager] {
            let read = match service {
                Service::Cloud if old => None,
                Service::Cloud if other => site.fresh_identity(service).ok(),
                Service::Cloud | Service::Manager | Service::Tunnel | Service::Replicator => {
                    Identity::load(&site.keystore(service), &site.keystore_password).ok()
                }
            };
            if let Some(identity) = read {
                site.state().identities.insert(service, identity);
            }
        }
        {
            let mut state = site.state();
            state.coming = None;
            state.runtime_id = site.world.seeded.fresh_uuid();
            state.boot = OffsetDateTime::now_utc();
        }
        self.reopen().await
    }

    async fn reopen(&self) -> bool {
        for door in self.doors() {
            if !restarting().contains(&(door.service, door.through_tunnel)) {
                continue;
            }
            match bound(&self.site, door).await {
                Some(listening) => self.keep(door, listening),
                None => return false,
            }
        }
        true
    }

    /// For a fault: the old certificate answers once more, and then nothing again.
    async fn flap(&self) {
        if !self.site.struck_by(Fault::Flapping) {
            return;
        }
        if self.reopen().await {
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
        self.close().await;
    }
}

/// The doors that a restart closes.
const fn restarting() -> [(Service, bool); 3] {
    [
        (Service::Cloud, false),
        (Service::Cloud, true),
        (Service::Manager, false),
    ]
}

async fn bound(site: &Arc<Site>, door: Door) -> Option<Listening> {
    for _ in 0..BIND_ATTEMPTS {
        if let Ok(listening) = listener::open(site, door).await {
            return Some(listening);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
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
        Identity::self_signed(
            primes,
            &SelfSigned {
                common_name: &format!("{}.vm", service.folder()),
                host: &self.host,
                serial: self.world.seeded.serial(),
                not_before: OffsetDateTime::now_utc()
                    .replace_nanosecond(0)
                    .unwrap_or_else(|_| OffsetDateTime::now_utc()),
                valid_for: time::Duration::days(365),
            },
        )
    }
}
