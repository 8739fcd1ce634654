//! The guarded call: replacing the certificate, at most once.
//!
//! Intent and guard are on the disk before the first byte goes out. When the answer is lost, the
//! wire is looked at, then the site's own report over the old certificate, then its tasks; and
//! when all of that says "not replaced" for long enough, a person decides.

mod earlier;
mod problem;

mod fate;

use std::sync::Arc;
use std::time::Duration;

use appliance::{OperationId, Replaced, RequestError, ServiceCertificate, Session};
use certificate::Thumbprint;

use crate::card::CertificateCard;
use crate::event::{Action, Event, Guarded, Knowledge};
use crate::halt::Halt;
use crate::halt::NotKept;
use crate::live::Live;
use crate::memory::Attempt;
use crate::promises;
use crate::records::stored;
use crate::reporter::Reporter;
use crate::request::Replacement;
use crate::start_error::StartError;
use fate::{has_happened, settle};
use message::Problem;

/// Where the appliance keeps the old keystore after an import (docs/vcda-api.md §2.2).
const BACKUP: &str = "/opt/vmware/h4/cloud/config/keystore.p12.bak";

/// What an administrator does to go back after an import.
pub(crate) const WAY_BACK_AFTER_IMPORT: &str = "Import the old certificate's file again, or as root on the appliance put keystore.p12.bak \
     back in place of keystore.p12 and restart the Cloud Service. The copy holds one \
     generation: a second import overwrites it. Afterwards every peer site is repaired again.";

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
    /// The site says that it uses a certificate that is neither the old nor the new one.
    #[error("{site} took another certificate than the one that was sent")]
    OtherTaken { site: String, uses: Thumbprint },
    /// Nobody answers, and an earlier run may have sent a replacement.
    #[error("nobody answers at {site}")]
    Away { site: String },
    /// A person decided not to replace it while an earlier run may have.
    #[error("the earlier run {run} may have replaced the certificate of {site}")]
    EarlierStands { site: String, run: String },
    /// A person decided not to send it again.
    #[error("the replacement at {site} was given up")]
    GivenUp { site: String },
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
    earlier::settle(live, reporter).await?;
    loop {
        match live.memory.replacement.clone() {
            Attempt::Accepted => {
                // The private key is needed no more.
                live.replacement = None;
                return Ok(());
            }
            Attempt::None | Attempt::Refused => attempt(live, reporter).await?,
            Attempt::Open {
                operation,
                is_unauthorised,
            } => settle(live, reporter, &operation, is_unauthorised).await?,
            Attempt::Again { operation } => {
                // The question may have waited for long: it may have happened after all.
                if !has_happened(live, reporter, &operation, Duration::ZERO).await? {
                    attempt(live, reporter).await?;
                }
            }
            Attempt::Left { operation } => {
                if !has_happened(live, reporter, &operation, Duration::ZERO).await? {
                    let site = live.local.name.clone();
                    return Err(Problem::from(&ReplaceError::GivenUp { site }).into());
                }
            }
        }
    }
}

/// Makes sure that nothing changed, writes the intent, and makes the call once.
async fn attempt(live: &mut Live, reporter: &Reporter) -> Result<(), Halt> {
    let upload = upload(live)?;
    let session = old_session(live).await?;
    check_unchanged(live, &session).await?;
    let operation = OperationId::draw(&mut live.patience.surroundings.chance());
    let intended = Event::ReplacementIntended {
        operation: operation.to_string(),
        old: live.local.old.to_string(),
        new: live.local.new.map(|new| new.to_string()),
        grade: live.local.access.grade.to_string(),
    };
    live.keep(reporter, intended).await?;
    reporter.guard(guarded(live, &operation)).await?;
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

/// What the guard tells of the call, should the record be lost.
fn guarded(live: &Live, operation: &OperationId) -> Guarded {
    Guarded {
        at: live.now(),
        operation: operation.to_string(),
        site: live.local.name.clone(),
        address: live.local.access.address.to_string(),
        action: live.action,
        old: live.local.old.to_string(),
        new: live.local.new.map(|new| new.to_string()),
    }
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
                source.problem(&site)
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
        Err(error) => {
            let is_unauthorised = may_be_the_log_out(&error);
            let what = if is_unauthorised {
                format!("{site} answered that nobody is signed in.")
            } else {
                format!("The answer of {site} was lost.")
            };
            let ambiguous = Event::ReplacementAmbiguous {
                operation,
                is_unauthorised,
                says: format!("{what} What it shows is looked at before anything is sent again."),
            };
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
            says: WAY_BACK_AFTER_IMPORT.to_owned(),
        });
    }
    let accepted = Event::ReplacementAccepted { operation, says };
    live.keep(reporter, accepted).await
}

/// Whether the call certainly had no effect.
fn did_nothing(error: &RequestError) -> bool {
    error.is_definite_refusal() && !may_be_the_log_out(error)
}

/// A 401 is no sign that nothing happened: it may be the very log-out that a replacement brings
/// (docs/vcda-api.md §2.4).
fn may_be_the_log_out(error: &RequestError) -> bool {
    matches!(
        error,
        RequestError::SessionGone | RequestError::CredentialRefused { .. }
    )
}

/// A session over the old certificate; one sign-in if nobody is signed in.
pub(crate) async fn old_session(live: &mut Live) -> Result<Arc<Session>, Halt> {
    if live.local.old_session().is_none() {
        let signed_in = live
            .local
            .sign_in_over(live.local.old, live.patience.pace.limits)
            .await;
        let address = live.local.access.address.to_string();
        signed_in.map_err(|error| error.problem(&address))?;
    }
    let session = live.local.old_session().map(Arc::clone);
    Ok(session.expect("the sign-in above left a session over the old certificate"))
}

/// Compare and swap: the site and its pairings must be what they were when the run began.
async fn check_unchanged(live: &Live, session: &Session) -> Result<(), Halt> {
    let site = live.local.name.clone();
    let failed = |error: RequestError| Halt::from(error.problem(&site));
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
        (Action::Import, _) if live.memory.may_have_replaced() => {
            let site = live.local.name.clone();
            let needed = StartError::FileNeededAgain { site };
            Err(Halt::Waits(Box::new(Problem::from(&needed))))
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
    let surroundings = live.patience.surroundings.clone();
    let deadline = surroundings.instant() + live.patience.pace.learning_window;
    let mut pause = live.patience.pace.handshake / 8;
    let mut told = told;
    loop {
        if let Some(certificate) = told.filter(|told| told.thumbprint != live.local.old) {
            return know(live, reporter, certificate, Knowledge::OldConnection).await;
        }
        if surroundings.instant() >= deadline {
            return Ok(());
        }
        // The connection closes when the service goes down; then there is nothing left to learn.
        let Ok(certificate) = session.certificate().await else {
            return Ok(());
        };
        told = Some(certificate);
        surroundings.sleep(pause).await;
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
    let now = live.now();
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
