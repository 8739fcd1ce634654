//! Words for what stands in the way at the local site before anything is changed.

use crate::moment;
use crate::plan::Finds;
use crate::problem::{Problem, UNCHANGED};
use crate::readiness::{clock_off, no_peer_ready};

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
