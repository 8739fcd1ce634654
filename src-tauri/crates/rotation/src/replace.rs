//! The guarded call: replacing the certificate, at most once.
//!
//! Intent and guard are on the disk before the first byte goes out. When the answer is lost, the
//! wire is looked at, then the site's own report over the old certificate, then its tasks; and
//! when all of that says "not replaced" for long enough, a person decides.

use std::sync::Arc;

use appliance::{OperationId, Replaced, RequestError, ServiceCertificate, Session};
use certificate::Thumbprint;
use tokio::time::{Instant, sleep};

use crate::card::CertificateCard;
use crate::engine::{Halt, StartError};
use crate::event::{Action, Event, Knowledge, StepId};
use crate::live::Live;
use crate::memory::Attempt;
use crate::problem::Problem;
use crate::promises;
use crate::questions;
use crate::repair::stored;
use crate::reporter::{NotKept, Reporter};
use crate::request::Replacement;
use crate::steps;
use crate::wait::look;

/// Where the appliance keeps the old keystore after an import (docs/vcda-api.md §2.2).
const BACKUP: &str = "/opt/vmware/h4/cloud/config/keystore.p12.bak";

/// Why the certificate is not replaced.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ReplaceError {
    /// The site uses another certificate than at the start.
    #[error("{site} uses another certificate than at the start")]
    ChangedMeanwhile { site: String, uses: Thumbprint },
    /// A pairing was changed since the start.
    #[error("the pairing with {peer} was changed at {site} since the start")]
    PairingChanged { site: String, peer: String },
    /// The appliance refused.
    #[error("{site} refused the replacement")]
    Refused {
        site: String,
        #[source]
        source: RequestError,
    },
    /// A certificate answers that belongs to nobody here.
    #[error("another certificate answers at {site}")]
    OtherCertificate { site: String, seen: Thumbprint },
    /// A person decided not to replace it while no peer site can be repaired.
    #[error("no peer site of {site} can be repaired, and the replacement was left")]
    NobodyToRepair { site: String },
    /// A person decided not to send it again.
    #[error("the replacement at {site} was given up")]
    GivenUp { site: String },
}

/// What is known of a replacement whose answer was lost.
enum Fate {
    /// It took place.
    Happened(Option<Box<ServiceCertificate>>),
    /// All signs say that it did not.
    DidNot,
}

/// The sentence that is true already when there is nothing left to replace.
pub(crate) fn is_done(live: &Live) -> Option<String> {
    let site = &live.local.name;
    if live.memory.arrived.is_some() {
        return Some(format!("{site} shows the new certificate."));
    }
    (live.memory.replacement == Attempt::Accepted)
        .then(|| format!("{site} took the replacement earlier in this run."))
}

/// Replaces the certificate, or finds out that it was replaced.
pub(crate) async fn replace(live: &mut Live, reporter: &Reporter) -> Result<(), Halt> {
    loop {
        match live.memory.replacement.clone() {
            Attempt::Accepted => {
                // The private key is needed no more.
                live.replacement = None;
                return Ok(());
            }
            Attempt::None | Attempt::Refused => attempt(live, reporter).await?,
            Attempt::Open { operation } => settle(live, reporter, &operation).await?,
        }
    }
}

/// Makes sure that nothing changed, writes the intent, and makes the call once.
async fn attempt(live: &mut Live, reporter: &Reporter) -> Result<(), Halt> {
    let session = old_session(live).await?;
    check_unchanged(live, &session).await?;
    let upload = upload(live)?;
    let operation = OperationId::draw(&mut rand::rng());
    let intended = Event::ReplacementIntended {
        operation: operation.to_string(),
        old: live.local.old.to_string(),
        new: live.local.new.map(|new| new.to_string()),
        grade: live.local.access.grade.to_string(),
    };
    live.keep(reporter, intended).await?;
    reporter.guard(&operation).await?;
    let answer = match &upload {
        Some((pkcs12, password)) => {
            session
                .import_certificate(pkcs12, password, &operation)
                .await
        }
        None => session.regenerate_certificate(&operation).await,
    };
    take_answer(live, reporter, &session, &operation, answer).await
}

