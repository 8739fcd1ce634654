//! What every site says before anything is changed: the readings a plan is made from.
//!
//! The readings are plain facts; what they mean is decided in `plan`, without a network.

mod problem;

pub use problem::another_service;

use std::sync::Arc;
use std::time::Duration;

use appliance::{
    About, ApplianceAddress, OnPremisesSite, PasswordExpiry, PeerSite, RequestError, ServiceType,
    Session,
};
use certificate::{Certificate, Thumbprint};
use ground::Surroundings;
use time::OffsetDateTime;

use crate::card::Issuance;
use crate::condition::{clock_ahead, condition};
use crate::on_premises::{self, Change, OnPremisesView, Tenancy};
use crate::pace::Pace;
use crate::patience::Patience;
use message::{Problem, message};

/// A site, as it describes itself: what a plan and a check are made from.
#[derive(Debug, Clone)]
pub struct SiteFacts {
    /// The name by which peers know it.
    pub name: String,
    /// Its build.
    pub version: String,
    /// The certificate it says it uses.
    pub certificate: Thumbprint,
    /// That certificate whole, where it was told.
    pub encoded: Option<Certificate>,
    /// The host that peers and browsers use.
    pub public_host: Option<String>,
    /// The public service endpoint.
    pub public: Option<ApplianceAddress>,
    /// Whether it is set up.
    pub is_configured: bool,
    /// How long its root password is good for, where that is told.
    pub password: Option<PasswordExpiry>,
    /// How many tasks are running.
    pub running: usize,
    /// Its clock minus ours.
    pub clock_skew: Option<time::Duration>,
    /// The id of the running process.
    pub runtime_id: Option<String>,
    /// When the service started.
    pub service_boot: Option<OffsetDateTime>,
    /// Certificates of its other services, by name.
    pub other_services: Vec<(String, Thumbprint)>,
    /// Its records of its peers.
    pub records: Vec<PeerSite>,
    /// The on-premises sites paired with it.
    pub on_premises: Vec<OnPremisesSite>,
}

impl SiteFacts {
    /// The public service endpoint, `host:port`.
    pub(crate) fn public_endpoint(&self) -> Option<String> {
        let public = self.public.as_ref()?;
        Some(format!("{}:{}", public.host(), public.port()))
    }

    /// What each on-premises site must do, by its own version, where a certificate of issuance `old` gives way to one
    /// of issuance `new`, whose thumbprint is known or not.
    #[must_use]
    pub fn forecast(
        &self,
        old: Issuance,
        new: Issuance,
        thumbprint: Option<&str>,
    ) -> Vec<OnPremisesView> {
        let endpoint = self.public_endpoint();
        let change = Change {
            site: &self.name,
            endpoint: endpoint.as_deref(),
            version: Some(&self.version),
            old,
            new,
            thumbprint,
        };
        forecast(&self.on_premises, &change)
    }
}

/// What answers at a site, whatever it trusts.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    /// The name by which others know it.
    pub(crate) name: String,
    /// Which service answers at its address.
    pub(crate) service: ServiceType,
    /// Its build.
    pub(crate) version: String,
    /// How long its root password is good for, where that is told.
    pub(crate) password: Option<PasswordExpiry>,
}

/// A peer site, as it describes itself and sees the local site.
#[derive(Debug, Clone)]
pub(crate) struct PeerFacts {
    /// What answers there.
    pub(crate) standing: Standing,
    /// How many tasks are running.
    pub(crate) running: usize,
    /// Its clock minus ours.
    pub(crate) clock_skew: Option<time::Duration>,
    /// Its record of the local site, if it has one.
    pub(crate) record: Option<PeerSite>,
    /// What it sees at the address of that record.
    pub(crate) sees_us: Option<Result<Thumbprint, Problem>>,
}

/// What a peer says, and what the local site sees at it.
#[derive(Debug, Clone)]
pub(crate) struct BothEnds {
    /// What the peer says.
    pub(crate) facts: PeerFacts,
    /// What the local site sees at the address it has on record for the peer's name, if it has one.
    pub(crate) seen_from_local: Option<Result<Thumbprint, Problem>>,
}

/// The local site, for whoever asks about its peers.
pub(crate) struct Host {
    /// Who is signed in there.
    pub(crate) session: Arc<Session>,
    /// The name by which peers know it.
    pub(crate) name: String,
    /// Its records of its peers.
    pub(crate) records: Arc<[PeerSite]>,
    /// How requests are spread and repeated.
    pub(crate) patience: Patience,
    /// The time of day.
    pub(crate) now: OffsetDateTime,
}

/// Why the local site could not be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SurveyError {
    /// Another service than the Cloud Service answers at the address.
    #[error("the {service} answers there")]
    AnotherService {
        /// Which one.
        service: ServiceType,
    },
    /// A request failed.
    #[error("the site could not be read")]
    Request(#[from] RequestError),
}

/// Reads the site that `session` is signed in to, as a plan does.
///
/// # Errors
/// What to tell a person where another service answers there, or a request fails.
pub async fn read_site(
    session: &Session,
    address: &ApplianceAddress,
    pace: Pace,
    surroundings: &Surroundings,
) -> Result<SiteFacts, Problem> {
    let patience = Patience::new(pace, surroundings.clone());
    let read = read_local(session, address, &patience).await;
    read.map_err(|error| error.problem(&address.to_string()))
}

