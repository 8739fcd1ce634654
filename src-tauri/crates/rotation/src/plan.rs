//! What a rotation would do, to whom, and whether it may start. Pure: facts and `now` in, plan out.

mod problem;

use certificate::Thumbprint;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use ts_rs::TS;

use crate::card::CertificateCard;
use crate::event::Action;
use crate::on_premises::OnPremisesView;
use crate::readiness::{NewCertificate, days_left, is_known, is_off};
use crate::survey::SiteFacts;
use message::Problem;

/// What a rotation would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanView {
    /// Names this plan when it is started.
    pub token: String,
    /// The site whose certificate is replaced.
    pub site: String,
    /// What is done.
    pub action: Action,
    /// The certificate in use.
    pub old: CertificateCard,
    /// The certificate to come, where it is known beforehand.
    pub new: Option<CertificateCard>,
    /// The peer sites, all of them.
    pub peers: Vec<PlanPeer>,
    /// The on-premises sites with what each must do.
    pub on_premises: Vec<OnPremisesView>,
    /// What will happen, in order, one sentence each.
    pub happens: Vec<String>,
    /// How to go back afterwards.
    pub way_back: String,
    /// What stands in the way, and what is worth knowing.
    pub findings: Vec<Finding>,
    /// Whether nothing stands in the way.
    pub can_start: bool,
    /// What a person has to decide before the start, as the sentence to agree to.
    pub to_decide: Option<String>,
    /// How long the restart usually takes.
    pub restart_estimate: String,
}

/// One peer site of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanPeer {
    /// Its name.
    pub name: String,
    /// Its address.
    pub address: String,
    /// Whether it will be repaired in this run.
    pub ready: bool,
    /// Where it stands, in one sentence.
    pub says: String,
    /// Why it is not ready, or what is worth knowing about it.
    pub problem: Option<Problem>,
}

/// Something that a plan found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// How much it weighs.
    pub kind: FindingKind,
    /// What it is.
    pub problem: Problem,
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FindingKind {
    /// The rotation cannot start.
    Stop,
    /// It can, and something may go wrong.
    Warning,
    /// Good to know.
    Note,
}

/// What stands in the way at the local site, or is worth knowing about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Finds {
    /// What the site says it uses is not what it showed.
    #[error("the site reports another certificate than it shows")]
    ReportsOther {
        shows: Thumbprint,
        reports: Thumbprint,
    },
    /// It is not set up.
    #[error("the site is not configured")]
    NotConfigured,
    /// Its root password has expired.
    #[error("the root password has expired")]
    PasswordExpired,
    /// Its root password expires soon.
    #[error("the root password expires in {days} days")]
    PasswordEnding { days: u64 },
    /// The appliance's clock is before the new certificate's validity.
    #[error("the appliance's clock is before the certificate's validity")]
    NotYetValidThere { from: OffsetDateTime },
    /// The site is not known well enough to send it a private key.
    #[error("the site's certificate was accepted unverified")]
    Unverified,
    /// Its version is not known here.
    #[error("version {version} is not known")]
    VersionUnknown { version: String },
    /// Tasks are running.
    #[error("{count} tasks are running")]
    Busy { count: usize },
    /// Its clock is off.
    #[error("the appliance's clock differs from this computer's")]
    ClockOff { skew: time::Duration },
    /// None of its peers can be repaired in this run.
    #[error("none of {count} peer sites is ready")]
    NoPeerReady { count: usize },
    /// There is nobody to repair.
    #[error("the site has no peer sites")]
    NoPeers,
    /// A site that was named is not among its peers.
    #[error("{address} is not a peer of the site")]
    Stranger {
        address: String,
        name: Option<String>,
    },
}

/// Everything that stands in the way at the local site.
pub(crate) fn stops(
    local: &SiteFacts,
    shows: Thumbprint,
    may_upload: bool,
    new: Option<&NewCertificate>,
    now: OffsetDateTime,
) -> Vec<Finds> {
    let mut found = Vec::new();
    if local.certificate != shows {
        let reports = local.certificate;
        found.push(Finds::ReportsOther { shows, reports });
    }
    if !local.is_configured {
        found.push(Finds::NotConfigured);
    }
    if local.password.is_some_and(|password| password.has_expired) {
        found.push(Finds::PasswordExpired);
    }
    let Some(new) = new else { return found };
    if local
        .clock_skew
        .is_some_and(|skew| now + skew < new.not_before)
    {
        let from = new.not_before;
        found.push(Finds::NotYetValidThere { from });
    }
    if !may_upload {
        found.push(Finds::Unverified);
    }
    found
}

/// What is worth knowing about the local site.
pub(crate) fn warnings(local: &SiteFacts) -> Vec<Finds> {
    let mut found = Vec::new();
    if !is_known(&local.version) {
        let version = local.version.clone();
        found.push(Finds::VersionUnknown { version });
    }
    if let Some(skew) = local.clock_skew.filter(|skew| is_off(*skew)) {
        found.push(Finds::ClockOff { skew });
    }
    if let Some(days) = days_left(local.password) {
        found.push(Finds::PasswordEnding { days });
    }
    if local.running > 0 {
        let count = local.running;
        found.push(Finds::Busy { count });
    }
    if local.records.iter().all(|record| record.is_local) {
        found.push(Finds::NoPeers);
    }
    found
}

/// Whether there are peers and none of them is repaired in this run.
pub(crate) fn no_peer_ready(peers: &[PlanPeer]) -> Option<Finds> {
    let count = peers.len();
    let is_for_nobody = count > 0 && peers.iter().all(|peer| !peer.ready);
    is_for_nobody.then_some(Finds::NoPeerReady { count })
}

/// What will happen, in order.
pub(crate) fn happens(action: Action, site: &str, ready: usize) -> Vec<String> {
    let replace = match action {
        Action::Import => format!("The new certificate is sent to {site} and takes effect there."),
        Action::Regenerate => format!("{site} makes itself a new self-signed certificate."),
    };
    let repairs = match ready {
        0 => "No peer site is repaired in this run.".to_owned(),
        1 => "One peer site is repaired, at both ends.".to_owned(),
        count => format!("{count} peer sites are repaired side by side, at both ends."),
    };
    vec![
        replace,
        format!("Everybody is logged out of {site}, and its services restart."),
        "Until its repair, each peer site refuses the new certificate: replication with it waits."
            .to_owned(),
        repairs,
        "Both ends of every repaired pairing are read again, and a report is kept.".to_owned(),
    ]
}

#[cfg(test)]
mod tests;
