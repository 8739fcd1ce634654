//! One site: its services, its accounts, its peers, and what it knows of itself.

use std::collections::{BTreeMap, HashMap};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use certificate::Thumbprint;
use ground::Surroundings;
use serde_json::{Value, json};
use time::OffsetDateTime;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::faults::{Fault, Faults};
use crate::identity::Identity;
use crate::inside::Inside;
use crate::keys::KeyPool;
use crate::machine::Machines;
use crate::networks::Networks;
use crate::on_premises::OnPremises;
use crate::pace::Clockwork;
use crate::seeded::Seeded;
use crate::service::Service;
use crate::sessions::{Accounts, Sessions};
use crate::tasks::Tasks;
use crate::truth::Truth;
use crate::version::Version;
use crate::wire::ApiError;

/// What the sites of a lab share.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) surroundings: Surroundings,
    pub(crate) clockwork: Clockwork,
    pub(crate) faults: Faults,
    pub(crate) truth: Truth,
    pub(crate) keys: Mutex<KeyPool>,
    pub(crate) seeded: Seeded,
    /// Where else a site's connections to an address are led: a TLS terminator in between.
    pub(crate) detours: Mutex<HashMap<(String, SocketAddr), SocketAddr>>,
}

/// One site of the lab.
#[derive(Debug)]
pub(crate) struct Site {
    pub(crate) name: String,
    pub(crate) id: String,
    pub(crate) host: String,
    pub(crate) version: Version,
    pub(crate) folder: PathBuf,
    pub(crate) keystore_password: String,
    pub(crate) addresses: Addresses,
    pub(crate) world: Arc<World>,
    state: Mutex<State>,
    restarts: UnboundedSender<Service>,
}

/// Where a site listens.
#[derive(Debug, Clone)]
pub(crate) struct Addresses {
    pub(crate) services: BTreeMap<Service, SocketAddr>,
    /// The public service endpoint: the tunnel passes its connections on to the Cloud Service.
    pub(crate) public: SocketAddr,
}

/// What changes at a site.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) accounts: Accounts,
    pub(crate) sessions: Sessions,
    pub(crate) tasks: Tasks,
    pub(crate) identities: BTreeMap<Service, Identity>,
    pub(crate) peers: BTreeMap<String, Peer>,
    pub(crate) on_premises: Vec<OnPremises>,
    pub(crate) admin_allow_from: Networks,
    pub(crate) machines: Machines,
    pub(crate) inside: Inside,
    /// The certificate answered for a regeneration whose restart is still to come.
    pub(crate) coming: Option<Identity>,
    /// Fields of `POST /config/endpoints` and `POST /config/vcloud`, as they were set.
    pub(crate) settings: BTreeMap<String, Value>,
}

/// A peer as a site holds it: the pin, and what went wrong when the two last spoke.
#[derive(Debug, Clone)]
pub(crate) struct Peer {
    pub(crate) description: Option<Value>,
    pub(crate) api_url: String,
    pub(crate) pin: Option<Thumbprint>,
    /// What it last said of its version.
    pub(crate) told: Option<Told>,
    pub(crate) outgoing: Option<ApiError>,
    pub(crate) incoming: Option<ApiError>,
}

/// What a site says of its version when it greets another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) api: String,
    pub(crate) build: String,
}

impl Site {
    /// A site and the queue of its restarts.
    pub(crate) fn new(about: NewSite, state: State) -> (Self, UnboundedReceiver<Service>) {
        let NewSite {
            name,
            host,
            version,
            folder,
            addresses,
            world,
        } = about;
        let (restarts, queue) = unbounded_channel();
        let id = world.seeded.uuid(&format!("{name}/instance"));
        let keystore_password = world.seeded.keystore_password(&name);
        let state = Mutex::new(state);
        (
            Self {
                name,
                id,
                host,
                version,
                folder,
                keystore_password,
                addresses,
                world,
                state,
                restarts,
            },
            queue,
        )
    }

