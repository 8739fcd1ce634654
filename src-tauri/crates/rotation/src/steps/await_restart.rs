//! Watches the restart until the new certificate is on the wire and its site answers for it.
//!
//! Until then nothing is sent: the watch is bare handshakes. Then, in this order: the page that
//! answers without a session, a sign-in over the new certificate, whether the site is configured,
//! and whether the site itself says that it uses the new certificate. When one of these fails, the
//! wire is looked at again: a service that went away once more is waited for once more, and the old
//! certificate, or a third one, is a stop (docs/decisions/restart.md).

use std::sync::Arc;
use std::time::Duration;

use appliance::{Appliance, RequestError, Sighting, SignInError};
use certificate::Thumbprint;
use ground::Instant;

use super::{Ending, Step};
use crate::activity::RestartPhase;
use crate::event::{Event, StepId};
use crate::halt::Halt;
use crate::live::Live;
use crate::look::look;
use crate::patience::Patience;
use crate::reporter::Reporter;
use crate::vouch;
use crate::wait::{Spectator, Vigil, WatchEnd, watch};
use message::Problem;

pub(crate) struct AwaitRestart;

/// Why the site could not be come in to over the new certificate.
enum Setback {
    /// Nobody answers any more: it restarts once more.
    Away,
    /// There is no going on.
    Final(AwaitError),
}

/// Why the new certificate is not in use, as far as anybody can tell.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AwaitError {
    /// A third certificate answers.
    #[error("another certificate answers at {site}")]
    OtherCertificate { site: String, seen: Thumbprint },
    /// The old certificate answers again after the new one was seen.
    #[error("the old certificate answers at {site} again")]
    OldAgain { site: String },
    /// The old certificate never gave way.
    #[error("{site} still shows its old certificate")]
    StillOld { site: String, was_down: bool },
    /// Nobody answers.
    #[error("{site} has not come back")]
    NotBack { site: String },
    /// The new certificate answers and the services do not.
    #[error("the services of {site} do not answer")]
    NotReady {
        site: String,
        #[source]
        source: Option<RequestError>,
    },
    /// Signing in over the new certificate failed.
    #[error("signing in at {site} failed after the restart")]
    SignIn {
        site: String,
        #[source]
        source: Arc<SignInError>,
    },
    /// The site says that it uses another certificate than it shows.
    #[error("{site} reports another certificate than it shows")]
    ReportsOther {
        site: String,
        shows: Thumbprint,
        reports: Thumbprint,
    },
}

impl Step for AwaitRestart {
    const TITLE: &'static str = "Wait for the restart";

    fn intent(site: &str) -> String {
        format!("Watching {site} restart. No password is sent before the new certificate answers.")
    }

    fn way_back() -> &'static str {
        "Nothing is changed by this step. The way back is the one of the replacement before it."
    }

    async fn already_done(live: &Live) -> Option<String> {
        let site = &live.local.name;
        let session = live.local.new_session();
        session.map(|_| format!("{site} answers with its new certificate."))
    }

    async fn perform(live: &mut Live, reporter: &Reporter) -> Result<Ending, Halt> {
        let mut vigil = Vigil::begin(live.patience.surroundings.clone());
        loop {
            let sighting = watch_wire(live, &mut vigil, reporter).await?;
            let new = match live.local.new {
                Some(new) => new,
                None => vouch::vouch_for(live, reporter, &sighting.leaf).await?,
            };
            live.memory.arrived = Some(new.to_string());
            match come_in(live, new).await {
                Ok(()) => break,
                Err(Setback::Away) if vigil.is_over(&live.patience.pace) => {
                    let site = live.local.name.clone();
                    return Err(Problem::from(&AwaitError::NotBack { site }).into());
                }
                Err(Setback::Away) => note(reporter, went_away(&live.local.name)),
                Err(Setback::Final(error)) => return Err(Problem::from(&error).into()),
            }
        }
        ask_for_health(live);
        let site = live.local.name.clone();
        let address = live.local.access.address.to_string();
        reporter.mention(Event::SignedIn {
            site: site.clone(),
            address,
        });
        Ok(Ending::done(format!(
            "{site} is back and uses the new certificate."
        )))
    }
}

fn went_away(site: &str) -> String {
    format!("{site} had shown its new certificate and went away again. It is waited for once more.")
}

/// What a long wait means, by what is seen meanwhile.
fn long_wait(site: &str, phase: RestartPhase, waited: Duration) -> String {
    let waited = match waited.as_secs() {
        seconds @ 0..60 => format!("{seconds} seconds"),
        seconds => format!("{} minutes", seconds / 60),
    };
    match phase {
        RestartPhase::StillOld => format!(
            "{site} still shows its old certificate after {waited}. The wait goes on; its services may have to be \
             restarted in its own pages."
        ),
        RestartPhase::Down
        | RestartPhase::UpWithNew
        | RestartPhase::UpWithCandidate
        | RestartPhase::UpWithOther => format!(
            "{site} is not back after {waited}. The wait goes on; the appliance's console tells whether it starts."
        ),
    }
}

fn note(reporter: &Reporter, says: String) {
    let step = Some(StepId::AwaitRestart);
    reporter.mention(Event::Note { step, says });
}

/// Tells the watch's phases to the record.
struct Watching<'a> {
    site: &'a str,
    reporter: &'a Reporter,
    pause: tokio::sync::watch::Receiver<bool>,
}

