//! Collects observations through sessions: what each site has pinned, what it sees, what it says of itself.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use appliance::{PeerSite, RequestError, ServiceCertificate, Session};
use certificate::Thumbprint;
use time::OffsetDateTime;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::complaint::Complaint;
use crate::known::KnownSite;
use crate::observation::{Observation, Obstacle, Vantage};

/// How many requests run at the same time, whatever the number of sites.
const AT_ONCE: usize = 8;

/// A site somebody is signed in to.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// What is known of it. Its name is the one its peers use; its current certificate is the pin of the session.
    pub site: KnownSite,
    /// The session.
    pub session: Arc<Session>,
}

/// How far to look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Every pairing of every site.
    Everything,
    /// The pairings of one site, in both directions: a flat number of requests for each of its peers.
    Around {
        /// That site.
        site: String,
    },
}

/// What a site told.
#[derive(Clone, Debug)]
pub struct Report {
    /// The site.
    pub site: KnownSite,
    /// The sites it lists, itself left out.
    pub peers: Vec<PeerSite>,
    /// Why it told nothing.
    pub obstacle: Option<Obstacle>,
}

/// Everything that was seen.
#[derive(Clone, Debug)]
pub struct Survey {
    /// When it began.
    pub taken: OffsetDateTime,
    /// What each site told that somebody is signed in to.
    pub reports: Vec<Report>,
    /// Sites that are known without a session.
    pub others: Vec<KnownSite>,
    /// What was seen.
    pub observations: Vec<Observation>,
}

/// Asks every site, in parallel. `others` are sites that are known and not signed in to.
pub async fn observe(
    signed_in: &[SignedIn],
    others: Vec<KnownSite>,
    scope: &Scope,
    now: OffsetDateTime,
) -> Survey {
    let mut survey = Survey {
        taken: now,
        reports: Vec::new(),
        others,
        observations: Vec::new(),
    };
    let asking = signed_in.iter().map(|signed_in| {
        let SignedIn { site, session } = signed_in.clone();
        async move { (site, session.certificate().await, session.sites().await) }
    });
    for (site, certificate, peers) in in_parallel(asking).await {
        survey.take_report(site, certificate, peers);
    }
    let looking: Vec<_> = signed_in
        .iter()
        .flat_map(|signed_in| survey.looks_of(signed_in, scope))
        .map(|(signed_in, peer)| async move {
            let seen = signed_in
                .session
                .remote_certificate(&peer.api_url, true)
                .await;
            (signed_in.site.name, peer.site, seen)
        })
        .collect();
    for (from, to, seen) in in_parallel(looking.into_iter()).await {
        survey.take_view(from, to, seen);
    }
    survey
}

impl Survey {
    /// What a site told, if somebody is signed in to it.
    pub fn report(&self, name: &str) -> Option<&Report> {
        self.reports.iter().find(|report| report.site.name == name)
    }

    /// Every site that is known or listed. Where nobody vouches for a site's certificate, the one that all who look
    /// see stands in for it.
    pub fn sites(&self) -> Vec<KnownSite> {
        let known = self
            .reports
            .iter()
            .map(|report| &report.site)
            .chain(&self.others)
            .cloned();
        let listed = self.reports.iter().flat_map(|report| &report.peers);
        let listed = listed.map(|peer| KnownSite::named(peer.site.as_str()));
        let mut names = HashSet::new();
        let mut sites: Vec<_> = known
            .chain(listed)
            .filter(|site| names.insert(site.name.clone()))
            .collect();
        for site in sites.iter_mut().filter(|site| site.current.is_none()) {
            site.current = self.seen_by_all(&site.name);
        }
        sites
    }

    /// Whether one of the two lists the other.
    pub fn are_paired(&self, one: &str, other: &str) -> bool {
        self.peer(one, other).is_some() || self.peer(other, one).is_some()
    }

    /// The row of `to` in the list of `from`.
    pub fn peer(&self, from: &str, to: &str) -> Option<&PeerSite> {
        self.report(from)?.peers.iter().find(|peer| peer.site == to)
    }

    /// What is complained of on the way from `from` to `to`: by `from`, whose way it is, or else by `to`, where it ends.
    pub(crate) fn complaint(&self, from: &str, to: &str) -> Option<Complaint> {
        let going = self.peer(from, to).and_then(|row| {
            let error = row.outgoing_comm_error.as_ref()?;
            Some(Complaint {
                says: format!("{from} does not get through to {to}, as {from} tells: “{error}”"),
                refuses: error.is_certificate_mismatch(),
            })
        });
        going.or_else(|| {
            let error = self.peer(to, from)?.incoming_comm_error.as_ref()?;
            Some(Complaint {
                says: format!("{from} does not get through to {to}, as {to} tells: “{error}”"),
                refuses: false,
            })
        })
    }

    fn take_report(
        &mut self,
        site: KnownSite,
        certificate: Result<ServiceCertificate, RequestError>,
        peers: Result<Vec<PeerSite>, RequestError>,
    ) {
        self.take_self_report(&site, certificate);
        let (peers, obstacle) = match peers {
            Ok(peers) => (peers, None),
            Err(error) => (Vec::new(), Some(Obstacle::from(&error))),
        };
        let peers: Vec<_> = peers.into_iter().filter(|peer| !peer.is_local).collect();
        for peer in &peers {
            let vantage = Vantage::PinnedBy {
                site: site.name.clone(),
            };
            let pin = peer.api_thumbprint.ok_or(Obstacle::NoPin);
            self.record(&peer.site, vantage, pin);
        }
        self.reports.push(Report {
            site,
            peers,
            obstacle,
        });
    }

