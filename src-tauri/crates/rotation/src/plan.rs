//! What a rotation would do, to whom, and whether it may start. Pure: facts and `now` in, plan out.

use appliance::{ApiVersion, PasswordExpiry, ServiceType};
use certificate::Thumbprint;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use ts_rs::TS;

use crate::card::CertificateCard;
use crate::event::Action;
use crate::on_premises::OnPremisesView;
use crate::problem::Problem;
use crate::repair::stored;
use crate::survey::{LocalFacts, PeerFacts, SKEW_WORTH_SAYING};

/// The first and the last version of the API whose pairing is known (docs/vcda-api.md §4).
const KNOWN: [ApiVersion; 2] = [
    ApiVersion { major: 4, minor: 2 },
    ApiVersion { major: 4, minor: 7 },
];

/// A root password with less than this left is worth a remark (docs/vcda-api.md §1.7).
const PASSWORD_WORTH_SAYING: std::time::Duration = std::time::Duration::from_secs(30 * 86_400);

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

/// Why a peer cannot be repaired in this run.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unready {
    /// Nobody gave a way to sign in there.
    #[error("no sign-in was given")]
    NoAccess,
    /// Its address answers with the name of another site.
    #[error("it answers to the name {name}")]
    OtherName { name: String },
    /// Another service answers there.
    #[error("the {service} answers there")]
    NotCloud { service: String },
    /// Its version is not known here.
    #[error("version {version} is not known")]
    VersionUnknown { version: String },
    /// Its root password has expired.
    #[error("the root password has expired")]
    PasswordExpired,
    /// It does not list the local site under its name.
    #[error("it does not list the site")]
    DoesNotListUs,
    /// What it has on record is not the certificate in use.
    #[error("it has another thumbprint on record")]
    PinUnexpected { holds: Option<String> },
    /// It sees another certificate than is in use.
    #[error("it sees another certificate")]
    SeesOther { sees: Thumbprint },
    /// The local site sees another certificate at the peer than we do.
    #[error("it is seen with another certificate")]
    SeenOther { sees: Thumbprint },
    /// Its clock is before the new certificate's validity.
    #[error("its clock is before the certificate's validity")]
    ClockBehind { from: OffsetDateTime },
}

/// What is worth knowing about a peer that is ready all the same.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Remark {
    /// The local site's record of it is out of date; the repair mends that too.
    #[error("the local site has another thumbprint on record for it")]
    OurPinStale,
    /// Its clock is off.
    #[error("its clock differs from this computer's")]
    ClockOff { skew: time::Duration },
    /// Tasks are running there.
    #[error("{count} tasks are running there")]
    Busy { count: usize },
    /// Its root password expires soon.
    #[error("its root password expires in {days} days")]
    PasswordEnding { days: u64 },
}

/// What the new certificate is, as far as a plan needs it.
#[derive(Debug, Clone)]
pub(crate) struct NewCertificate {
    pub(crate) thumbprint: Thumbprint,
    pub(crate) not_before: OffsetDateTime,
}

/// Everything that stands in the way at the local site.
pub(crate) fn stops(
    local: &LocalFacts,
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
pub(crate) fn warnings(local: &LocalFacts) -> Vec<Finds> {
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

/// Whether a peer that was signed in to can be repaired in this run.
pub(crate) fn judge_peer(
    facts: &PeerFacts,
    in_use: Thumbprint,
    seen_from_local: Option<Thumbprint>,
    pin: Thumbprint,
    new: Option<&NewCertificate>,
    now: OffsetDateTime,
) -> Result<(), Unready> {
    judge_site(&facts.service, &facts.version, facts.password)?;
    let Some(record) = &facts.record else {
        return Err(Unready::DoesNotListUs);
    };
    let holds = stored(record);
    if holds.as_deref() != Some(&*in_use.to_string()) {
        return Err(Unready::PinUnexpected { holds });
    }
    if let Ok(sees) = facts.sees_us
        && sees != in_use
    {
        return Err(Unready::SeesOther { sees });
    }
    if let Some(sees) = seen_from_local.filter(|sees| *sees != pin) {
        return Err(Unready::SeenOther { sees });
    }
    match (facts.clock_skew, new) {
        (Some(skew), Some(new)) if now + skew < new.not_before => Err(Unready::ClockBehind {
            from: new.not_before,
        }),
        _ => Ok(()),
    }
}

/// Whether a site answers to the name that it is paired under.
pub(crate) fn judge_name(answers_to: &str, paired_as: &str) -> Result<(), Unready> {
    if answers_to == paired_as {
        return Ok(());
    }
    let name = answers_to.to_owned();
    Err(Unready::OtherName { name })
}

/// Whether a peer is one that can be repaired at all, whatever it trusts.
pub(crate) fn judge_site(
    service: &ServiceType,
    version: &str,
    password: Option<PasswordExpiry>,
) -> Result<(), Unready> {
    if *service != ServiceType::Cloud {
        let service = service.to_string();
        return Err(Unready::NotCloud { service });
    }
    if !is_known(version) {
        let version = version.to_owned();
        return Err(Unready::VersionUnknown { version });
    }
    if password.is_some_and(|password| password.has_expired) {
        return Err(Unready::PasswordExpired);
    }
    Ok(())
}

/// What is worth knowing about a peer that is ready, the weightiest first.
pub(crate) fn remark(
    facts: &PeerFacts,
    on_record_here: Option<&str>,
    pin: Thumbprint,
) -> Option<Remark> {
    if on_record_here != Some(&*pin.to_string()) {
        return Some(Remark::OurPinStale);
    }
    if let Some(skew) = facts.clock_skew.filter(|skew| is_off(*skew)) {
        return Some(Remark::ClockOff { skew });
    }
    if let Some(days) = days_left(facts.password) {
        return Some(Remark::PasswordEnding { days });
    }
    let count = facts.running;
    (count > 0).then_some(Remark::Busy { count })
}

/// Whether the pairing of this build is known.
fn is_known(version: &str) -> bool {
    let [first, last] = KNOWN;
    version
        .parse()
        .is_ok_and(|version: ApiVersion| (first..=last).contains(&version))
}

fn is_off(skew: time::Duration) -> bool {
    skew.unsigned_abs() > SKEW_WORTH_SAYING
}

/// The days that are left of a password, where they are few.
fn days_left(password: Option<PasswordExpiry>) -> Option<u64> {
    let password = password.filter(|password| !password.has_expired)?;
    let left = password
        .remaining
        .filter(|left| *left < PASSWORD_WORTH_SAYING)?;
    Some(left.as_secs() / 86_400)
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
