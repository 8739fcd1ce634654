//! Whether a peer site can be repaired in a run: the one judgement, for the plan, for the start and for a
//! run that is taken up again. Pure: what both ends said comes in, the reason against it comes out.

mod problem;

use appliance::{ApiVersion, PasswordExpiry, PeerSite, ServiceType};
use certificate::Thumbprint;
pub(crate) use problem::{clock_off, no_peer_ready};
use time::OffsetDateTime;

use crate::records::stored;
use crate::request::Replacement;
use crate::survey::{BothEnds, PeerFacts, SKEW_WORTH_SAYING, Standing};
use message::Problem;

/// The first and the last version of the API whose pairing is known (docs/vcda-api.md §4).
const KNOWN: [ApiVersion; 2] = [
    ApiVersion { major: 4, minor: 2 },
    ApiVersion { major: 4, minor: 7 },
];

/// A root password with less than this left is worth a remark (docs/vcda-api.md §1.7).
const PASSWORD_WORTH_SAYING: std::time::Duration = std::time::Duration::from_secs(30 * 86_400);

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
    /// The local site does not list it any more.
    #[error("the local site does not list it")]
    NotListed,
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

impl NewCertificate {
    /// The leaf of the file, where there is one.
    pub(crate) fn of(replacement: &Replacement) -> Option<Self> {
        let Replacement::Import { sealed } = replacement else {
            return None;
        };
        let leaf = &sealed.bundle.leaf;
        Some(Self {
            thumbprint: leaf.thumbprint(),
            not_before: leaf.not_before(),
        })
    }
}

/// By what a peer is judged before the certificate is replaced.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standard<'a> {
    /// The certificate of the local site that is in use.
    pub(crate) in_use: Thumbprint,
    /// The one to come, where it is known beforehand.
    pub(crate) new: Option<&'a NewCertificate>,
    /// The time of day.
    pub(crate) now: OffsetDateTime,
}

/// Judges a peer by what it and the local site say before the change; `pin` is the certificate that it is
/// known by here, and `record` its row at `site`, the local one. `Ok(Some(_))` is a remark about one that is ready.
///
/// Once the certificate may have been replaced, the two cannot agree any more, and [`judge_standing`] is
/// what is left: record and sight are compared by each repair itself, right before it writes.
pub(crate) fn judge(
    (site, record): (&str, &PeerSite),
    asked: &BothEnds,
    pin: Thumbprint,
    standard: Standard<'_>,
) -> Result<Option<Problem>, Problem> {
    let facts = &asked.facts;
    judge_standing(&facts.standing, (site, &record.site))?;
    let seen_from_local = asked.seen_from_local.clone().transpose()?;
    let judged = judge_trust(facts, seen_from_local, pin, standard);
    judged.map_err(|unready| unready.problem(site, &record.site))?;
    facts.sees_us.clone().transpose()?;
    let remark = remark(facts, stored(record).as_deref(), pin);
    Ok(remark.map(|remark| remark.problem(site, &record.site)))
}

/// Judges whether the peer that is paired under this name can be repaired at all, whatever it trusts.
pub(crate) fn judge_standing(
    standing: &Standing,
    (site, peer): (&str, &str),
) -> Result<(), Problem> {
    let judged = judge_name(&standing.name, peer).and_then(|()| judge_site(standing));
    judged.map_err(|unready| unready.problem(site, peer))
}

/// Whether the peer has the certificate in use on record, and each end sees the other as it is seen here.
fn judge_trust(
    facts: &PeerFacts,
    seen_from_local: Option<Thumbprint>,
    pin: Thumbprint,
    standard: Standard<'_>,
) -> Result<(), Unready> {
    let Some(record) = &facts.record else {
        return Err(Unready::DoesNotListUs);
    };
    let in_use = standard.in_use;
    let holds = stored(record);
    if holds.as_deref() != Some(&*in_use.to_string()) {
        return Err(Unready::PinUnexpected { holds });
    }
    if let Some(Ok(sees)) = facts.sees_us
        && sees != in_use
    {
        return Err(Unready::SeesOther { sees });
    }
    if let Some(sees) = seen_from_local.filter(|sees| *sees != pin) {
        return Err(Unready::SeenOther { sees });
    }
    match (facts.clock_skew, standard.new) {
        (Some(skew), Some(new)) if standard.now + skew < new.not_before => {
            Err(Unready::ClockBehind {
                from: new.not_before,
            })
        }
        _ => Ok(()),
    }
}

/// Whether a site answers to the name that it is paired under.
fn judge_name(answers_to: &str, paired_as: &str) -> Result<(), Unready> {
    if answers_to == paired_as {
        return Ok(());
    }
    let name = answers_to.to_owned();
    Err(Unready::OtherName { name })
}

/// Whether it is a site that can be repaired, by what answers there.
fn judge_site(standing: &Standing) -> Result<(), Unready> {
    if standing.service != ServiceType::Cloud {
        let service = standing.service.to_string();
        return Err(Unready::NotCloud { service });
    }
    if !is_known(&standing.version) {
        let version = standing.version.clone();
        return Err(Unready::VersionUnknown { version });
    }
    if standing
        .password
        .is_some_and(|password| password.has_expired)
    {
        return Err(Unready::PasswordExpired);
    }
    Ok(())
}

/// What is worth knowing about a peer that is ready, the weightiest first.
fn remark(facts: &PeerFacts, on_record_here: Option<&str>, pin: Thumbprint) -> Option<Remark> {
    if on_record_here != Some(&*pin.to_string()) {
        return Some(Remark::OurPinStale);
    }
    if let Some(skew) = facts.clock_skew.filter(|skew| is_off(*skew)) {
        return Some(Remark::ClockOff { skew });
    }
    if let Some(days) = days_left(facts.standing.password) {
        return Some(Remark::PasswordEnding { days });
    }
    let count = facts.running;
    (count > 0).then_some(Remark::Busy { count })
}

/// Whether the pairing of this build is known.
pub(crate) fn is_known(version: &str) -> bool {
    let [first, last] = KNOWN;
    version
        .parse()
        .is_ok_and(|version: ApiVersion| (first..=last).contains(&version))
}

pub(crate) fn is_off(skew: time::Duration) -> bool {
    skew.unsigned_abs() > SKEW_WORTH_SAYING
}

/// The days that are left of a password, where they are few.
pub(crate) fn days_left(password: Option<PasswordExpiry>) -> Option<u64> {
    let password = password.filter(|password| !password.has_expired)?;
    let left = password
        .remaining
        .filter(|left| *left < PASSWORD_WORTH_SAYING)?;
    Some(left.as_secs() / 86_400)
}

#[cfg(test)]
mod tests;
