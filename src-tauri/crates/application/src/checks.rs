//! Checking a site: sign in there and at its saved peers, ask who trusts whom, remember the answer.

use std::{
    collections::HashMap,
    path::Path,
    sync::{Arc, Mutex},
};

use appliance::{Limits, PeerSite, ServiceType, Session};
use certificate::Thumbprint;
use ground::Surroundings;
use rotation::{Problem, SiteFacts, read_site};
use sites::{LastCheck, Measure, SavedSite};
use time::OffsetDateTime;
use tokio::task::JoinSet;
use trust::{KnownSite, Matrix, Scope, SignedIn, Snapshot};

mod surveys;
mod view;

use surveys::Surveys;
use view::{forecasts, host, last_check, other_service, suggested, word};

use crate::{
    cards,
    error::Answer,
    locks::lock,
    notices::Notices,
    passwords::Passwords,
    practice::Practice,
    rows::{in_order, row},
    saved_sites::SavedSites,
    views::{
        site::{PeerView, SiteView},
        sites::SiteRow,
    },
};

/// What a check of a site found.
#[derive(Clone)]
struct Seen {
    /// As the screen shows it.
    view: SiteView,
    /// What a new certificate for the site is measured against.
    measure: Measure,
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

/// What is known of each saved site: what it was seen to be, and what it had on record.
pub struct Checks {
    sites: Arc<SavedSites>,
    passwords: Arc<Passwords>,
    practice: Arc<Practice>,
    surveys: Surveys,
    /// What the last check of a site found, as long as the application runs.
    seen: Mutex<HashMap<String, Seen>>,
    notices: Notices,
    surroundings: Surroundings,
}

impl Checks {
    /// What earlier starts found in this state folder.
    pub(crate) fn open(
        home: &Path,
        sites: Arc<SavedSites>,
        passwords: Arc<Passwords>,
        practice: Arc<Practice>,
        notices: Notices,
        surroundings: &Surroundings,
    ) -> Self {
        Self {
            sites,
            passwords,
            practice,
            surveys: Surveys::open(home),
            seen: Mutex::default(),
            notices,
            surroundings: surroundings.clone(),
        }
    }

    /// Every saved site in the order to show.
    pub fn list(&self) -> Answer<Vec<SiteRow>> {
        let saved = self.sites.all()?.into_iter();
        let saved = saved.map(|site| {
            let can_sign_in = self.passwords.can_sign_in(&site);
            (site, can_sign_in)
        });
        Ok(in_order(saved, self.surroundings.now()))
    }

    /// Forgets a site and its password. Nothing happens at the site.
    pub async fn forget(&self, id: &str) -> Answer<()> {
        let site = self.sites.with(|sites| sites.forget(id))?;
        self.forget_seen(&site)?;
        self.passwords.forget(site).await
    }

    /// A saved site as its line in the list.
    pub(crate) fn row(&self, site: &SavedSite) -> SiteRow {
        row(
            site,
            self.passwords.can_sign_in(site),
            self.surroundings.now(),
        )
    }

    /// What was seen last; without a check, what is saved.
    pub fn site(&self, id: &str) -> Answer<SiteView> {
        let site = self.sites.find(id)?;
        let seen = self.last_seen(id);
        let seen = seen.map(|seen| SiteView {
            row: self.row(&site),
            ..seen.view
        });
        Ok(seen.unwrap_or_else(|| self.unseen(&site)))
    }

    /// Looks again. What cannot be read is a problem in the view: the rest is still shown.
    pub async fn check(&self, id: &str) -> Answer<SiteView> {
        let site = self.sites.find(id)?;
        match self.look(&site).await {
            Ok(seen) => {
                lock(&self.seen).insert(id.to_owned(), seen.clone());
                Ok(seen.view)
            }
            Err(refusal) => {
                self.passwords.forget_refused().await?;
                self.could_not_look(&site, refusal.problem())
            }
        }
    }

    fn could_not_look(&self, site: &SavedSite, problem: &Problem) -> Answer<SiteView> {
        let saved = self
            .sites
            .note_failed(site, problem, self.surroundings.now())?;
        self.notices.changed();
        let seen = self.last_seen(&site.id).map(|seen| seen.view);
        let view = seen.unwrap_or_else(|| self.unseen(&saved));
        Ok(SiteView {
            row: self.row(&saved),
            problem: Some(problem.clone()),
            ..view
        })
    }

    /// Saved sites that had this pin on record for a peer when they were checked last.
    pub(crate) fn holders_of(&self, pin: &Thumbprint) -> Answer<Vec<Holder>> {
        let holder = |site: SavedSite| {
            let survey = self.surveys.of(&site.id)?;
            let peer = survey.pinned_by(&site.name, pin)?.to_owned();
            let taken = survey.taken;
            Some(Holder { site, peer, taken })
        };
        Ok(self.sites.all()?.into_iter().filter_map(holder).collect())
    }

