//! Which on-premises sites must re-pair after the change, said before it. Pure.
//!
//! The rules are those of `docs/vcda-api.md` §3.5 and §4. The cloud cannot repair an on-premises
//! site; it can only tell whose turn it is.

use appliance::OnPremisesSite;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::card::Issuance;
use crate::verdict::Verdict;

mod message;

/// One on-premises site: what it must do, why, and the message for its tenant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OnPremisesView {
    /// The on-premises site's name.
    pub name: String,
    /// The tenant that owns it.
    pub owner: String,
    /// What it must do.
    pub forecast: Forecast,
    /// Why, and what of that is inferred.
    pub why: String,
    /// What was seen of it after the change.
    pub seen: Option<Verdict>,
    /// A message for the tenant, ready to copy.
    pub message: String,
}

/// What an on-premises site must do after the change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Forecast {
    /// Nothing: its trust survives.
    Nothing,
    /// It must repair its pairing, on its own appliance.
    MustRepair,
    /// It may have to; nobody can say before it was tried.
    Uncertain,
}

/// An on-premises site as the cloud lists it.
#[derive(Debug, Clone, Copy)]
pub struct Tenancy<'a> {
    /// The on-premises site's name.
    pub name: &'a str,
    /// The tenant that owns it.
    pub owner: &'a str,
    /// Its version, where the cloud tells it.
    pub version: Option<&'a str>,
}

/// The change that on-premises sites will meet.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// The site whose Cloud Service certificate is replaced.
    pub site: &'a str,
    /// Its public service endpoint, where it is known.
    pub endpoint: Option<&'a str>,
    /// Its version.
    pub version: Option<&'a str>,
    /// Who stands behind the certificate in use.
    pub old: Issuance,
    /// Who stands behind the certificate to come.
    pub new: Issuance,
    /// The thumbprint to come, where it is known.
    pub thumbprint: Option<&'a str>,
}

/// Forecasts one on-premises site.
pub fn forecast(tenancy: &Tenancy<'_>, change: &Change<'_>) -> OnPremisesView {
    let reason = Reason::of(tenancy, change);
    let forecast = reason.forecast();
    OnPremisesView {
        name: tenancy.name.to_owned(),
        owner: tenancy.owner.to_owned(),
        forecast,
        why: reason.why(tenancy, change),
        seen: None,
        message: message::write(tenancy, change, forecast),
    }
}

/// What is seen of an on-premises site after the change, in the list of the cloud site. That a refused certificate shows
/// there, in the fields of a peer site, is inferred (docs/vcda-api.md §3.5).
///
/// No error is a weak sign: whoever has to repair and shows none may not have called since the change.
pub(crate) fn seen(site: &OnPremisesSite, forecast: Forecast) -> Verdict {
    match (&site.incoming_comm_error, &site.outgoing_comm_error) {
        (Some(error), _) if error.is_certificate_mismatch() => Verdict::Old,
        (None, None) if site.tells_contact && forecast != Forecast::MustRepair => Verdict::Same,
        _ => Verdict::Unknown,
    }
}

impl OnPremisesView {
    /// Whether it refuses the new certificate although nothing was to be done there.
    pub(crate) fn is_surprising(&self) -> bool {
        self.forecast == Forecast::Nothing && self.seen == Some(Verdict::Old)
    }
}

/// The first product version in which a signed certificate keeps the trust (§4).
const SIGNED_IS_ENOUGH: (u32, u32) = (4, 3);

/// What decides over one on-premises site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reason {
    /// The new certificate signed itself.
    SelfSigned,
    /// The Cloud Service is older than 4.3.
    CloudIsOlder,
    /// The on-premises appliance is older than 4.3.
    SiteIsOlder,
    /// A private authority signed the new certificate.
    PrivateAuthority,
    /// Nobody can tell who signed it.
    UnknownAuthority,
    /// One of the two versions is not known.
    UnknownVersion,
    /// A public authority signed it, and both versions are new enough.
    PublicAuthority,
}

impl Reason {
    fn of(tenancy: &Tenancy<'_>, change: &Change<'_>) -> Self {
        let cloud = change.version.and_then(release);
        let site = tenancy.version.and_then(release);
        let is_older = |version: Option<(u32, u32)>| version.is_some_and(|v| v < SIGNED_IS_ENOUGH);
        match change.new {
            Issuance::SelfSigned => Self::SelfSigned,
            _ if is_older(cloud) => Self::CloudIsOlder,
            _ if is_older(site) => Self::SiteIsOlder,
            Issuance::Private => Self::PrivateAuthority,
            Issuance::Unknown => Self::UnknownAuthority,
            Issuance::Public if cloud.is_none() || site.is_none() => Self::UnknownVersion,
            Issuance::Public => Self::PublicAuthority,
        }
    }

    fn forecast(self) -> Forecast {
        match self {
            Self::SelfSigned | Self::CloudIsOlder | Self::SiteIsOlder => Forecast::MustRepair,
            Self::PrivateAuthority | Self::UnknownAuthority | Self::UnknownVersion => {
                Forecast::Uncertain
            }
            Self::PublicAuthority => Forecast::Nothing,
        }
    }

    /// The reason in words. What the vendor does not say is marked as inferred.
    fn why(self, tenancy: &Tenancy<'_>, change: &Change<'_>) -> String {
        let Change { site, version, .. } = change;
        let own = tenancy.version.unwrap_or_default();
        match self {
            Self::SelfSigned => "The new certificate is self-signed; every on-premises site has \
                 to repair its pairing then."
                .to_owned(),
            Self::CloudIsOlder => format!(
                "{site} runs version {}; before 4.3 every replacement breaks the trust of \
                 on-premises sites.",
                version.unwrap_or_default()
            ),
            Self::SiteIsOlder => format!(
                "It runs version {own}, which is older than 4.3. Inferred: that its own version \
                 decides, as well as that of {site}."
            ),
            Self::PrivateAuthority => "The new certificate is signed by a private CA. The vendor \
                 says that a CA-signed one keeps the trust from 4.3 on, but not whether an \
                 on-premises site accepts a private CA. Inferred: that it may not."
                .to_owned(),
            Self::UnknownAuthority => "It is not known who signed the new certificate, so it \
                 cannot be said whether this site will accept it."
                .to_owned(),
            Self::UnknownVersion => {
                let who = if tenancy.version.and_then(release).is_none() {
                    "this on-premises site"
                } else {
                    *site
                };
                format!(
                    "The new certificate is signed by a public CA, which is enough from 4.3 on; \
                     which version {who} runs is not told."
                )
            }
            Self::PublicAuthority => public(change.old),
        }
    }
}

/// Why a certificate of a public authority keeps the trust.
fn public(old: Issuance) -> String {
    let rule = "The new certificate is signed by a public CA; from 4.3 on that keeps the trust.";
    if old == Issuance::SelfSigned {
        return format!(
            "{rule} Inferred: that this also holds for a site that was paired while the \
             certificate was self-signed."
        );
    }
    rule.to_owned()
}

/// The release that a version belongs to: `4.7` of `4.7.2.12345678`.
fn release(version: &str) -> Option<(u32, u32)> {
    let mut parts = version
        .trim()
        .split('.')
        .map(|part| part.parse::<u32>().ok());
    Some((parts.next()??, parts.next()??))
}

#[cfg(test)]
mod tests;
