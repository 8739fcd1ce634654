//! What a site tells beside the settings that trust rests on: its health, its clock, and the certificates of its
//! other services.

use appliance::{ApplianceAddress, Health, ServiceType, Session};
use certificate::Thumbprint;
use ground::Surroundings;
use time::{Duration, OffsetDateTime};

use crate::look::look;
use crate::pace::Pace;
use crate::patience::Patience;

/// Where the Cloud Service is reached on its own machine, and where the Manager Service answers there
/// (docs/vcda-api.md §1.8).
const CLOUD: [u16; 2] = [443, 8046];
const MANAGER: u16 = 8441;

/// What a new certificate meets at a site. What cannot be read is left out: it keeps nobody from making
/// a plan.
#[derive(Debug, Clone, Default)]
pub(crate) struct Condition {
    /// The clock of the site minus the clock of this computer.
    pub(crate) clock_ahead: Option<Duration>,
    /// The certificates of its other services, by the service's name: no two services may use one
    /// (docs/vcda-api.md §2.7).
    pub(crate) other_services: Vec<(String, Thumbprint)>,
    /// The health of its Cloud Service.
    pub(crate) health: Option<Health>,
}

/// Reads the condition of the site whose Cloud Service answers at `cloud`. It is `now` on this computer.
pub(crate) async fn condition(
    session: &Session,
    cloud: &ApplianceAddress,
    pace: Pace,
    surroundings: &Surroundings,
) -> Condition {
    let patience = Patience::new(pace, surroundings.clone());
    let now = surroundings.now();
    let (health, tunnels, manager) = tokio::join!(
        session.health(&patience.health),
        patience.read(|| session.tunnels()),
        at_manager(cloud, &patience),
    );
    let health = health.ok();
    let tunnels = tunnels.unwrap_or_default().into_iter();
    let tunnels = tunnels.filter_map(|tunnel| Some(tunnel.certificate?.thumbprint()));
    let replicators = health.iter().flat_map(|health| &health.replicators);
    let named =
        |service: ServiceType| move |thumbprint: Thumbprint| (service.to_string(), thumbprint);
    Condition {
        clock_ahead: clock_ahead(health.as_ref(), now),
        other_services: tunnels
            .map(named(ServiceType::Tunnel))
            .chain(manager.map(named(ServiceType::Manager)))
            .chain(replicators.copied().map(named(ServiceType::Replicator)))
            .collect(),
        health,
    }
}

/// How far the clock behind a health is ahead of this computer's, where it is `now`.
pub(crate) fn clock_ahead(health: Option<&Health>, now: OffsetDateTime) -> Option<Duration> {
    Some(health?.current_time? - now)
}

/// The certificate of the Manager Service of the same machine: a handshake, no request.
async fn at_manager(cloud: &ApplianceAddress, patience: &Patience) -> Option<Thumbprint> {
    if !CLOUD.contains(&cloud.port()) {
        return None;
    }
    let address = ApplianceAddress::new(cloud.host(), MANAGER).ok()?;
    let sighting = look(&address, patience).await?;
    Some(sighting.leaf.thumbprint())
}
