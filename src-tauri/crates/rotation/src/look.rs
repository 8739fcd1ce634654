//! One look at who answers at an address.

use appliance::{ApplianceAddress, ProbeLimits, Sighting, probe};

use crate::patience::Patience;

/// One look: who answers, if anybody does. Why nobody does is of no interest while waiting.
pub(crate) async fn look(address: &ApplianceAddress, patience: &Patience) -> Option<Sighting> {
    let limit = patience.pace.handshake_limit;
    let limits = ProbeLimits {
        connect: limit,
        handshake: limit,
    };
    probe(address, limits, &patience.surroundings).await.ok()
}
