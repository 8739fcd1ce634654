//! `resume`: goes on with a run that was paused, cut off, or left with something to do.

use application::named::{Keys, Named, cut_off};
use rotation::{Engine, Outcome, Problem, Resumption};
use secrecy::SecretString;

use super::rotate::{operator, pace};
use crate::console::Console;
use crate::problems::of_access;
use crate::wish::Resume;
use crate::{file, follow};

/// Takes up the run that was named, else the one that is left.
pub(crate) async fn resume(
    wish: Resume,
    keys: &Keys,
    opening: Vec<SecretString>,
    console: &Console,
) -> Result<Outcome, Problem> {
    let cut = cut_off(keys, wish.run.as_deref())?;
    let replacement = match &wish.import {
        Some(path) => Some(file::replacement(path, opening, keys.surroundings()).await?),
        None => None,
    };
    let peers = cut.peers(&wish.peers, keys).await.map_err(of_access)?;
    let local = cut.local(keys).await.map_err(of_access)?;
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
    let run = Engine::new(keys.home(), keys.surroundings().clone())
        .resume(&cut.id, with)
        .await?;
    let answers = &wish.work.answers;
    Ok(follow::on_from(cut.kept, &run, &site, answers, keys, console).await)
}
