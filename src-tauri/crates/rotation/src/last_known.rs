//! By which certificate a site was known last, as the records of runs tell it. Who named a thumbprint for a
//! run has not to name it again for the next look.

use std::path::Path;

use certificate::Thumbprint;

use crate::event::{Opening, Participant};
use crate::journal;
use crate::memory::Memory;
use crate::request::Grade;

/// The certificate of the site at `address` in the newest record that names one, and how surely it is
/// known. A new certificate counts once it was seen in place of the old one, as surely as that was known.
/// Records that cannot be read vouch for nothing.
#[must_use]
pub fn last_known(home: &Path, address: &str) -> Option<(Thumbprint, Grade)> {
    let runs = journal::list(home).unwrap_or_default();
    runs.iter().find_map(|run| {
        let replay = journal::read(home, run).ok()?;
        known_in(&Memory::recall(&replay.records), address)
    })
}

fn known_in(memory: &Memory, address: &str) -> Option<(Thumbprint, Grade)> {
    let opening = memory.opening.as_ref()?;
    let site = participant(opening, address)?;
    let is_local = site.address == opening.local.address;
    // What merely answered in its place is a candidate, and vouches for nothing.
    let arrived = memory
        .arrived
        .as_ref()
        .filter(|arrived| Some(*arrived) == memory.new.as_ref());
    let pin = arrived.filter(|_| is_local).unwrap_or(&site.pin);
    Some((pin.parse().ok()?, site.grade.parse().ok()?))
}

fn participant<'a>(opening: &'a Opening, address: &str) -> Option<&'a Participant> {
    let mut all = std::iter::once(&opening.local).chain(&opening.peers);
    all.find(|site| site.address == address)
}
