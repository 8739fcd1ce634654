//! Which evidence is enough to know a certificate at first sight (docs/security.md).

use appliance::{ApplianceAddress, Sighting};
use certificate::{Issuance, Roots, issuance_of};
use rotation::Grade;
use time::OffsetDateTime;

use crate::{cards::moment, checks::Holder};

/// What agrees with a certificate that was just seen.
pub(crate) struct Evidence {
    /// A sentence each.
    pub(crate) agreeing: Vec<String>,
    /// How well that makes it known.
    pub(crate) grade: Grade,
}

impl Evidence {
    /// What saved sites had on record when they were checked last, and a public authority that vouches for the
    /// very name.
    pub(crate) fn of(
        address: &ApplianceAddress,
        sighting: &Sighting,
        holders: &[Holder],
        now: OffsetDateTime,
    ) -> Self {
        let mut agreeing: Vec<String> = holders.iter().map(sentence).collect();
        let is_public = is_vouched_for(address, sighting, now);
        if is_public {
            agreeing.push(format!(
                "A public authority vouches for it as {}.",
                address.host()
            ));
        }
        let witnesses: Vec<Grade> = holders.iter().map(|holder| holder.site.grade).collect();
        Self {
            agreeing,
            grade: earned(&witnesses, is_public),
        }
    }
}

/// The grade that witnesses give, by how well each of them is known itself, and a public authority. One witness that
/// a person verified is enough; of weaker ones it takes two.
fn earned(witnesses: &[Grade], is_public: bool) -> Grade {
    let known_to = |least: Grade| witnesses.iter().filter(|grade| **grade >= least).count();
    let is_pinned = known_to(Grade::E3) >= 1 || known_to(Grade::E2) >= 2;
    match (is_pinned, is_public) {
        (true, _) => Grade::E2,
        (false, true) => Grade::E1,
        (false, false) => Grade::E0,
    }
}

/// What a witness says, and when it said so.
fn sentence(holder: &Holder) -> String {
    let (site, peer) = (&holder.site.name, &holder.peer);
    format!(
        "{site} had this certificate on record for {peer} when it was checked, {}.",
        moment(holder.taken)
    )
}

/// Whether a public authority vouches for this certificate under this name, at this moment.
fn is_vouched_for(address: &ApplianceAddress, sighting: &Sighting, now: OffsetDateTime) -> bool {
    let leaf = &sighting.leaf;
    let issuance = issuance_of(leaf, &sighting.chain, Roots::PUBLIC_ONLY, now);
    let is_valid = (leaf.not_before()..=leaf.not_after()).contains(&now);
    matches!(issuance, Issuance::Public { .. }) && is_valid && leaf.covers(address.host())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// docs/security.md: one witness that a person verified, or two weaker ones; unverified ones never count.
    #[test]
    fn one_verified_witness_is_enough_and_of_weaker_ones_it_takes_two() {
        use Grade::{E0, E1, E2, E3, E4};
        for enough in [&[E3][..], &[E4], &[E2, E2], &[E0, E3]] {
            assert_eq!(earned(enough, false), E2, "{enough:?}");
        }
        for too_little in [&[][..], &[E2], &[E1, E1, E1], &[E0, E0, E2]] {
            assert_eq!(earned(too_little, false), E0, "{too_little:?}");
            assert_eq!(earned(too_little, true), E1, "{too_little:?}");
        }
    }
}
