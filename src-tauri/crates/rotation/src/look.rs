//! One look at who answers at an address.

use appliance::{ApplianceAddress, ProbeLimits, Sighting, probe};

use crate::pace::Pace;

/// One look: who answers, if anybody does. Why nobody does is of no interest while waiting.
pub(crate) async fn look(address: &ApplianceAddress, pace: &Pace) -> Option<Sighting> {
    let limits = ProbeLimits {
        connect: pace.handshake_limit,
        handshake: pace.handshake_limit,
    };
    probe(address, limits).await.ok()
}