async fn take_answer(
    live: &mut Live,
    reporter: &Reporter,
    session: &Session,
    operation: &OperationId,
    answer: Result<Replaced, RequestError>,
) -> Result<(), Halt> {
    let site = live.local.name.clone();
    let operation = operation.to_string();
    match answer {
        Ok(replaced) => {
            let says = format!("{site} took the replacement.");
            accept(live, reporter, operation, says).await?;
            learn(live, reporter, session, replaced.told).await
        }
        Err(source) if did_nothing(&source) => {
            // Nobody refused what never left this computer.
            let problem = if matches!(source, RequestError::NotSent { .. }) {
                Problem::from((&*site, &source))
            } else {
                Problem::from(&ReplaceError::Refused { site, source })
            };
            let refused = Event::ReplacementRefused {
                operation,
                problem: problem.clone(),
            };
            live.keep(reporter, refused).await?;
            Err(problem.into())
        }
        Err(_) => {
            let says = format!(
                "The answer of {site} was lost. What it shows is looked at before anything is sent again."
            );
            let ambiguous = Event::ReplacementAmbiguous { operation, says };
            Ok(live.keep(reporter, ambiguous).await?)
        }
    }
}

/// Keeps that the appliance took the replacement. What it keeps of the old keystore is told first, so
/// that no record of the one is without the other.
async fn accept(
    live: &mut Live,
    reporter: &Reporter,
    operation: String,
    says: String,
) -> Result<(), NotKept> {
    if live.action == Action::Import {
        reporter.mention(Event::BackupKept {
            path: BACKUP.to_owned(),
            says: steps::way_back(StepId::ImportCertificate).to_owned(),
        });
    }
    let accepted = Event::ReplacementAccepted { operation, says };
    live.keep(reporter, accepted).await
}

/// Whether the call certainly had no effect. A 401 is no such sign: it may be the very log-out
/// that a replacement brings (docs/vcda-api.md §2.4).
fn did_nothing(error: &RequestError) -> bool {
    let may_be_the_log_out = matches!(
        error,
        RequestError::SessionGone | RequestError::CredentialRefused { .. }
    );
    error.is_definite_refusal() && !may_be_the_log_out
}

/// A session over the old certificate; one sign-in if nobody is signed in.
async fn old_session(live: &mut Live) -> Result<Arc<Session>, Halt> {
    if live.local.old_session().is_none() {
        let signed_in = live.local.sign_in_over(live.local.old).await;
        let address = live.local.access.address.to_string();
        signed_in.map_err(|error| Problem::from((&*address, &*error)))?;
    }
    let session = live.local.old_session().map(Arc::clone);
    Ok(session.expect("the sign-in above left a session over the old certificate"))
}

/// Compare and swap: the site and its pairings must be what they were when the run began.
async fn check_unchanged(live: &Live, session: &Session) -> Result<(), Halt> {
    let site = live.local.name.clone();
    let failed = |error: RequestError| Halt::from(Problem::from((&*site, &error)));
    let patience = &live.patience;
    let uses = patience
        .read(|| session.certificate())
        .await
        .map_err(failed)?;
    if uses.thumbprint != live.local.old {
        let uses = uses.thumbprint;
        let site = site.clone();
        return Err(Problem::from(&ReplaceError::ChangedMeanwhile { site, uses }).into());
    }
    let records = patience.read(|| session.sites()).await.map_err(failed)?;
    for peer in &live.peers {
        let record = records
            .iter()
            .find(|record| record.site == peer.name && !record.is_local);
        if record.and_then(stored) != peer.before.pinned_at_local {
            let (site, peer) = (site.clone(), peer.name.clone());
            return Err(Problem::from(&ReplaceError::PairingChanged { site, peer }).into());
        }
    }
    Ok(())
}

/// What an import sends; nothing for a regenerate.
fn upload(live: &Live) -> Result<Option<(Vec<u8>, secrecy::SecretString)>, Halt> {
    match (live.action, &live.replacement) {
        (Action::Regenerate, _) => Ok(None),
        (Action::Import, Some(Replacement::Import { sealed })) => {
            let form = promises::form_for(live.local.before.version.as_deref());
            let pkcs12 = sealed.keystore(form).to_vec();
            Ok(Some((pkcs12, sealed.password.clone())))
        }
        (Action::Import, _) => Err(Problem::from(&StartError::FileNeeded).into()),
    }
}

