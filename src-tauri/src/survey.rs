//! Checking a site: sign in there and at its saved peers, ask who trusts whom, remember the answer.

use std::sync::Arc;

use appliance::{
    About, ApplianceAddress, Credential, Endpoints, Limits, OnPremisesSite, PeerSite, Session,
};
use certificate::{Certificate, Thumbprint};
use ground::Surroundings;
use rotation::{Condition, Pace, Problem};
use sites::{LastCheck, Measure, SavedSite};
use time::OffsetDateTime;
use tokio::task::JoinSet;
use trust::{KnownSite, Matrix, Scope, SignedIn, Snapshot};

use crate::{
    cards,
    commands::site::{PeerView, SiteView},
    commands::sites::row,
    error::Refusal,
    state::Shell,
};

mod view;

use view::{failed_check, forecasts, host, last_check, other_service, suggested, word};

/// What a check of a site found.
#[derive(Clone)]
pub(crate) struct Seen {
    /// As the screen shows it.
    pub(crate) view: SiteView,
    /// What a new certificate for the site is measured against.
    pub(crate) measure: Measure,
}

/// A saved site that had a pin on record.
pub(crate) struct Holder {
    /// The site.
    pub(crate) site: SavedSite,
    /// The peer that it had it for.
    pub(crate) peer: String,
    /// When it told so.
    pub(crate) taken: OffsetDateTime,
}

/// What the site itself told.
struct Told {
    name: String,
    about: About,
    endpoints: Endpoints,
    leaf: Option<Certificate>,
    peers: Vec<PeerSite>,
    on_premises: Vec<OnPremisesSite>,
    condition: Condition,
}

impl Shell {
    /// What was seen last; without a check, what is saved.
    pub(crate) fn site(&self, id: &str) -> Result<SiteView, Refusal> {
        let site = self.saved(id)?;
        let seen = self.last_seen(id);
        let seen = seen.map(|seen| SiteView {
            row: row(self, &site),
            ..seen.view
        });
        Ok(seen.unwrap_or_else(|| self.unseen(&site)))
    }

    /// Looks again. What cannot be read is a problem in the view: the rest is still shown.
    pub(crate) async fn check(&self, id: &str) -> Result<SiteView, Refusal> {
        let site = self.saved(id)?;
        match self.look(&site).await {
            Ok(seen) => {
                self.remember_seen(id, Some(seen.clone()));
                Ok(seen.view)
            }
            Err(refusal) => {
                self.forget_refused().await?;
                self.could_not_look(&site, refusal.problem())
            }
        }
    }

    /// Writes beside a site why nobody could sign in there.
    pub(crate) fn note_failed(&self, site: &SavedSite, problem: &Problem) -> Result<(), Refusal> {
        self.note(
            &site.id,
            None,
            failed_check(problem, self.surroundings.now()),
        )
        .map(drop)
    }

    fn could_not_look(&self, site: &SavedSite, problem: &Problem) -> Result<SiteView, Refusal> {
        let saved = self.note(
            &site.id,
            None,
            failed_check(problem, self.surroundings.now()),
        )?;
        self.tell_state();
        let seen = self.last_seen(&site.id).map(|seen| seen.view);
        let view = seen.unwrap_or_else(|| self.unseen(&saved));
        Ok(SiteView {
            row: row(self, &saved),
            problem: Some(problem.clone()),
            ..view
        })
    }

    /// With what to sign in at a saved site, if its password is at hand.
    pub(crate) async fn credential_of(&self, site: &SavedSite) -> Result<Credential, Refusal> {
        match self.password_of(site).await? {
            Some(password) => Ok(site.account.credential(password)),
            None => Err(password_needed(site)),
        }
    }

    /// The session at a site, which everybody shares.
    pub(crate) async fn sign_in(
        &self,
        site: &SavedSite,
        credential: Credential,
    ) -> Result<Arc<Session>, Refusal> {
        let session = site.access(credential, &self.sign_ins);
        let session = session.sign_in(Limits::usual()).await;
        session.map_err(|error| Refusal::from(error.problem(&site.name)))
    }

    /// Saved sites that can be signed in to, of the same world as this one: practice or real.
    pub(crate) fn companions(&self, of: &SavedSite) -> Result<Vec<SavedSite>, Refusal> {
        let is_companion = |site: &SavedSite| site.id != of.id && site.practice == of.practice;
        Ok(self.all_sites()?.into_iter().filter(is_companion).collect())
    }

