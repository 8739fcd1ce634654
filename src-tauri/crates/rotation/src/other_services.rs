//! The certificates of a site's other services: no two services may use one (docs/vcda-api.md §2.7).

use appliance::{ApplianceAddress, ServiceType, Session};
use certificate::Thumbprint;

use crate::pace::Pace;
use crate::patience::Patience;
use crate::wait::look;

/// Where the Cloud Service is reached on its own machine, and where the Manager Service answers there
/// (docs/vcda-api.md §1.8).
const CLOUD: [u16; 2] = [443, 8046];
const MANAGER: u16 = 8441;

/// The certificates of the Tunnel Services, which the Cloud Service tells, and of the Manager Service, which is
/// seen beside it. What cannot be read is left out: it keeps nobody from making a plan.
pub async fn other_services(
    session: &Session,
    cloud: &ApplianceAddress,
    pace: Pace,
) -> Vec<(String, Thumbprint)> {
    let patience = Patience::new(pace);
    let (tunnels, manager) = tokio::join!(
        patience.read(|| session.tunnels()),
        at_manager(cloud, &pace),
    );
    let tunnels = tunnels.unwrap_or_default().into_iter();
    let tunnels = tunnels.filter_map(|tunnel| tunnel.certificate);
    let named = |service: ServiceType, thumbprint| (service.to_string(), thumbprint);
    tunnels
        .map(|leaf| named(ServiceType::Tunnel, leaf.thumbprint()))
        .chain(manager.map(|thumbprint| named(ServiceType::Manager, thumbprint)))
        .collect()
}

/// The certificate of the Manager Service of the same machine: a handshake, no request.
async fn at_manager(cloud: &ApplianceAddress, pace: &Pace) -> Option<Thumbprint> {
    if !CLOUD.contains(&cloud.port()) {
        return None;
    }
    let address = ApplianceAddress::new(cloud.host(), MANAGER).ok()?;
    let sighting = look(&address, pace).await?;
    Some(sighting.leaf.thumbprint())
}
