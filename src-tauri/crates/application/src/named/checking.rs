//! Who trusts whom, in both directions, as far as named sites let us in.

use rotation::another_service;
use std::collections::HashSet;

use appliance::{Limits, ServiceType};
use rotation::{Engine, Problem, SiteAccess};
use sites::SavedSite;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use tokio::task::JoinSet;
use trust::{Cell, Generation, KnownSite, Matrix, Scope, SignedIn};

use super::{Keys, Named, NoAccess};

/// What a check of several sites found.
pub struct Checked {
    /// Who trusts whom; nothing where no site let us in.
    pub matrix: Option<Matrix>,
    /// Why sites could not be signed in to.
    pub problems: Vec<Problem>,
}

impl Checked {
    /// Whether every cell is the same, no site complains and each let us in.
    #[must_use]
    pub fn is_all_well(&self) -> bool {
        let mut cells = self.matrix.iter().flat_map(|matrix| &matrix.cells);
        self.problems.is_empty() && cells.all(Cell::is_well)
    }
}

/// Signs in at every site and asks who trusts whom.
pub async fn check(named: &[Named], keys: &Keys) -> Result<Checked, NoAccess> {
    let (mut visiting, mut seen) = (JoinSet::new(), HashSet::new());
    let sites = named.iter().filter(|site| seen.insert(&site.address));
    for (place, site) in sites.enumerate() {
        let access = keys.to(site).await?;
        let history = history(keys, &access, keys.saved(site)?.as_ref());
        visiting.spawn(async move { (place, visit(access, history).await) });
    }
    let mut visited = visiting.join_all().await;
    visited.sort_by_key(|(place, _)| *place);
    let (mut signed_in, mut problems) = (Vec::new(), Vec::new());
    for (_, visited) in visited {
        match visited {
            Ok(site) => signed_in.push(site),
            Err(problem) => problems.push(problem),
        }
    }
    if signed_in.is_empty() && !problems.is_empty() {
        let matrix = None;
        return Ok(Checked { matrix, problems });
    }
    let now = keys.surroundings().now();
    let survey = trust::observe(&signed_in, Vec::new(), &Scope::Everything, now).await;
    let matrix = Some(Matrix::of(&survey));
    Ok(Checked { matrix, problems })
}

/// Signs in at a site and asks it for its name.
async fn visit(access: SiteAccess, history: Vec<Generation>) -> Result<SignedIn, Problem> {
    let address = access.address.to_string();
    let session = access.sign_in(Limits::usual()).await;
    let session = session.map_err(|error| error.problem(&address))?;
    let told = tokio::try_join!(session.about(), session.config());
    let (about, config) = told.map_err(|error| error.problem(&address))?;
    if about.service_type != ServiceType::Cloud {
        return Err(another_service(&about.service_type, &address));
    }
    let site = KnownSite {
        name: config.local_site,
        is_own: true,
        current: Some(access.pin),
        history,
    };
    Ok(SignedIn { site, session })
}

/// The certificates that the site had before: as it was saved, and as runs kept here replaced them.
fn history(keys: &Keys, access: &SiteAccess, saved: Option<&SavedSite>) -> Vec<Generation> {
    let of_saved = saved.map(SavedSite::history).unwrap_or_default();
    let mut history: Vec<_> = of_saved
        .into_iter()
        .chain(replaced_here(keys, access))
        .collect();
    history.retain(|generation| generation.thumbprint != access.pin);
    history.sort_by_key(|generation| std::cmp::Reverse(generation.replaced));
    history
}

/// Records that cannot be read vouch for nothing.
fn replaced_here(keys: &Keys, access: &SiteAccess) -> Vec<Generation> {
    let home = keys.home();
    let engine = Engine::new(home, keys.surroundings().clone());
    let runs = rotation::journal::list(home).unwrap_or_default();
    let views = runs.iter().filter_map(|run| engine.view(run).ok());
    let address = access.address.to_string();
    let of_site = views.filter(|view| view.site_address == address);
    of_site
        .filter_map(|view| {
            let at = view.restart.as_ref().map(|restart| restart.since.clone());
            Some(Generation {
                thumbprint: view.old?.thumbprint.parse().ok()?,
                replaced: at.and_then(|at| OffsetDateTime::parse(&at, &Rfc3339).ok()),
            })
        })
        .collect()
}
