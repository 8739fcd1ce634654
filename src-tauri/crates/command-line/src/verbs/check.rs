//! `check`: who trusts whom, in both directions, as far as the named sites let us in.

use std::collections::HashSet;

use appliance::{Limits, ServiceType};
use rotation::{Engine, Outcome, Problem, SiteAccess, another_service};
use serde_json::json;
use sites::SavedSite;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use tokio::task::JoinSet;
use trust::{Cell, Generation, KnownSite, Matrix, Scope, SignedIn};

use crate::access::Keys;
use crate::console::Console;
use crate::wish::Named;

/// Signs in at every site and tells the matrix. It needs attention unless every cell is the same and no site complains.
pub(crate) async fn check(
    named: &[Named],
    keys: &Keys,
    console: &Console,
) -> Result<Outcome, Problem> {
    let mut visiting = JoinSet::new();
    let mut seen = HashSet::new();
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
    if let (true, Some(problem)) = (signed_in.is_empty(), problems.pop()) {
        problems.iter().for_each(|other| console.tell(other));
        return Err(problem);
    }
    problems.iter().for_each(|problem| console.tell(problem));
    let now = keys.surroundings().now();
    let survey = trust::observe(&signed_in, Vec::new(), &Scope::Everything, now).await;
    let matrix = Matrix::of(&survey);
    let is_all_well = problems.is_empty() && matrix.cells.iter().all(Cell::is_well);
    let outcome = if is_all_well {
        Outcome::Done
    } else {
        Outcome::Attention
    };
    tell(&matrix, outcome, console);
    Ok(outcome)
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

fn tell(matrix: &Matrix, outcome: Outcome, console: &Console) {
    for cell in &matrix.cells {
        let (from, to, word) = (&cell.from, &cell.to, cell.verdict.word());
        console.say(&format!("{from} -> {to}: {word}"));
        if !cell.is_well() {
            console.say(&format!("  {}\n  {}", cell.meaning, cell.action));
        }
    }
    if matrix.cells.is_empty() {
        console.say("None of these sites is paired with another one.");
    }
    let cells = matrix.cells.iter().map(|cell| {
        json!({
            "from": cell.from,
            "to": cell.to,
            "verdict": cell.verdict.slug(),
            "meaning": cell.meaning,
            "action": cell.action,
            "complaint": cell.complaint,
        })
    });
    console.line(&json!({"outcome": outcome, "cells": cells.collect::<Vec<_>>()}));
}