/// Reads the local site. The requests go out side by side, as many at once as the pace lets.
pub(crate) async fn read_local(
    session: &Session,
    address: &ApplianceAddress,
    patience: &Patience,
) -> Result<SiteFacts, SurveyError> {
    let about = about(session, patience).await?;
    // Another service on another port answers none of the questions below.
    if about.service_type != ServiceType::Cloud {
        let service = about.service_type;
        return Err(SurveyError::AnotherService { service });
    }
    let (config, certificate, endpoints, configured, records, on_premises) = tokio::try_join!(
        patience.read(|| session.config()),
        patience.read(|| session.certificate()),
        patience.read(|| session.endpoints()),
        patience.read(|| session.is_configured()),
        patience.read(|| session.sites()),
        patience.read(|| session.vc_sites()),
    )?;
    let (password, running, condition) = tokio::join!(
        patience.read(|| session.root_password_expiry()),
        patience.read(|| session.running_tasks()),
        condition(session, address, patience.pace, &patience.surroundings),
    );
    Ok(SiteFacts {
        name: config.local_site,
        version: about.build_version,
        certificate: certificate.thumbprint,
        encoded: certificate.encoded,
        public: endpoints.public.address(),
        public_host: endpoints.public.host,
        is_configured: configured,
        password: password.ok(),
        running: running.map_or(0, |tasks| tasks.len()),
        clock_skew: condition.clock_ahead,
        service_boot: condition.health.as_ref().and_then(|it| it.service_boot),
        runtime_id: condition.health.and_then(|it| it.runtime_id),
        other_services: condition.other_services,
        records,
        on_premises,
    })
}

impl Host {
    /// Asks the peer that `session` is signed in to, and has both ends look at each other.
    pub(crate) async fn ask(&self, session: &Session) -> Result<BothEnds, RequestError> {
        let facts = read_peer(session, self).await?;
        let record = self.record_of(&facts.standing.name);
        let seen_from_local = match record {
            Some(record) => Some(
                look(
                    &self.session,
                    &self.patience,
                    (&self.name, &record.site),
                    &record.api_url,
                )
                .await,
            ),
            None => None,
        };
        Ok(BothEnds {
            facts,
            seen_from_local,
        })
    }

    /// Its record of the peer of this name.
    pub(crate) fn record_of(&self, peer: &str) -> Option<&PeerSite> {
        let is_it = |record: &&PeerSite| record.site == peer && !record.is_local;
        self.records.iter().find(is_it)
    }
}

/// Reads a peer site, its record of the local site and what it sees there.
async fn read_peer(session: &Session, host: &Host) -> Result<PeerFacts, RequestError> {
    let patience = &host.patience;
    let about = about(session, patience).await?;
    let config = patience.read(|| session.config()).await?;
    let record = record_of(session, patience, &host.name).await?;
    let (password, running, health) = tokio::join!(
        patience.read(|| session.root_password_expiry()),
        patience.read(|| session.running_tasks()),
        session.health(&patience.health),
    );
    let standing = Standing {
        name: config.local_site,
        service: about.service_type,
        version: about.build_version,
        password: password.ok(),
    };
    let sees_us = match &record {
        Some(record) => {
            let who = (&*standing.name, &*host.name);
            Some(look(session, patience, who, &record.api_url).await)
        }
        None => None,
    };
    Ok(PeerFacts {
        standing,
        running: running.map_or(0, |tasks| tasks.len()),
        clock_skew: clock_ahead(health.ok().as_ref(), host.now),
        record,
        sees_us,
    })
}

/// Reads what answers at a peer, and nothing of whom it trusts.
pub(crate) async fn read_standing(
    session: &Session,
    patience: &Patience,
) -> Result<Standing, RequestError> {
    let about = about(session, patience).await?;
    let config = patience.read(|| session.config()).await?;
    let password = patience.read(|| session.root_password_expiry()).await.ok();
    Ok(Standing {
        name: config.local_site,
        service: about.service_type,
        version: about.build_version,
        password,
    })
}

/// A peer's record of the local site, if it has one.
pub(crate) async fn record_of(
    session: &Session,
    patience: &Patience,
    local: &str,
) -> Result<Option<PeerSite>, RequestError> {
    let records = patience.read(|| session.sites()).await?;
    let is_it = |record: &PeerSite| record.site == local && !record.is_local;
    Ok(records.into_iter().find(is_it))
}

/// What a site sees at the address of another, through its tunnel as its services do. Both are named where it
/// cannot look.
pub(crate) async fn look(
    session: &Session,
    patience: &Patience,
    (at, of): (&str, &str),
    url: &str,
) -> Result<Thumbprint, Problem> {
    let seen = patience
        .read(|| session.remote_certificate(url, true))
        .await;
    seen.map(|seen| seen.thumbprint).map_err(|error| {
        let problem = error.problem(at);
        let cause = problem.message.clone();
        problem.told_as(message!(
            "site.cannot_look",
            at = at,
            of = of,
            cause = cause
        ))
    })
}

/// What each on-premises site must do, by its own version and the change it will meet.
pub(crate) fn forecast(sites: &[OnPremisesSite], change: &Change<'_>) -> Vec<OnPremisesView> {
    let forecasts = sites.iter().map(|site| {
        let version = site.build_version.as_deref();
        let tenancy = Tenancy {
            name: &site.name,
            owner: &site.owner,
            version: version.or(site.api_version.as_deref()),
        };
        on_premises::forecast(&tenancy, change)
    });
    forecasts.collect()
}

async fn about(session: &Session, patience: &Patience) -> Result<About, RequestError> {
    patience.read(|| session.about()).await
}

/// Beyond this, two clocks disagree enough to say so.
pub(crate) const SKEW_WORTH_SAYING: Duration = Duration::from_secs(300);
