//! A run that was paused, cut off, or left with something to do: which one, what it is about, and with what its sites
//! are signed in to.

use std::{io, path::Path};

use rotation::{
    Engine, Event, Grade, Problem, RunId, SiteAccess,
    event::{Opening, Participant},
    journal,
    progress::RunStatus,
};

use super::{Keys, Named, NoAccess};

/// A run to go on with.
pub struct Cut {
    /// Its name.
    pub id: RunId,
    /// How many events its record has.
    pub kept: usize,
    opening: Opening,
}

/// The run of this name, else the only one that is unfinished, else the last one where that left something to do.
pub fn cut_off(keys: &Keys, run: Option<&str>) -> Result<Cut, Problem> {
    let id = match run {
        Some(run) => run.parse().map_err(|error| Problem::from(&error))?,
        None => left_to_do(&Engine::new(keys.home(), keys.surroundings().clone()))?,
    };
    let (opening, kept) = opening(keys.home(), &id)?;
    Ok(Cut { id, kept, opening })
}

impl Cut {
    /// With what to sign in at its own site.
    pub async fn local(&self, keys: &Keys) -> Result<SiteAccess, NoAccess> {
        self.access(&self.opening.local, keys).await
    }

    /// With what to sign in at its peers: at those that are named now, and at those of the record.
    pub async fn peers(&self, named: &[Named], keys: &Keys) -> Result<Vec<SiteAccess>, NoAccess> {
        let mut peers = Vec::new();
        for named in named {
            peers.push(keys.to(named).await?);
        }
        // A peer without a pin was left to its administrators from the start.
        let is_named = |peer: &&Participant| {
            let mut named = named.iter();
            named.any(|named| named.address.to_string() == peer.address)
        };
        let recorded = self
            .opening
            .peers
            .iter()
            .filter(|peer| !peer.pin.is_empty());
        for peer in recorded.filter(|peer| !is_named(peer)) {
            peers.push(self.access(peer, keys).await?);
        }
        Ok(peers)
    }

    /// With what to sign in at a site of the record.
    async fn access(&self, site: &Participant, keys: &Keys) -> Result<SiteAccess, NoAccess> {
        let (Ok(address), Ok(pin)) = (site.address.parse(), site.pin.parse()) else {
            return Err(no_beginning(&self.id).into());
        };
        let grade = site.grade.parse().unwrap_or(Grade::E0);
        let named = Named { address, pin: None };
        keys.again(&named, pin, grade).await
    }
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
