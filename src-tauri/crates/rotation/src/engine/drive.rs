//! Drives one run through the order of its steps.

use crate::activity::StepStatus;
use crate::enumerate::enumerate;
use crate::event::{Event, Outcome, StepId};
use crate::halt::Halt;
use crate::live::Live;
use crate::reporter::Reporter;
use crate::steps::{self, Ending};
use message::Problem;

/// How many peers a closing sentence names at most, and one more.
const NAMED: usize = 4;

/// Runs the steps until the end, a pause, or something in the way; says how it ended.
pub(super) async fn drive(live: &mut Live, reporter: &Reporter) -> Outcome {
    let (outcome, closing) = match walk(live, reporter).await {
        Ok(()) => finished(live),
        Err(Halt::Problem(problem)) => halted(live, &problem),
        // What a person has to bring was told with the step: the run stays unfinished.
        Err(Halt::Waits(_) | Halt::Paused) => (Outcome::Attention, Event::Paused),
    };
    match (live.keep(reporter, closing).await, outcome) {
        // A run whose end is on no record has not ended well.
        (Err(_), Outcome::Done) => Outcome::Attention,
        // Why a record cannot be written has been said by the step that met it first.
        (_, outcome) => outcome,
    }
}

async fn walk(live: &mut Live, reporter: &Reporter) -> Result<(), Halt> {
    for step in steps::order(live.action) {
        if live.wishes.wants_pause() {
            return Err(Halt::Paused);
        }
        run_step(step, live, reporter).await?;
    }
    Ok(())
}

async fn run_step(step: StepId, live: &mut Live, reporter: &Reporter) -> Result<(), Halt> {
    match attempt(step, live, reporter).await {
        Ok(Ending {
            status,
            says,
            problem,
        }) => end(step, status, says, problem, live, reporter),
        Err(halt) => {
            if let Halt::Problem(problem) | Halt::Waits(problem) = &halt {
                let (says, told) = (crate::problem::told(problem), Some((**problem).clone()));
                end(step, StepStatus::Failed, says, told, live, reporter);
            }
            return Err(halt);
        }
    }
    Ok(())
}

async fn attempt(step: StepId, live: &mut Live, reporter: &Reporter) -> Result<Ending, Halt> {
    let says = steps::intent(step, &live.local.name);
    live.keep(reporter, Event::StepStarted { step, says })
        .await?;
    match steps::already_done(step, live).await {
        Some(says) => Ok(Ending {
            status: StepStatus::Skipped,
            says,
            problem: None,
        }),
        None => steps::perform(step, live, reporter).await,
    }
}

/// The end of a step: the beginning of the next one, or the end of the run, is kept right after it.
fn end(
    step: StepId,
    status: StepStatus,
    says: String,
    problem: Option<Problem>,
    live: &mut Live,
    reporter: &Reporter,
) {
    let ended = Event::StepEnded {
        step,
        status,
        says,
        problem,
    };
    live.mention(reporter, ended);
}

/// The closing record of a run whose every step was run. Whatever keeps it from being done is named.
fn finished(live: &Live) -> (Outcome, Event) {
    let site = &live.local.name;
    let left_out = live.left_out();
    let trusting = match (left_out.len(), live.peers.len()) {
        (0, 0) => ". It has no peer sites.".to_owned(),
        (0, 1) => ", and its peer site trusts it at both ends.".to_owned(),
        (0, all) => format!(", and all {all} peer sites trust it at both ends."),
        (1, all) => format!(
            ". 1 of {all} peer sites needs attention: {}.",
            some(&left_out)
        ),
        (open, all) => format!(
            ". {open} of {all} peer sites need attention: {}.",
            some(&left_out)
        ),
    };
    let doubt = live
        .doubt
        .as_ref()
        .map(|doubt| format!(" {}", crate::problem::told(doubt)));
    let remarked = live.peers.iter().filter(|peer| peer.remark.is_some());
    let remarked: Vec<String> = remarked.map(|peer| peer.name.clone()).collect();
    let remark = match &*remarked {
        [] => String::new(),
        names => format!(" There is a remark about {}.", some(names)),
    };
    let outcome = if left_out.is_empty() && doubt.is_none() {
        Outcome::Done
    } else {
        Outcome::Attention
    };
    let doubt = doubt.unwrap_or_default();
    let says = format!("{site} has its new certificate{trusting}{doubt}{remark}");
    (outcome, Event::RunFinished { outcome, says })
}

/// Names in a closing sentence: not more than fit into it.
fn some(names: &[String]) -> String {
    match names.split_at_checked(NAMED) {
        Some((first, [_, _, ..])) => {
            format!("{} and {} more", first.join(", "), names.len() - NAMED)
        }
        Some(_) | None => enumerate(names),
    }
}

/// The closing record of a run that was stopped by something in the way.
fn halted(live: &Live, problem: &Problem) -> (Outcome, Event) {
    let outcome = if live.memory.may_have_replaced() {
        Outcome::Attention
    } else {
        Outcome::Refused
    };
    let says = crate::problem::told(problem);
    (outcome, Event::RunFinished { outcome, says })
}
