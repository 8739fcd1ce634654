//! Why a peer is not repaired in a run, and what is worth knowing of one that is, to a person.

use message::{Argument, Problem, problem};

use crate::problem::on_record;
use crate::readiness::{Remark, Unready};

/// Nobody is left to repair.
pub(crate) fn no_peer_ready(site: &str, count: usize) -> Problem {
    problem!("plan.no_peer_ready", site = site, count = count)
}

impl Unready {
    /// Why this peer of this site is not ready.
    pub(crate) fn problem(&self, site: &str, peer: &str) -> Problem {
        match self {
            Self::NoAccess => problem!("peer.no_access", peer = peer),
            Self::OtherName { name } => problem!("peer.other_name", peer = peer, name = name),
            Self::NotCloud { service } => {
                problem!("peer.another_service", peer = peer, service = service)
            }
            Self::VersionUnknown { version } => {
                problem!("peer.version_unknown", peer = peer, version = version)
            }
            Self::PasswordExpired => problem!("peer.password_expired", peer = peer),
            Self::NotListed => problem!("peer.not_listed", site = site, peer = peer),
            Self::DoesNotListUs => problem!("peer.does_not_list_us", site = site, peer = peer),
            Self::PinUnexpected { holds } => problem!(
                "peer.pin_unexpected",
                site = site,
                peer = peer,
                holds = on_record(holds.as_deref())
            ),
            Self::SeesOther { sees } => problem!(
                "peer.sees_other",
                site = site,
                peer = peer,
                sees = sees.to_string()
            ),
            Self::SeenOther { sees } => problem!(
                "peer.seen_other",
                site = site,
                peer = peer,
                sees = sees.to_string()
            ),
            Self::ClockBehind { from } => problem!("peer.clock_behind", peer = peer, from = *from),
        }
    }
}

impl Remark {
    /// What is worth knowing about this peer of this site, which is ready.
    pub(crate) fn problem(&self, site: &str, peer: &str) -> Problem {
        match self {
            Self::OurPinStale => problem!("peer.our_pin_stale", site = site, peer = peer),
            Self::ClockOff { skew } => clock_off(peer, *skew),
            Self::Busy { count } => problem!("peer.busy", peer = peer, count = *count),
            Self::PasswordEnding { days } => {
                problem!("peer.password_ending", peer = peer, days = *days)
            }
        }
    }
}

pub(crate) fn clock_off(site: &str, skew: time::Duration) -> Problem {
    let direction = if skew.is_negative() {
        "behind"
    } else {
        "ahead"
    };
    // Clocks are compared over a network: seconds would only look exact.
    let minutes = (skew.abs().whole_seconds() + 30) / 60;
    problem!(
        "site.clock_off",
        site = site,
        skew = Argument::Seconds(minutes * 60),
        direction = direction
    )
}
