//! Earlier runs at a site whose replacement may have been sent, and whose record does not tell what became of
//! it. A new run there begins with that question.

use std::path::Path;

use crate::event::{Event, Guarded};
use crate::journal::{self, Guard, RunId};
use crate::memory::{Attempt, Memory};

/// One event for each such run.
pub(super) fn doubts(home: &Path, site: &str, address: &str) -> Vec<Event> {
    let runs = journal::list(home).unwrap_or_default();
    let doubts = runs
        .iter()
        .filter_map(|run| doubt(home, run, site, address));
    doubts.collect()
}

fn doubt(home: &Path, run: &RunId, site: &str, address: &str) -> Option<Event> {
    let Guard::Standing(calls) = journal::guard(home, run) else {
        return None;
    };
    let call = calls.iter().rfind(|call| call.address == address).cloned();
    // A guard that cannot be read names no site; the run's own name does.
    let is_here = call.is_some() || (calls.is_empty() && run.may_be_of(site));
    if !is_here || is_settled(home, run, &calls) {
        return None;
    }
    Some(Event::EarlierInDoubt {
        run: run.to_string(),
        call,
        says: format!(
            "The run {run} may have replaced the certificate of {site}, and no record tells what became of it. \
             It is looked at before anything is sent."
        ),
    })
}

/// Whether the record of a run can be read and tells what became of its call.
fn is_settled(home: &Path, run: &RunId, calls: &[Guarded]) -> bool {
    let Ok(replay) = journal::read(home, run) else {
        return false;
    };
    let guard = Guard::Standing(calls.to_vec());
    let replacement = Memory::beside(&replay.records, &guard).replacement;
    !matches!(
        replacement,
        Attempt::Open { .. } | Attempt::Again { .. } | Attempt::Left { .. }
    )
}
