//! Builds the sites of a scenario: keys, certificates, keystores, pairings.

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use certificate::Thumbprint;
use futures_util::future::join_all;
use ground::{Listener, Surroundings};
use rustls::pki_types::CertificateDer;
use time::OffsetDateTime;
use tokio::sync::mpsc::UnboundedReceiver;

use crate::authority::{Authority, AuthorityDescription};
use crate::faults::Faults;
use crate::identity::{Identity, IdentityError, SelfSigned};
use crate::inside::Inside;
use crate::keys::{KeyPool, PrimePair};
use crate::machine::{Host, Machines};
use crate::networks::Networks;
use crate::on_premises::OnPremises;
use crate::pace::Clockwork;
use crate::ports::Ports;
use crate::scenario::{Scenario, tenant};
use crate::seeded::Seeded;
use crate::service::Service;
use crate::sessions::{Accounts, Sessions};
use crate::site::{Addresses, NewSite, Peer, Site, State, World};
use crate::start_error::StartLabError;
use crate::tasks::Tasks;
use crate::truth::Truth;

/// A site that is built and not yet open: its listeners are bound, so that its addresses are known.
pub(crate) struct Built {
    pub(crate) site: Arc<Site>,
    pub(crate) restarts: UnboundedReceiver<Service>,
    pub(crate) listeners: BTreeMap<(Service, bool), Listener>,
}

/// Whether every site that has a version of its own is there.
pub(crate) fn check_names(scenario: &Scenario) -> Result<(), StartLabError> {
    let tenants = (0..scenario.on_premises).map(|index| tenant(index).0);
    let names: Vec<String> = scenario.site_names().into_iter().chain(tenants).collect();
    let stray = scenario
        .versions
        .iter()
        .find(|(site, _)| !names.contains(site));
    stray.map_or(Ok(()), |(site, version)| {
        Err(StartLabError::NoSiteOfVersion {
            site: site.clone(),
            version: *version,
        })
    })
}

/// What the sites of a scenario share.
pub(crate) fn world(scenario: &Scenario, surroundings: &Surroundings) -> Arc<World> {
    Arc::new(World {
        surroundings: surroundings.clone(),
        clockwork: Clockwork::new(scenario.pace, surroundings.clone()),
        faults: Faults::new(scenario.faults.clone()),
        truth: Truth::new(surroundings.clone()),
        keys: Mutex::new(KeyPool::new(scenario.seed)),
        seeded: Seeded::new(scenario.seed),
        detours: Mutex::new(HashMap::new()),
    })
}

/// The practice authority with a bundle for the own site's public service endpoint.
pub(crate) fn authority(
    world: &World,
    own: &Site,
    state: &std::path::Path,
    now: OffsetDateTime,
) -> Result<(AuthorityDescription, CertificateDer<'static>), IdentityError> {
    let mut keys = world.keys.lock().unwrap_or_else(PoisonError::into_inner);
    let authority = Authority::new(&mut keys, now)?;
    let hosts = [own.host.as_str(), "127.0.0.1"];
    let bundle = authority.issue(keys.draw(), &hosts, world.seeded.serial(), now)?;
    let description = authority.save(&state.join("authority"), &bundle)?;
    Ok((description, authority.root().clone()))
}

/// Every site of the scenario, the own one first, not yet paired.
pub(crate) async fn sites(
    scenario: &Scenario,
    world: &Arc<World>,
    ports: &Ports,
    now: OffsetDateTime,
) -> Result<Vec<Built>, StartLabError> {
    let drafts: Vec<Draft> = scenario
        .site_names()
        .into_iter()
        .enumerate()
        .map(|(index, name)| Draft::new(scenario, world, index, name, now))
        .collect();
    let mut built = Vec::new();
    let making = drafts
        .into_iter()
        .map(|draft| draft.make(&world.surroundings));
    for made in join_all(making).await {
        let (draft, identities) = made.ok_or(StartLabError::Interrupted)??;
        built.push(draft.open(scenario, world, ports, identities).await?);
    }
    Ok(built)
}

