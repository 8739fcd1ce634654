//! Words for what stands in the way before anything is changed.

use appliance::ServiceType;

use super::Problem;
use crate::moment;
use crate::plan::Finds;
use crate::readiness::{Remark, Unready};
use crate::survey::SurveyError;

/// Where everything stands before the change.
const UNCHANGED: &str = "Nothing was changed.";

/// What a peer that is not ready means for the run.
const LEFT_OUT: &str =
    "It is left out of this run and will refuse the new certificate until it is repaired.";

impl From<(&str, &SurveyError)> for Problem {
    /// Why the site at this address could not be read.
    fn from((address, error): (&str, &SurveyError)) -> Self {
        match error {
            SurveyError::AnotherService { service } => Self::from((address, service)),
            SurveyError::Request(error) => Self::from(error),
        }
    }
}

impl From<(&str, &ServiceType)> for Problem {
    /// The Manager, the Tunnel or the Replicator Service answers: the same login, another certificate.
    fn from((address, service): (&str, &ServiceType)) -> Self {
        Self::new(
            "site.another_service",
            format!("The {service} answers at {address}, not the Cloud Service."),
            UNCHANGED,
            "Give the address of the Cloud Service: the one without a port, or with 443.",
        )
    }
}

impl From<(&str, &Finds)> for Problem {
    /// What was found at a site, by its name.
    fn from((site, finds): (&str, &Finds)) -> Self {
        match finds {
            Finds::ReportsOther { shows, reports } => Self::new(
                "plan.reports_other",
                format!("{site} shows the certificate {shows} and says that it uses {reports}."),
                "Something may stand between this computer and the site, or the site has not \
                 restarted since its certificate was replaced. Nothing was changed.",
                "Compare with the appliance's console before you go on.",
            ),
            Finds::NotConfigured => Self::new(
                "plan.not_configured",
                format!("{site} is not configured."),
                UNCHANGED,
                "Finish its initial setup first.",
            ),
            Finds::PasswordExpired => Self::new(
                "plan.password_expired",
                format!("The root password of {site} has expired."),
                UNCHANGED,
                "Change it in the appliance's own pages, then make the plan again.",
            ),
            Finds::PasswordEnding { days } => Self::new(
                "plan.password_ending",
                format!("The root password of {site} expires in {days} days."),
                "The rotation can go on.",
                "Change it soon.",
            ),
            Finds::NotYetValidThere { from } => Self::new(
                "plan.not_yet_valid_there",
                format!(
                    "By the clock of {site}, the new certificate is not valid before {}.",
                    moment::said(*from)
                ),
                UNCHANGED,
                "Correct the appliance's clock, or wait until then.",
            ),
            Finds::Unverified => Self::new(
                "plan.unverified",
                format!("The certificate by which {site} is known was accepted unverified."),
                "A private key is not sent to a site that is known this little. Nothing was changed.",
                "Verify the site's thumbprint first: paste it from the appliance's console or from vCenter.",
            ),
            Finds::VersionUnknown { version } => Self::new(
                "plan.version_unknown",
                format!("{site} runs version {version}, which is not known here."),
                "The replacement and the repairs may work differently there.",
                "Check in the vendor's notes that they do not, or use the appliance's own pages.",
            ),
            Finds::Busy { count } => Self::new(
                "plan.busy",
                format!("Tasks are running at {site}: {count}."),
                "The restart may interrupt them.",
                "Start when they are done, if they matter.",
            ),
            Finds::ClockOff { skew } => clock_off(site, *skew),
            Finds::NoPeerReady { count } => no_peer_ready(site, *count),
            Finds::NoPeers => Self::new(
                "plan.no_peers",
                format!("{site} has no peer sites."),
                "Only its own certificate is replaced.",
                "Nothing has to be done about that.",
            ),
            Finds::Stranger { address, name } => Self::new(
                "plan.stranger",
                format!(
                    "{} is not among the peer sites of {site}.",
                    name.as_deref().unwrap_or(address)
                ),
                "It is left out of this run.",
                "Check whether it was renamed or unpaired.",
            ),
        }
    }
}

/// Nobody is left to repair.
fn no_peer_ready(site: &str, count: usize) -> Problem {
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

fn clock_off(site: &str, skew: time::Duration) -> Problem {
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