    /// Saved sites that had this pin on record for a peer when they were checked last.
    pub(crate) fn holders_of(&self, pin: &Thumbprint) -> Result<Vec<Holder>, Refusal> {
        let holder = |site: SavedSite| {
            let survey = self.surveys.of(&site.id)?;
            let peer = survey.pinned_by(&site.name, pin)?.to_owned();
            let taken = survey.taken;
            Some(Holder { site, peer, taken })
        };
        Ok(self.all_sites()?.into_iter().filter_map(holder).collect())
    }

    /// Forgets what was seen of a site that is not saved any more.
    pub(crate) fn forget_seen(&self, site: &SavedSite) -> Result<(), Refusal> {
        self.remember_seen(&site.id, None);
        Ok(self.surveys.forget(site)?)
    }

    async fn look(&self, site: &SavedSite) -> Result<Seen, Refusal> {
        let session = self.sign_in(site, self.credential_of(site).await?).await?;
        let told = read(&session, &site.address, self.pace(site), &self.surroundings).await?;
        let survey = self.ask_around(site, &session, &told).await?;
        let peers = self.peers(site, &told, &survey.matrix)?;
        let now = self.surroundings.now();
        let check = last_check(&told, &peers, &survey.matrix, now);
        let saved = self.note(&site.id, Some(&told), check)?;
        self.tell_state();
        // A survey that cannot be kept vouches for others until the app ends.
        drop(self.surveys.keep(&saved, survey));
        let view = SiteView {
            row: row(self, &saved),
            certificate: told.leaf.as_ref().map(|leaf| cards::of(leaf, now)),
            on_premises: forecasts(&told, now),
            service_type: told.about.service_type.to_string(),
            public_endpoint: told
                .endpoints
                .public
                .address()
                .map(|address| address.to_string())
                .unwrap_or_default(),
            clock_ahead: saved.clock_ahead,
            suggested: suggested(&peers, |peer| self.likely_address(site, peer)),
            peers,
            other_services: told
                .condition
                .other_services
                .iter()
                .map(other_service)
                .collect(),
            problem: None,
        };
        let measure = Measure {
            clock_ahead: told.condition.clock_ahead,
            public_host: told.endpoints.public.host.clone(),
            present: told.leaf.clone(),
            other_services: told.condition.other_services,
            ..Measure::default()
        };
        Ok(Seen { view, measure })
    }

    /// Both directions of every pairing of this site, as far as the saved peers let us in.
    async fn ask_around(
        &self,
        site: &SavedSite,
        session: &Arc<Session>,
        told: &Told,
    ) -> Result<Snapshot, Refusal> {
        let own = KnownSite {
            name: told.name.clone(),
            ..site.known(true)
        };
        let mut signed_in = vec![SignedIn {
            site: own,
            session: Arc::clone(session),
        }];
        let (mut others, mut signing_in) = (Vec::new(), JoinSet::new());
        for peer in self.companions(site)? {
            if !told.peers.iter().any(|listed| listed.site == peer.name) {
                continue;
            }
            match self.credential_of(&peer).await {
                Ok(credential) => {
                    let access = peer.access(credential, &self.sign_ins);
                    signing_in.spawn(async move { (access.sign_in(Limits::usual()).await, peer) });
                }
                Err(_) => others.push(peer.known(false)),
            }
        }
        for (session, peer) in signing_in.join_all().await {
            let site = peer.known(false);
            match session {
                Ok(session) => signed_in.push(SignedIn { site, session }),
                // A peer that lets nobody in is told about in its own row of the matrix.
                Err(_) => others.push(site),
            }
        }
        let scope = Scope::Around {
            site: told.name.clone(),
        };
        let now = self.surroundings.now();
        Ok(Snapshot::of(
            &trust::observe(&signed_in, others, &scope, now).await,
        ))
    }

    fn peers(
        &self,
        of: &SavedSite,
        told: &Told,
        matrix: &Matrix,
    ) -> Result<Vec<PeerView>, Refusal> {
        let saved = self.companions(of)?;
        let id = |name: &str| {
            saved
                .iter()
                .find(|site| site.name == name)
                .map(|site| site.id.clone())
        };
        let view = |peer: &PeerSite| PeerView {
            name: peer.site.clone(),
            address: peer
                .api_public_url
                .clone()
                .unwrap_or_else(|| peer.api_url.clone()),
            description: peer.description.shown(),
            saved_as: id(&peer.site),
            trusts_us: word(matrix, &peer.site, &told.name),
            we_trust_it: word(matrix, &told.name, &peer.site),
            version: peer
                .build_version
                .clone()
                .or_else(|| peer.api_version.clone()),
        };
        Ok(told.peers.iter().map(view).collect())
    }

