//! `resume`: goes on with a run that was paused, cut off, or left with something to do.

use std::io;
use std::path::Path;

use rotation::event::{Opening, Participant};
use rotation::progress::RunStatus;
use rotation::{Engine, Event, Grade, Outcome, Problem, Resumption, RunId, SiteAccess, journal};

use super::rotate::{operator, pace};
use crate::access::Keys;
use crate::console::Console;
use crate::wish::{Named, Resume};
use crate::{file, follow};

/// Takes up the run that was named, else the only one that is unfinished, else the last one where that
/// left something to do.
pub(crate) async fn resume(
    wish: Resume,
    keys: &Keys,
    console: &Console,
) -> Result<Outcome, Problem> {
    let home = keys.home();
    let engine = Engine::new(home, keys.surroundings().clone());
    let id = match &wish.run {
        Some(run) => run.parse().map_err(|error| Problem::from(&error))?,
        None => left_to_do(&engine)?,
    };
    let (opening, kept) = opening(home, &id)?;
    let replacement = match &wish.import {
        Some(path) => Some(file::replacement(path, keys.of_bundle(), keys.surroundings()).await?),
        None => None,
    };
    let mut peers = Vec::new();
    for named in &wish.peers {
        peers.push(keys.to(named).await?);
    }
    // A peer without a pin was left to its administrators from the start.
    let is_named = |peer: &&Participant| {
        let mut named = wish.peers.iter();
        named.any(|named| named.address.to_string() == peer.address)
    };
    let recorded = opening.peers.iter().filter(|peer| !peer.pin.is_empty());
    for peer in recorded.filter(|peer| !is_named(peer)) {
        peers.push(access(peer, keys, &id).await?);
    }
    let local = access(&opening.local, keys, &id).await?;
    let site = Named {
        address: local.address.clone(),
        pin: None,
    };
    let with = Resumption {
        local,
        peers,
        replacement,
        operator: operator(),
        pace: pace(wish.work.pace),
    };
    let run = engine.resume(&id, with).await?;
    let answers = &wish.work.answers;
    Ok(follow::on_from(kept, &run, &site, answers, keys, console).await)
}

/// With what to sign in at a site of the record.
async fn access(site: &Participant, keys: &Keys, run: &RunId) -> Result<SiteAccess, Problem> {
    let (Ok(address), Ok(pin)) = (site.address.parse(), site.pin.parse()) else {
        return Err(no_beginning(run));
    };
    let grade = site.grade.parse().unwrap_or(Grade::E0);
    let named = Named { address, pin: None };
    keys.again(&named, pin, grade).await
}

/// What the run is about, its first record, and how many records there are.
fn opening(home: &Path, run: &RunId) -> Result<(Opening, usize), Problem> {
    let replay = journal::read(home, run).map_err(|error| Problem::from(&error))?;
    let kept = replay.records.len();
    let opening = replay.records.into_iter().find_map(|record| {
        if let Event::RunStarted(opening) = record.event {
            Some(*opening)
        } else {
            None
        }
    });
    let opening = opening.ok_or_else(|| no_beginning(run))?;
    Ok((opening, kept))
}

fn left_to_do(engine: &Engine) -> Result<RunId, Problem> {
    let runs = engine.list().map_err(|error| no_records(&error))?;
    let unfinished = runs.iter().filter(|run| !run.status.is_final());
    let last = runs.first();
    let last = last.filter(|run| run.status == RunStatus::Attention);
    let unfinished: Vec<&str> = unfinished.map(|run| run.run.as_str()).collect();
    match (unfinished.as_slice(), last) {
        ([only], _) => only.parse().map_err(|error| Problem::from(&error)),
        ([], Some(last)) => last.run.parse().map_err(|error| Problem::from(&error)),
        ([], None) => Err(Problem::new(
            "run.none_unfinished",
            "No run is unfinished.",
            "Nothing was done at any site.",
            "Name a run that ended with something left to do, or start a new one with rotate.",
        )),
        (several, _) => Err(Problem::new(
            "run.several_unfinished",
            format!("Several runs are unfinished: {}.", several.join(", ")),
            "Nothing was done at any site.",
            "Name the one to go on with.",
        )),
    }
}

fn no_beginning(run: &RunId) -> Problem {
    Problem::new(
        "run.no_beginning",
        format!("The record of {run} does not say what it is about."),
        "Nothing was done at any site.",
        "Start a new run with rotate: it looks at every site first.",
    )
}

fn no_records(error: &io::Error) -> Problem {
    let problem = Problem::new(
        "run.records",
        "The records of the runs could not be read.",
        "No site is affected.",
        "Check that the state folder exists, belongs to you and may be read, then try again.",
    );
    problem.quoting(&error.to_string())
}