/// After a regenerate: asks for the new certificate over the connection that the old one proved,
/// for as long as it stays open.
async fn learn(
    live: &mut Live,
    reporter: &Reporter,
    session: &Session,
    told: Option<ServiceCertificate>,
) -> Result<(), Halt> {
    if live.local.new.is_some() {
        return Ok(());
    }
    let deadline = Instant::now() + live.patience.pace.learning_window;
    let mut pause = live.patience.pace.handshake / 8;
    let mut told = told;
    loop {
        if let Some(certificate) = told.filter(|told| told.thumbprint != live.local.old) {
            return know(live, reporter, certificate, Knowledge::OldConnection).await;
        }
        if Instant::now() >= deadline {
            return Ok(());
        }
        // The connection closes when the service goes down; then there is nothing left to learn.
        let Ok(certificate) = session.certificate().await else {
            return Ok(());
        };
        told = Some(certificate);
        sleep(pause).await;
        pause *= 2;
    }
}

/// Takes a certificate for the new one.
pub(crate) async fn know(
    live: &mut Live,
    reporter: &Reporter,
    certificate: ServiceCertificate,
    how: Knowledge,
) -> Result<(), Halt> {
    let now = live.clock.now();
    let card = certificate.encoded.as_ref();
    let known = Event::NewCertificateKnown {
        thumbprint: certificate.thumbprint.to_string(),
        certificate: card.map(|certificate| CertificateCard::of(certificate, &[], now)),
        how,
    };
    live.keep(reporter, known).await?;
    live.local.new = Some(certificate.thumbprint);
    Ok(())
}

/// Finds out what became of a replacement whose answer was lost.
async fn settle(live: &mut Live, reporter: &Reporter, operation: &str) -> Result<(), Halt> {
    let site = live.local.name.clone();
    match find_out(live, operation).await? {
        Fate::Happened(told) => {
            let says = format!("{site} took the replacement; its answer was lost.");
            let operation = operation.to_owned();
            accept(live, reporter, operation, says).await?;
            match told.filter(|_| live.local.new.is_none()) {
                Some(told) => know(live, reporter, *told, Knowledge::OldConnection).await,
                None => Ok(()),
            }
        }
        Fate::DidNot => {
            let question = questions::send_again(&site, operation);
            let answer = live.ask(reporter, question).await?;
            if answer.answer != questions::AGAIN {
                return Err(Problem::from(&ReplaceError::GivenUp { site }).into());
            }
            // Only this answer, kept in the record, lets the call be made again.
            live.memory.replacement = Attempt::None;
            Ok(())
        }
    }
}

/// Looks at the wire, at the site's own report and at its tasks until one of them tells.
async fn find_out(live: &mut Live, operation: &str) -> Result<Fate, Halt> {
    let pace = live.patience.pace;
    let mut quiet_until = Instant::now() + pace.quiet_window;
    let down_until = Instant::now() + pace.restart_budget;
    loop {
        let seen = look(&live.local.access.address, &pace).await;
        match seen.map(|sighting| sighting.leaf.thumbprint()) {
            Some(seen) if seen == live.local.old => {
                if let Some(told) = ask_the_site(live, operation).await {
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
            None if Instant::now() < down_until => {
                quiet_until = Instant::now() + pace.quiet_window;
            }
            None => {}
        }
        if live.wishes.wants_pause() {
            return Err(Halt::Paused);
        }
        if Instant::now() >= quiet_until {
            return Ok(Fate::DidNot);
        }
        sleep(pace.handshake).await;
    }
}

/// What the site itself says over its old certificate: `Some` when it took the replacement.
async fn ask_the_site(live: &mut Live, operation: &str) -> Option<Option<Box<ServiceCertificate>>> {
    let session = fresh_old_session(live).await?;
    let reports = session.certificate().await.ok()?;
    if reports.thumbprint != live.local.old {
        return Some(Some(Box::new(reports)));
    }
    let operation: OperationId = operation.parse().ok()?;
    let tasks = session.tasks_of(&operation).await.ok()?;
    // A version that ignores the filter answers with tasks about other sites, never about none.
    let is_ours = tasks.iter().any(|task| task.resource.is_none());
    is_ours.then_some(None)
}

/// A session over the old certificate that was opened after the answer was lost. The one that
/// made the call has given itself up; there is one sign-in, and none after a refusal.
async fn fresh_old_session(live: &mut Live) -> Option<Arc<Session>> {
    if !live.local.has_fresh_session {
        live.local.has_fresh_session = true;
        live.local.session = None;
        live.local.sign_in_over(live.local.old).await.ok()?;
    }
    live.local.old_session().map(Arc::clone)
}
