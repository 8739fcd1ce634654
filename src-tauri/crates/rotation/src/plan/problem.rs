//! What stands in the way at the local site before anything is changed, to a person.

use message::{Problem, problem};

use crate::plan::Finds;
use crate::readiness::{clock_off, no_peer_ready};

impl Finds {
    /// What was found at the site of this name.
    pub(crate) fn problem(&self, site: &str) -> Problem {
        match self {
            Self::ReportsOther { shows, reports } => problem!(
                "plan.reports_other",
                site = site,
                shows = shows.to_string(),
                reports = reports.to_string()
            ),
            Self::NotConfigured => problem!("plan.not_configured", site = site),
            Self::PasswordExpired => problem!("plan.password_expired", site = site),
            Self::PasswordEnding { days } => {
                problem!("plan.password_ending", site = site, days = *days)
            }
            Self::NotYetValidThere { from } => {
                problem!("plan.not_yet_valid_there", site = site, from = *from)
            }
            Self::Unverified => problem!("plan.unverified", site = site),
            Self::VersionUnknown { version } => {
                problem!("plan.version_unknown", site = site, version = version)
            }
            Self::Busy { count } => problem!("plan.busy", site = site, count = *count),
            Self::ClockOff { skew } => clock_off(site, *skew),
            Self::NoPeerReady { count } => no_peer_ready(site, *count),
            Self::NoPeers => problem!("plan.no_peers", site = site),
            Self::Stranger { address, name } => problem!(
                "plan.stranger",
                site = site,
                peer = name.as_deref().unwrap_or(address)
            ),
        }
    }
}