    /// What a new certificate for the site is measured against: what is saved of it; more of it after a check.
    pub(crate) fn measure(&self, id: &str) -> Answer<Measure> {
        let saved = self.sites.find(id)?.measure();
        let Some(seen) = self.last_seen(id) else {
            return Ok(saved);
        };
        Ok(Measure {
            management_host: saved.management_host,
            in_use: saved.in_use,
            ..seen.measure
        })
    }

    /// The names in the pairing list of a site, as the last check read it.
    pub(crate) async fn peer_names(&self, site: &SavedSite) -> Answer<Vec<String>> {
        let seen = match self.last_seen(&site.id) {
            Some(seen) => seen.view,
            None => self.check(&site.id).await?,
        };
        Ok(seen.peers.into_iter().map(|peer| peer.name).collect())
    }

    fn last_seen(&self, id: &str) -> Option<Seen> {
        lock(&self.seen).get(id).cloned()
    }

    /// What was seen of a site is not so any more.
    pub(crate) fn see_anew(&self, id: &str) {
        lock(&self.seen).remove(id);
    }

    /// Forgets what was seen of a site that is not saved any more.
    pub(crate) fn forget_seen(&self, site: &SavedSite) -> Answer<()> {
        self.see_anew(&site.id);
        Ok(self.surveys.forget(site)?)
    }

    async fn look(&self, site: &SavedSite) -> Answer<Seen> {
        let session = self.passwords.sign_in(site).await?;
        let (pace, here) = (self.practice.pace_of(site), &self.surroundings);
        let told = read_site(&session, &site.address, pace, here).await?;
        let survey = self.ask_around(site, &session, &told).await?;
        let peers = self.peers(site, &told, &survey.matrix)?;
        let now = here.now();
        let check = last_check(&told, &peers, &survey.matrix, now);
        let saved = self.note(&site.id, &told, check)?;
        self.notices.changed();
        // A survey that cannot be kept vouches for others until the app ends.
        drop(self.surveys.keep(&saved, survey));
        let view = SiteView {
            row: self.row(&saved),
            certificate: told.encoded.as_ref().map(|it| cards::of(it, now)),
            on_premises: forecasts(&told, now),
            service_type: ServiceType::Cloud.to_string(),
            public_endpoint: told
                .public
                .as_ref()
                .map(|address| address.to_string())
                .unwrap_or_default(),
            clock_ahead: saved.clock_ahead,
            suggested: suggested(&peers, |peer| self.likely_address(site, peer)),
            peers,
            other_services: told.other_services.iter().map(other_service).collect(),
            problem: None,
        };
        let measure = Measure {
            clock_ahead: told.clock_skew,
            public_host: told.public_host.clone(),
            present: told.encoded.clone(),
            other_services: told.other_services,
            ..Measure::default()
        };
        Ok(Seen { view, measure })
    }

    /// Both directions of every pairing of this site, as far as the saved peers let us in.
    async fn ask_around(
        &self,
        site: &SavedSite,
        session: &Arc<Session>,
        told: &SiteFacts,
    ) -> Answer<Snapshot> {
        let own = KnownSite {
            name: told.name.clone(),
            ..site.known(true)
        };
        let mut signed_in = vec![SignedIn {
            site: own,
            session: Arc::clone(session),
        }];
        let (mut others, mut signing_in) = (Vec::new(), JoinSet::new());
        for peer in self.sites.companions(site)? {
            if !paired(told).any(|listed| listed.site == peer.name) {
                continue;
            }
            match self.passwords.access(&peer).await {
                Ok(access) => {
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

    fn peers(&self, of: &SavedSite, told: &SiteFacts, matrix: &Matrix) -> Answer<Vec<PeerView>> {
        let saved = self.sites.companions(of)?;
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
        Ok(paired(told).map(view).collect())
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
    fn note(&self, id: &str, told: &SiteFacts, check: LastCheck) -> Answer<SavedSite> {
        self.sites.update(id, |site| {
            site.name.clone_from(&told.name);
            site.public_host.clone_from(&told.public_host);
            let ahead = told.clock_skew;
            site.clock_ahead = ahead.map(time::Duration::whole_seconds);
            // Only the pinned certificate may stand for the pinned certificate.
            let leaf = told.encoded.as_ref();
            let pinned = leaf.filter(|leaf| leaf.thumbprint() == site.pin);
            site.leaf = pinned
                .map(|leaf| leaf.der().to_vec())
                .or_else(|| site.leaf.take());
            site.last_check = Some(check);
        })
    }

    /// What is known without asking anybody since the start.
    fn unseen(&self, site: &SavedSite) -> SiteView {
        let row = self.row(site);
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
        let saved = self.sites.companions(site).unwrap_or_default();
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

/// The pairing list of a site; the site itself is a line of its own in it.
fn paired(told: &SiteFacts) -> impl Iterator<Item = &PeerSite> {
    told.records.iter().filter(|peer| !peer.is_local)
}
