//! What became of a replacement whose answer was lost: the wire tells first, then the site's own report and
//! its tasks, and then a person decides.

use std::sync::Arc;
use std::time::Duration;

use appliance::{OperationId, ServiceCertificate, Session};

use super::{ReplaceError, accept, know};
use crate::event::Knowledge;
use crate::halt::Halt;
use crate::live::Live;
use crate::look::look;
use crate::questions;
use crate::reporter::Reporter;
use message::Problem;

/// What is known of a replacement whose answer was lost.
enum Fate {
    /// It took place.
    Happened(Option<Box<ServiceCertificate>>),
    /// All signs say that it did not.
    DidNot,
}

/// Finds out what became of a replacement whose answer was lost, or asks whether to send it again. What was
/// answered with 401 needs no quiet time: where the site lets us in anew and reports its old certificate, it was
/// a session that had ended.
pub(super) async fn settle(
    live: &mut Live,
    reporter: &Reporter,
    operation: &str,
    is_unauthorised: bool,
) -> Result<(), Halt> {
    let quiet = if is_unauthorised {
        Duration::ZERO
    } else {
        live.patience.pace.quiet_window
    };
    if has_happened(live, reporter, operation, quiet).await? {
        return Ok(());
    }
    // What the answer means is in the record: sent again, or left.
    let question = questions::send_again(&live.local.name, operation, is_unauthorised);
    live.ask(reporter, question).await?;
    Ok(())
}

/// Whether a replacement whose answer was lost took place after all; then it is on record as accepted.
pub(super) async fn has_happened(
    live: &mut Live,
    reporter: &Reporter,
    operation: &str,
    quiet: Duration,
) -> Result<bool, Halt> {
    let Fate::Happened(told) = find_out(live, operation, quiet).await? else {
        return Ok(false);
    };
    let site = &live.local.name;
    let says = format!("{site} took the replacement; its answer was lost.");
    accept(live, reporter, operation.to_owned(), says).await?;
    if let Some(told) = told.filter(|_| live.local.new.is_none()) {
        know(live, reporter, *told, Knowledge::OldConnection).await?;
    }
    Ok(true)
}

/// Looks at the wire, at the site's own report and at its tasks until one of them tells, or until the old
/// certificate has answered for as long as `quiet`.
async fn find_out(live: &mut Live, operation: &str, quiet: Duration) -> Result<Fate, Halt> {
    let pace = live.patience.pace;
    let surroundings = live.patience.surroundings.clone();
    let mut quiet_until = surroundings.instant() + quiet;
    let down_until = surroundings.instant() + pace.restart_budget;
    loop {
        let seen = look(&live.local.access.address, &live.patience).await;
        let seen = seen.map(|sighting| sighting.leaf.thumbprint());
        match seen {
            Some(seen) if seen == live.local.old => {
                if let Some(told) = ask_the_site(live, operation).await? {
                    return Ok(Fate::Happened(told));
                }
            }
            Some(seen) if live.local.new.is_none_or(|new| new == seen) => {
                return Ok(Fate::Happened(None));
            }
            Some(seen) => {
                let site = live.local.name.clone();
                return Err(Problem::from(&ReplaceError::OtherCertificate { site, seen }).into());
            }
            // While nobody answers, nothing speaks for the old certificate: the quiet starts over.
            None if surroundings.instant() < down_until => {
                quiet_until = surroundings.instant() + quiet
            }
            None => {}
        }
        if live.wishes.wants_pause() {
            return Err(Halt::Paused);
        }
        let has_answered = seen.is_some() || surroundings.instant() >= down_until;
        if has_answered && surroundings.instant() >= quiet_until {
            return Ok(Fate::DidNot);
        }
        surroundings.sleep(pace.handshake).await;
    }
}

/// What the site itself says over its old certificate: `Some` when it took the replacement.
async fn ask_the_site(
    live: &mut Live,
    operation: &str,
) -> Result<Option<Option<Box<ServiceCertificate>>>, Halt> {
    let Some(session) = fresh_old_session(live).await else {
        return Ok(None);
    };
    let Ok(reports) = session.certificate().await else {
        return Ok(None);
    };
    let uses = reports.thumbprint;
    if live.local.new.is_some_and(|new| new != uses) && uses != live.local.old {
        let site = live.local.name.clone();
        return Err(Problem::from(&ReplaceError::OtherTaken { site, uses }).into());
    }
    if uses != live.local.old {
        return Ok(Some(Some(Box::new(reports))));
    }
    Ok(knows_of(&session, operation).await.then_some(None))
}

/// Whether the site has a task of this operation.
async fn knows_of(session: &Session, operation: &str) -> bool {
    let Ok(operation) = operation.parse::<OperationId>() else {
        return false;
    };
    let tasks = session.tasks_of(&operation).await.unwrap_or_default();
    // A version that ignores the filter answers with tasks about other sites, never about none.
    tasks.iter().any(|task| task.resource.is_none())
}

/// A session over the old certificate that was opened after the answer was lost. The one that
/// made the call has given itself up; there is one sign-in, and none after a refusal.
async fn fresh_old_session(live: &mut Live) -> Option<Arc<Session>> {
    if !live.local.has_fresh_session {
        live.local.has_fresh_session = true;
        live.local.session = None;
        live.local
            .sign_in_over(live.local.old, live.patience.pace.limits)
            .await
            .ok()?;
    }
    live.local.old_session().map(Arc::clone)
}
