//! Words for why a peer is not repaired in a run, and for what is worth knowing of one that is.

use crate::moment;
use crate::problem::Problem;
use crate::readiness::{Remark, Unready};

/// What a peer that is not ready means for the run.
const LEFT_OUT: &str =
    "It is left out of this run and will refuse the new certificate until it is repaired.";

/// Nobody is left to repair.
pub(crate) fn no_peer_ready(site: &str, count: usize) -> Problem {
    Problem::new(
        "plan.no_peer_ready",
        match count {
            1 => format!("The only peer site of {site} cannot be repaired in this run."),
            count => {
                format!("None of the {count} peer sites of {site} can be repaired in this run.")
            }
        },
        "After the replacement they all refuse the new certificate, and replication with them waits until each is \
         repaired.",
        "Look at each peer site's reason below and mend what you can, then check again. If the certificate must be \
         replaced at once, say so before the start and repair them later.",
    )
}

impl From<(&str, &str, &Unready)> for Problem {
    /// Why a peer of this site is not ready, by both names.
    fn from((site, peer, unready): (&str, &str, &Unready)) -> Self {
        match unready {
            Unready::NoAccess => Self::new(
                "peer.no_access",
                format!("{peer} must be repaired by its own administrator: no sign-in was given."),
                LEFT_OUT,
                "Add the site with a password, and resume the run if it has ended by then; or send its administrator \
                 the new thumbprint.",
            ),
            Unready::OtherName { name } => Self::new(
                "peer.other_name",
                format!("The address of {peer} answers to another name: {name}."),
                "It may have been renamed, or another site stands there now. It is left out of this run and will \
                 refuse the new certificate until it is repaired.",
                "Find out which site it is. If it was set up anew, its pairing has to be made again on both sides.",
            ),
            Unready::NotCloud { service } => Self::new(
                "peer.another_service",
                format!("The {service} answers at the address of {peer}, not the Cloud Service."),
                LEFT_OUT,
                "Correct the peer's address.",
            ),
            Unready::VersionUnknown { version } => Self::new(
                "peer.version_unknown",
                format!("{peer} runs version {version}, whose pairing is not known here."),
                LEFT_OUT,
                "Repair it in the appliance's own pages.",
            ),
            Unready::PasswordExpired => Self::new(
                "peer.password_expired",
                format!("The root password of {peer} has expired."),
                LEFT_OUT,
                "Change it in the appliance's own pages, then try this peer again.",
            ),
            Unready::NotListed => Self::new(
                "peer.not_listed",
                format!("{site} does not list {peer} any more."),
                LEFT_OUT,
                format!("Check at {site} whether {peer} was renamed or unpaired there."),
            ),
            Unready::DoesNotListUs => Self::new(
                "peer.does_not_list_us",
                format!("{peer} does not list {site} under its name."),
                LEFT_OUT,
                format!("Check at {peer} whether {site} was renamed or unpaired there."),
            ),
            Unready::PinUnexpected { holds } => Self::new(
                "peer.pin_unexpected",
                format!(
                    "{peer} has {} on record for {site}, which is not the certificate in use.",
                    holds.as_deref().unwrap_or("no thumbprint")
                ),
                LEFT_OUT,
                "Find out who changed it and why, before it is overwritten.",
            ),
            Unready::SeesOther { sees } => Self::new(
                "peer.sees_other",
                format!(
                    "{peer} sees the certificate {sees} at {site}; this computer sees another."
                ),
                "Something may stand between the two. It is left out of this run.",
                "Look for a device on that path that ends TLS; the vendor does not support one.",
            ),
            Unready::SeenOther { sees } => Self::new(
                "peer.seen_other",
                format!(
                    "{site} sees the certificate {sees} at {peer}; this computer sees another."
                ),
                "Something may stand between the two. It is left out of this run.",
                "Look for a device on that path that ends TLS; the vendor does not support one.",
            ),
            Unready::ClockBehind { from } => Self::new(
                "peer.clock_behind",
                format!(
                    "By the clock of {peer}, the new certificate is not valid before {}.",
                    moment::said(*from)
                ),
                LEFT_OUT,
                "Correct the peer's clock, then try this peer again.",
            ),
        }
    }
}

impl From<(&str, &str, &Remark)> for Problem {
    /// What is worth knowing about a peer of this site that is ready, by both names.
    fn from((site, peer, remark): (&str, &str, &Remark)) -> Self {
        let goes_on = "It is repaired in this run.";
        match remark {
            Remark::OurPinStale => Self::new(
                "peer.our_pin_stale",
                format!("{site} has another thumbprint on record for {peer} than {peer} shows."),
                "The repair writes the verified one.",
                "Nothing has to be done about that.",
            ),
            Remark::ClockOff { skew } => clock_off(peer, *skew),
            Remark::Busy { count } => Self::new(
                "peer.busy",
                format!("Tasks are running at {peer}: {count}."),
                goes_on,
                "Nothing has to be done about that.",
            ),
            Remark::PasswordEnding { days } => Self::new(
                "peer.password_ending",
                format!("The root password of {peer} expires in {days} days."),
                goes_on,
                "Change it soon.",
            ),
        }
    }
}

pub(crate) fn clock_off(site: &str, skew: time::Duration) -> Problem {
    let minutes = skew.whole_minutes().unsigned_abs();
    let direction = if skew.is_negative() {
        "behind"
    } else {
        "ahead of"
    };
    Problem::new(
        "site.clock_off",
        format!("The clock of {site} is {minutes} minutes {direction} this computer's."),
        "The rotation can go on.",
        "Correct whichever clock is wrong.",
    )
}