/// A site on paper: what its certificates will be made from, drawn in order so that the seed decides.
struct Draft {
    index: usize,
    name: String,
    host: String,
    folder: PathBuf,
    keystore_password: String,
    services: Vec<(Service, PrimePair, u64, OffsetDateTime)>,
}

type Made = Result<(Draft, BTreeMap<Service, Identity>), IdentityError>;

impl Draft {
    fn new(
        scenario: &Scenario,
        world: &World,
        index: usize,
        name: String,
        now: OffsetDateTime,
    ) -> Self {
        let mut keys = world.keys.lock().unwrap_or_else(PoisonError::into_inner);
        let service = |service: Service| {
            (
                service,
                keys.draw(),
                world.seeded.serial(),
                end_of(scenario, index, service, now),
            )
        };
        let services = Service::ALL.into_iter().map(service).collect();
        let slug = name.to_lowercase().replace(' ', "-");
        let keystore_password = world.seeded.keystore_password(&name);
        Self {
            index,
            host: format!("vcda.{slug}.example"),
            folder: scenario.state.join(&slug),
            name,
            keystore_password,
            services,
        }
    }

    /// Makes the certificates and writes the keystores, beside the other sites.
    async fn make(self, surroundings: &Surroundings) -> Option<Made> {
        let making = move || {
            let mut identities = BTreeMap::new();
            for (service, primes, serial, end) in &self.services {
                identities.insert(*service, self.identity(*service, *primes, *serial, *end)?);
            }
            Ok((self, identities))
        };
        surroundings.aside(making).await
    }

    fn identity(
        &self,
        service: Service,
        primes: PrimePair,
        serial: u64,
        end: OffsetDateTime,
    ) -> Result<Identity, IdentityError> {
        let valid_for = time::Duration::days(365);
        let about = SelfSigned {
            common_name: &format!("{}.vm", service.folder()),
            host: &self.host,
            serial,
            not_before: end - valid_for,
            valid_for,
        };
        let identity = Identity::self_signed(primes, &about)?;
        let folder = self.folder.join(service.folder()).join("config");
        std::fs::create_dir_all(&folder).map_err(|source| IdentityError::File {
            path: folder.clone(),
            source,
        })?;
        identity.save(&folder.join("keystore.p12"), &self.keystore_password)?;
        Ok(identity)
    }

    /// The machines as they have run for a while, all with the same root password.
    fn machines(&self, scenario: &Scenario, world: &World) -> Machines {
        let now = world.surroundings.now();
        let up = time::Duration::days(40 + i64::try_from(self.index).unwrap_or_default());
        let host = || Host {
            root_password: world.seeded.password(&format!("{}/root", self.name)),
            password_expires: now + time::Duration::days(scenario.password_days),
            runtime_id: world.seeded.fresh_uuid(),
            boot: now - up,
            machine_boot: now - up - time::Duration::DAY,
            is_ready: true,
        };
        Machines {
            management: host(),
            tunnel: host(),
            replicator: host(),
        }
    }

    async fn open(
        self,
        scenario: &Scenario,
        world: &Arc<World>,
        ports: &Ports,
        identities: BTreeMap<Service, Identity>,
    ) -> Result<Built, StartLabError> {
        let mut listeners = BTreeMap::new();
        for key in Service::ALL
            .map(|service| (service, false))
            .into_iter()
            .chain([(Service::Cloud, true)])
        {
            listeners.insert(key, ports.listen().await.map_err(StartLabError::Listen)?);
        }
        let addresses = addresses(&listeners).map_err(StartLabError::Listen)?;
        let inside = inside(&addresses, &identities).ok_or(StartLabError::Interrupted)?;
        let machines = self.machines(scenario, world);
        let about = NewSite {
            version: scenario.version_of(&self.name),
            name: self.name.clone(),
            host: self.host,
            folder: self.folder,
            addresses,
            world: Arc::clone(world),
        };
        let state = State {
            accounts: accounts(world, &self.name),
            sessions: Sessions::new(
                Duration::from_secs(scenario.idle_seconds),
                world.surroundings.clone(),
            ),
            tasks: Tasks::default(),
            identities,
            peers: BTreeMap::new(),
            on_premises: Vec::new(),
            admin_allow_from: Networks::default(),
            machines,
            inside,
            coming: None,
            settings: BTreeMap::new(),
        };
        let (site, restarts) = Site::new(about, state);
        Ok(Built {
            site: Arc::new(site),
            restarts,
            listeners,
        })
    }
}

