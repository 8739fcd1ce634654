//! Drives one run through the order of its steps.

use super::Halt;
use crate::event::{Event, Outcome, StepId};
use crate::live::Live;
use crate::problem::Problem;
use crate::progress::StepStatus;
use crate::reporter::Reporter;
use crate::steps::{self, Ending};

/// Runs the steps until the end, a pause, or something in the way; says how it ended.
pub(super) async fn drive(live: &mut Live, reporter: &Reporter) -> Outcome {
    let (outcome, closing) = match walk(live, reporter).await {
        Ok(()) => finished(live),
        Err(Halt::Problem(problem)) => halted(live, &problem),
        Err(Halt::Paused) => (Outcome::Attention, Event::Paused),
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
        Err(Halt::Problem(problem)) => {
            let says = problem.what.clone();
            let told = Some((*problem).clone());
            end(step, StepStatus::Failed, says, told, live, reporter);
            return Err(Halt::Problem(problem));
        }
        Err(Halt::Paused) => return Err(Halt::Paused),
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

/// The closing record of a run whose every step was run.
fn finished(live: &Live) -> (Outcome, Event) {
    let site = &live.local.name;
    let open = live.peers.iter().filter(|peer| !peer.is_done).count();
    let all = live.peers.len();
    let (outcome, says) = match (open, all) {
        (0, _) if live.is_doubtful => (
            Outcome::Attention,
            format!("{site} has its new certificate, but its last reading leaves a doubt."),
        ),
        (0, 0) => (
            Outcome::Done,
            format!("{site} has its new certificate. It has no peer sites."),
        ),
        (0, 1) => (
            Outcome::Done,
            format!("{site} has its new certificate, and its peer site trusts it at both ends."),
        ),
        (0, _) => (
            Outcome::Done,
            format!(
                "{site} has its new certificate, and all {all} peer sites trust it at both ends."
            ),
        ),
        _ => (
            Outcome::Attention,
            format!("{site} has its new certificate. {open} of {all} peer sites need attention."),
        ),
    };
    (outcome, Event::RunFinished { outcome, says })
}

/// The closing record of a run that was stopped by something in the way.
fn halted(live: &Live, problem: &Problem) -> (Outcome, Event) {
    let outcome = if live.memory.may_have_replaced() {
        Outcome::Attention
    } else {
        Outcome::Refused
    };
    let says = problem.what.clone();
    (outcome, Event::RunFinished { outcome, says })
}