    /// Has the service restart; the caller's answer goes out first.
    pub(crate) fn restart_soon(&self, service: Service) {
        // A lab that is being stopped restarts nothing any more.
        let _stopping = self.restarts.send(service);
    }

    /// The site's state. Held for moments only, never across a wait.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether `fault` strikes at this site.
    pub(crate) fn struck_by(&self, fault: Fault) -> bool {
        self.world.faults.strike(fault, &self.name)
    }

    /// The site's own clock.
    pub(crate) fn now(&self) -> OffsetDateTime {
        let ahead = if self.struck_by(Fault::ClockAhead) {
            Duration::from_secs(600)
        } else {
            Duration::ZERO
        };
        self.world.surroundings.now() + ahead
    }

    /// The site's own clock in epoch milliseconds.
    pub(crate) fn now_ms(&self) -> i64 {
        epoch_ms(self.now())
    }

    /// The name it answers to.
    pub(crate) fn local_name(&self) -> String {
        if self.struck_by(Fault::Renamed) {
            format!("{}-dr", self.name)
        } else {
            self.name.clone()
        }
    }

    /// The build it tells.
    pub(crate) fn build(&self) -> &'static str {
        if self.struck_by(Fault::UnknownVersion) {
            "9.9.0.1"
        } else {
            self.version.build()
        }
    }

    /// What it tells others of its version.
    pub(crate) fn tells(&self) -> Told {
        Told {
            api: self.version.label().to_owned(),
            build: self.build().to_owned(),
        }
    }

    /// How peers reach it.
    pub(crate) fn public_url(&self) -> String {
        format!("https://{}", self.addresses.public)
    }

    /// The keystore file of a service, as under `/opt/vmware/h4/<service>/config/`.
    pub(crate) fn keystore(&self, service: Service) -> PathBuf {
        self.folder
            .join(service.folder())
            .join("config")
            .join("keystore.p12")
    }

    /// The certificate that a service presents.
    pub(crate) fn thumbprint(&self, service: Service) -> Option<Thumbprint> {
        self.state()
            .identities
            .get(&service)
            .map(Identity::thumbprint)
    }

    /// A peer's row of `GET /sites` (§3.1). The version of one that cannot be reached is `null` in words.
    pub(crate) fn peer_row(name: &str, peer: &Peer) -> Value {
        let told = peer.told.as_ref().filter(|_| peer.outgoing.is_none());
        let mut row = json!({
            "site": name,
            "apiUrl": peer.api_url,
            "apiPublicUrl": peer.api_url,
            "apiThumbprint": peer.pin.map(|pin| pin.to_string()),
            "isLocal": false,
            "apiVersion": told.map_or("null", |told| &*told.api),
            "buildVersion": told.map_or("null", |told| &*told.build),
            "state": { "incomingCommError": peer.incoming, "outgoingCommError": peer.outgoing },
        });
        if let (Some(description), Some(row)) = (&peer.description, row.as_object_mut()) {
            row.insert("description".to_owned(), description.clone());
        }
        row
    }

    /// The site's own row of `GET /sites`.
    pub(crate) fn own_row(&self) -> Value {
        json!({
            "site": self.local_name(),
            "description": format!("{} (practice lab)", self.name),
            "apiUrl": self.public_url(),
            "apiPublicUrl": self.public_url(),
            "apiThumbprint": self.thumbprint(Service::Cloud).map(|print| print.to_string()),
            "isLocal": true,
            "apiVersion": self.version.label(),
            "buildVersion": self.build(),
            "state": { "incomingCommError": null, "outgoingCommError": null },
        })
    }
}

/// What a site is born with.
pub(crate) struct NewSite {
    pub(crate) name: String,
    pub(crate) host: String,
    pub(crate) version: Version,
    pub(crate) folder: PathBuf,
    pub(crate) addresses: Addresses,
    pub(crate) world: Arc<World>,
}

/// A moment as the product writes it: epoch milliseconds (§2.1, §3.4).
pub(crate) fn epoch_ms(at: OffsetDateTime) -> i64 {
    i64::try_from(at.unix_timestamp_nanos() / 1_000_000).unwrap_or(i64::MAX)
}