    /// A certificate that came over a pinned connection is two observations: the pin was shown to this computer, and
    /// the appliance told one.
    fn take_self_report(
        &mut self,
        site: &KnownSite,
        certificate: Result<ServiceCertificate, RequestError>,
    ) {
        if let (Ok(_), Some(pin)) = (&certificate, site.current) {
            self.record(&site.name, Vantage::ThisComputer, Ok(pin));
        }
        let told = certificate
            .map(|told| told.thumbprint)
            .map_err(|error| Obstacle::from(&error));
        self.record(&site.name, Vantage::ApplianceItself, told);
    }

    fn take_view(
        &mut self,
        from: String,
        to: String,
        seen: Result<ServiceCertificate, RequestError>,
    ) {
        let seen = seen
            .map(|seen| seen.thumbprint)
            .map_err(|error| Obstacle::from(&error));
        self.record(&to, Vantage::SeenBy { site: from }, seen);
    }

    fn record(&mut self, subject: &str, vantage: Vantage, seen: Result<Thumbprint, Obstacle>) {
        self.observations.push(match seen {
            Ok(thumbprint) => Observation::seen(subject, vantage, thumbprint, self.taken),
            Err(obstacle) => Observation::failed(subject, vantage, obstacle, self.taken),
        });
    }

    /// At which peers this site should look.
    fn looks_of(&self, signed_in: &SignedIn, scope: &Scope) -> Vec<(SignedIn, PeerSite)> {
        let from = &signed_in.site.name;
        let is_in_scope = |peer: &&PeerSite| match scope {
            Scope::Everything => true,
            Scope::Around { site } => site == from || *site == peer.site,
        };
        let peers = self
            .report(from)
            .map(|report| report.peers.as_slice())
            .unwrap_or_default();
        peers
            .iter()
            .filter(is_in_scope)
            .map(|peer| (signed_in.clone(), peer.clone()))
            .collect()
    }

    fn seen_by_all(&self, name: &str) -> Option<Thumbprint> {
        let is_view = |seen: &&Observation| {
            seen.subject == name && matches!(seen.vantage, Vantage::SeenBy { .. })
        };
        let views = self.observations.iter().filter(is_view);
        let seen: HashSet<_> = views.filter_map(Observation::thumbprint).copied().collect();
        if seen.len() == 1 {
            seen.into_iter().next()
        } else {
            None
        }
    }
}

/// Runs everything with a bound on what runs at once; the results come in the order of the questions.
async fn in_parallel<F>(asking: impl Iterator<Item = F>) -> Vec<F::Output>
where
    F: Future<Output: Send + 'static> + Send + 'static,
{
    let gate = Arc::new(Semaphore::new(AT_ONCE));
    let mut running = JoinSet::new();
    for (place, question) in asking.enumerate() {
        let gate = Arc::clone(&gate);
        running.spawn(async move {
            let _permit = gate
                .acquire_owned()
                .await
                .expect("the gate is never closed");
            (place, question.await)
        });
    }
    let mut answers: HashMap<_, _> = running.join_all().await.into_iter().collect();
    (0..answers.len())
        .filter_map(|place| answers.remove(&place))
        .collect()
}

#[cfg(test)]
mod tests {
    use appliance::{ApiProblem, PeerSite};
    use time::OffsetDateTime;

    use super::{Report, Survey};
    use crate::known::KnownSite;
    use crate::matrix::Matrix;

    fn row(of: &str, incoming: Option<&str>, outgoing: Option<&str>) -> PeerSite {
        let error = |code: Option<&str>| {
            let code = code?.to_owned();
            let msg = "Permission denied.".to_owned();
            Some(ApiProblem { code, msg })
        };
        PeerSite {
            site: of.into(),
            description: appliance::Verbatim::default(),
            api_url: "https://there.example".into(),
            api_public_url: None,
            api_thumbprint: None,
            is_local: false,
            api_version: None,
            build_version: None,
            incoming_comm_error: error(incoming),
            outgoing_comm_error: error(outgoing),
        }
    }

    fn told_by(site: &str, row: PeerSite) -> Survey {
        let report = Report {
            site: KnownSite::named(site),
            peers: vec![row],
            obstacle: None,
        };
        Survey {
            taken: OffsetDateTime::UNIX_EPOCH,
            reports: vec![report],
            others: Vec::new(),
            observations: Vec::new(),
        }
    }

    #[test]
    fn an_incoming_error_is_a_complaint_about_the_way_of_the_other_site() {
        let survey = told_by("Berlin", row("Paris", Some("Forbidden"), None));
        let coming = survey.complaint("Paris", "Berlin").unwrap();
        assert!(coming.says.contains("as Berlin tells"), "{}", coming.says);
        assert!(
            !coming.refuses,
            "who was refused is not known from this end"
        );
        assert_eq!(survey.complaint("Berlin", "Paris"), None);
        let matrix = Matrix::of(&survey);
        let cell = matrix.cell("Paris", "Berlin").unwrap();
        assert!(!cell.is_well() && cell.complaint.is_some());
    }

    #[test]
    fn only_the_site_that_came_can_have_refused_the_certificate_it_was_shown() {
        let mismatch = Some("CertificateMismatch");
        let going = told_by("Berlin", row("Paris", None, mismatch));
        assert!(going.complaint("Berlin", "Paris").unwrap().refuses);
        let coming = told_by("Berlin", row("Paris", mismatch, None));
        assert!(!coming.complaint("Paris", "Berlin").unwrap().refuses);
    }
}
