//! One look at an appliance: a bare handshake, nothing is sent there.

use appliance::{ApplianceAddress, ProbeLimits, Sighting, probe};
use ground::Surroundings;
use sites::SavedSite;

use crate::error::{Answer, Refusal};

/// Who answers at an address.
pub(crate) async fn look(
    address: &ApplianceAddress,
    surroundings: &Surroundings,
) -> Answer<Sighting> {
    let seen = probe(address, ProbeLimits::default(), surroundings).await;
    seen.map_err(|error| Refusal::from(error.problem(&address.to_string())))
}

/// The certificate that the site presents, as bytes, if it is the one it is known by.
pub(crate) async fn leaf_of(site: &SavedSite, surroundings: &Surroundings) -> Option<Vec<u8>> {
    let seen = probe(&site.address, ProbeLimits::default(), surroundings).await;
    let seen = seen.ok()?;
    (seen.leaf.thumbprint() == site.pin).then(|| seen.leaf.der().to_vec())
}