/// How a site's services know each other at first.
fn inside(addresses: &Addresses, identities: &BTreeMap<Service, Identity>) -> Option<Inside> {
    let url = |service: Service| Some(format!("https://{}", addresses.services.get(&service)?));
    let leaf = |service: Service| Some(identities.get(&service)?.leaf.clone());
    Some(Inside {
        tunnel_url: url(Service::Tunnel)?,
        tunnel_leaf: leaf(Service::Tunnel)?,
        replicator_url: url(Service::Replicator)?,
        replicator_pin: leaf(Service::Replicator)?.thumbprint(),
        manager_pin: leaf(Service::Manager)?.thumbprint(),
    })
}

fn addresses(listeners: &BTreeMap<(Service, bool), Listener>) -> io::Result<Addresses> {
    let mut services = BTreeMap::new();
    let mut public = SocketAddr::from(([127, 0, 0, 1], 0));
    for ((service, through_tunnel), listener) in listeners {
        let at = listener.local_addr()?;
        if *through_tunnel {
            public = at;
        } else {
            services.insert(*service, at);
        }
    }
    Ok(Addresses { services, public })
}

/// When a certificate ends: the own Cloud Service's soon, the others' spread over the year.
fn end_of(
    scenario: &Scenario,
    index: usize,
    service: Service,
    now: OffsetDateTime,
) -> OffsetDateTime {
    let spread = i64::try_from(index * 37 % 240).unwrap_or_default();
    let days = match (index, service) {
        (0, Service::Cloud) => scenario.days_left,
        (_, Service::Cloud) => 60 + spread,
        _ => 120 + spread,
    };
    let end = now + time::Duration::days(days);
    end.replace_nanosecond(0).unwrap_or(end)
}

fn accounts(world: &World, site: &str) -> Accounts {
    let password = |what: &str| world.seeded.password(&format!("{site}/{what}"));
    let token = |what: &str| world.seeded.uuid(&format!("{site}/{what}"));
    Accounts {
        sso_user: "administrator@vsphere.local".to_owned(),
        sso_password: password("sso"),
        director_user: "administrator@System".to_owned(),
        director_password: password("director"),
        saml_token: token("saml"),
        director_cookie: token("cookie"),
        director_access_token: token("access-token"),
    }
}

/// Pairs the own site with every peer, each pinning the other.
pub(crate) fn pair(own: &Site, peer: &Site) {
    let row = |other: &Site, description: String| Peer {
        description: Some(description.into()),
        api_url: other.public_url(),
        pin: other.thumbprint(Service::Cloud),
        told: Some(other.tells()),
        outgoing: None,
        incoming: None,
    };
    let (at_own, at_peer) = (
        row(peer, format!("{} disaster recovery", peer.name)),
        row(own, format!("{} disaster recovery", own.name)),
    );
    own.state().peers.insert(peer.name.clone(), at_own);
    peer.state().peers.insert(own.name.clone(), at_peer);
}

/// Pairs on-premises sites with the own site. Every second one trusts the practice root.
pub(crate) fn on_premises(scenario: &Scenario, own: &Site, root: &CertificateDer<'static>) {
    let pin = own
        .thumbprint(Service::Cloud)
        .unwrap_or_else(|| Thumbprint::of(b""));
    let trusting = Arc::new(vec![root.clone()]);
    let tenants = (0..scenario.on_premises).map(|index| {
        let (name, owner) = tenant(index);
        let id = own.world.seeded.uuid(&format!("on-premises/{name}"));
        let roots = if index % 2 == 0 {
            Arc::clone(&trusting)
        } else {
            Arc::default()
        };
        OnPremises {
            version: scenario.version_of(&name),
            name,
            owner,
            id,
            pin,
            roots,
            trouble: None,
        }
    });
    own.state().on_premises = tenants.collect();
}