    /// Where administrators of a peer sign in, most likely. Its pairing tells the address for peers, where
    /// they are refused unless that is switched on (docs/vcda-api.md §1.9); the host is often the same.
    /// The practice lab tells the right one.
    fn likely_address(&self, of: &SavedSite, peer: &PeerView) -> String {
        let in_the_lab = self.practice.site(|site| site.name == peer.name);
        match in_the_lab.filter(|_| of.practice) {
            Some(site) => site.cloud.address,
            None => host(&peer.address),
        }
    }

    /// Writes what a check found beside the site.
    fn note(&self, id: &str, told: Option<&Told>, check: LastCheck) -> Result<SavedSite, Refusal> {
        self.sites(|sites| {
            sites.update(id, |site| {
                if let Some(told) = told {
                    site.name.clone_from(&told.name);
                    site.public_host.clone_from(&told.endpoints.public.host);
                    let ahead = told.condition.clock_ahead;
                    site.clock_ahead = ahead.map(time::Duration::whole_seconds);
                    // Only the pinned certificate may stand for the pinned certificate.
                    let leaf = told
                        .leaf
                        .as_ref()
                        .filter(|leaf| leaf.thumbprint() == site.pin);
                    site.leaf = leaf
                        .map(|leaf| leaf.der().to_vec())
                        .or_else(|| site.leaf.take());
                }
                site.last_check = Some(check);
            })
        })
    }

    /// What is known without asking anybody since the start.
    fn unseen(&self, site: &SavedSite) -> SiteView {
        let row = row(self, site);
        SiteView {
            certificate: row.certificate.clone(),
            row,
            peers: self.remembered_peers(site),
            on_premises: Vec::new(),
            service_type: String::new(),
            public_endpoint: String::new(),
            clock_ahead: site.clock_ahead,
            other_services: Vec::new(),
            problem: None,
            suggested: Vec::new(),
        }
    }

    /// The peers as the last check of an earlier start found them, if nothing was replaced since.
    fn remembered_peers(&self, site: &SavedSite) -> Vec<PeerView> {
        let survey = self.surveys.of(&site.id);
        let is_fresh = |survey: &Snapshot| site.last_replaced().is_none_or(|at| at < survey.taken);
        let Some(survey) = survey.filter(is_fresh) else {
            return Vec::new();
        };
        let saved = self.companions(site).unwrap_or_default();
        let cells = survey.matrix.cells.iter();
        let peers = cells.filter(|cell| cell.from == site.name);
        peers
            .map(|cell| {
                let companion = saved.iter().find(|other| other.name == cell.to);
                PeerView {
                    name: cell.to.clone(),
                    address: companion.map_or_else(String::new, |it| it.address.to_string()),
                    description: String::new(),
                    saved_as: companion.map(|it| it.id.clone()),
                    trusts_us: word(&survey.matrix, &cell.to, &site.name),
                    we_trust_it: word(&survey.matrix, &site.name, &cell.to),
                    version: companion.and_then(|it| it.last_check.as_ref()?.version.clone()),
                }
            })
            .collect()
    }
}

/// The questions are independent, so they go out side by side.
async fn read(
    session: &Session,
    address: &ApplianceAddress,
    pace: Pace,
    here: &Surroundings,
) -> Result<Told, Refusal> {
    let condition = async { Ok(rotation::condition(session, address, pace, here).await) };
    let all = tokio::try_join!(
        session.about(),
        session.config(),
        session.certificate(),
        session.endpoints(),
        session.sites(),
        session.vc_sites(),
        condition,
    );
    let (about, config, certificate, endpoints, peers, on_premises, condition) =
        all.map_err(|error| Refusal::from(error.problem(&address.to_string())))?;
    Ok(Told {
        name: config.local_site,
        about,
        endpoints,
        leaf: certificate.encoded,
        peers: peers.into_iter().filter(|peer| !peer.is_local).collect(),
        on_premises,
        condition,
    })
}

fn password_needed(site: &SavedSite) -> Refusal {
    let what = format!("There is no password for {} at hand.", site.name);
    Refusal::from(Problem::new(
        "site.password_needed",
        what,
        "Nobody signed in there, and nothing was changed.",
        "Type its password on the page of the site.",
    ))
}