impl Spectator for Watching<'_> {
    async fn phase(&self, phase: RestartPhase, seen: Option<&Thumbprint>) -> Result<(), Halt> {
        let thumbprint = seen.map(ToString::to_string);
        let event = Event::RestartSeen { phase, thumbprint };
        // That the new certificate was seen must outlive a crash: the old one is refused then.
        if phase == RestartPhase::UpWithNew {
            return Ok(self.reporter.keep(event).await?);
        }
        self.reporter.mention(event);
        Ok(())
    }

    fn still(&self, phase: RestartPhase, waited: Duration) {
        note(self.reporter, long_wait(self.site, phase, waited));
    }

    fn wants_pause(&self) -> bool {
        *self.pause.borrow()
    }
}

async fn watch_wire(live: &Live, vigil: &mut Vigil, reporter: &Reporter) -> Result<Sighting, Halt> {
    let watching = Watching {
        site: &live.local.name,
        reporter,
        pause: live.wishes.pause.clone(),
    };
    let mut expectation = live.expectation();
    let address = &live.local.access.address;
    let patience = &live.patience;
    let end = watch(address, &mut expectation, vigil, patience, &watching).await;
    let site = live.local.name.clone();
    let error = match end {
        Ok(sighting) => return Ok(sighting),
        Err(WatchEnd::Halted(halt)) => return Err(halt),
        Err(WatchEnd::Other(leaf)) => wrong(live, leaf.thumbprint()),
        Err(WatchEnd::TooLong {
            phase: RestartPhase::StillOld,
            was_down,
        }) => AwaitError::StillOld { site, was_down },
        Err(WatchEnd::TooLong { .. }) => AwaitError::NotBack { site },
    };
    Err(Problem::from(&error).into())
}

/// What it means that this certificate answers, which is not the new one, after the new one or in its place.
fn wrong(live: &Live, seen: Thumbprint) -> AwaitError {
    let site = live.local.name.clone();
    if seen == live.local.old {
        AwaitError::OldAgain { site }
    } else {
        AwaitError::OtherCertificate { site, seen }
    }
}

/// From the readiness page to the site's own report, over the new certificate only.
async fn come_in(live: &mut Live, new: Thumbprint) -> Result<(), Setback> {
    let deadline = live.patience.surroundings.instant() + live.patience.pace.settle_budget;
    await_page(live, new, deadline).await?;
    sign_in_again(live, new, deadline).await?;
    let session = live.local.new_session().map(Arc::clone);
    let session = session.expect("the sign-in above left a session over the new certificate");
    loop {
        let answers = tokio::try_join!(session.is_configured(), session.certificate());
        let failed = match answers {
            Ok((_, reported)) if reported.thumbprint != new => {
                let (shows, reports) = (new, reported.thumbprint);
                let site = live.local.name.clone();
                return Err(Setback::Final(AwaitError::ReportsOther {
                    site,
                    shows,
                    reports,
                }));
            }
            Ok((true, _)) => return Ok(()),
            Ok((false, _)) => None,
            Err(error) => Some(error),
        };
        let is_final = failed.as_ref().is_some_and(|error| !error.is_retryable());
        let not_ready = not_ready(live, failed);
        look_again(live, new, is_final, deadline, not_ready).await?;
    }
}

async fn await_page(live: &Live, new: Thumbprint, deadline: Instant) -> Result<(), Setback> {
    let address = live.local.access.address.clone();
    let Patience {
        pace, surroundings, ..
    } = &live.patience;
    let appliance = Appliance::new(address, new, pace.limits, surroundings);
    loop {
        let source = match appliance.has_readiness_page().await {
            Ok(true) => return Ok(()),
            Ok(false) => None,
            Err(error) => Some(error),
        };
        let not_ready = not_ready(live, source);
        look_again(live, new, false, deadline, not_ready).await?;
    }
}

/// Signs in over the new certificate. It is asked for again only while it is proven that nobody looked at the
/// password: any other answer may have been counted, and appliances lock accounts.
async fn sign_in_again(live: &mut Live, new: Thumbprint, deadline: Instant) -> Result<(), Setback> {
    loop {
        let Err(source) = live
            .local
            .sign_in_over(new, live.patience.pace.limits)
            .await
        else {
            return Ok(());
        };
        let site = live.local.name.clone();
        let may_pass = source.proves_nothing_was_looked_at();
        let is_lost = matches!(&*source, SignInError::Request(error) if error.lost_its_answer());
        let failed = AwaitError::SignIn { site, source };
        if !may_pass && !is_lost {
            return Err(Setback::Final(failed));
        }
        // An answer that was lost to one restart more is none that was given.
        look_again(live, new, is_lost, deadline, failed).await?;
    }
}

fn not_ready(live: &Live, source: Option<RequestError>) -> AwaitError {
    let site = live.local.name.clone();
    AwaitError::NotReady { site, source }
}

/// What a failure over the new certificate comes to, by who is on the wire now: a restart more, a stop, or a service
/// that is still starting, which is given a moment.
async fn look_again(
    live: &Live,
    new: Thumbprint,
    is_final: bool,
    deadline: Instant,
    failed: AwaitError,
) -> Result<(), Setback> {
    let Patience {
        pace, surroundings, ..
    } = &live.patience;
    let seen = look(&live.local.access.address, &live.patience).await;
    match seen.map(|sighting| sighting.leaf.thumbprint()) {
        None => Err(Setback::Away),
        Some(seen) if seen != new => Err(Setback::Final(wrong(live, seen))),
        Some(_) if is_final || surroundings.instant() >= deadline => Err(Setback::Final(failed)),
        Some(_) => {
            surroundings.sleep(pace.settle).await;
            Ok(())
        }
    }
}

/// Asks for the health beside the repairs; `verify_site` reads the answer.
fn ask_for_health(live: &mut Live) {
    let Some(session) = live.local.new_session().map(Arc::clone) else {
        return;
    };
    let polling = live.patience.health.clone();
    live.health = Some(tokio::spawn(async move { session.health(&polling).await }));
}
