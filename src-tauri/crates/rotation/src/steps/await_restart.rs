//! Watches the restart until the new certificate is on the wire and its site answers for it.
//!
//! Until then nothing is sent: the watch is bare handshakes. Then, in this order: the page that
//! answers without a session, a sign-in over the new certificate, whether the site is configured,
//! and whether the site itself says that it uses the new certificate.

use appliance::{Appliance, RequestError, Sighting, SignInError};
use certificate::Thumbprint;
use tokio::time::{Instant, sleep};

use super::{Ending, Step};
use crate::engine::Halt;
use crate::event::Event;
use crate::live::Live;
use crate::problem::Problem;
use crate::progress::RestartPhase;
use crate::reporter::Reporter;
use crate::vouch;
use crate::wait::{Spectator, WatchEnd, watch};

pub(crate) struct AwaitRestart;

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
    StillOld { site: String },
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
        source: SignInError,
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
        let sighting = watch_wire(live, reporter).await?;
        live.memory.arrived = Some(sighting.leaf.thumbprint().to_string());
        let new = match live.local.new {
            Some(new) => new,
            None => vouch::vouch_for(live, reporter, &sighting.leaf).await?,
        };
        come_in(live, new)
            .await
            .map_err(|error| Problem::from(&error))?;
        ask_for_health(live);
        let (site, address) = (
            live.local.name.clone(),
            live.local.access.address.to_string(),
        );
        reporter.mention(Event::SignedIn {
            site: site.clone(),
            address,
        });
        Ok(Ending::done(format!(
            "{site} is back and uses the new certificate."
        )))
    }
}

/// Tells the watch's phases to the record.
struct Watching<'a> {
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

    fn wants_pause(&self) -> bool {
        *self.pause.borrow()
    }
}

async fn watch_wire(live: &Live, reporter: &Reporter) -> Result<Sighting, Halt> {
    let pause = live.wishes.pause.clone();
    let watching = Watching { reporter, pause };
    let mut expectation = live.expectation();
    let address = &live.local.access.address;
    let end = watch(address, &mut expectation, &live.patience.pace, &watching).await;
    let site = live.local.name.clone();
    let error = match end {
        Ok(sighting) => return Ok(sighting),
        Err(WatchEnd::Halted(halt)) => return Err(halt),
        Err(WatchEnd::Other(leaf)) if leaf.thumbprint() == live.local.old => {
            AwaitError::OldAgain { site }
        }
        Err(WatchEnd::Other(leaf)) => {
            let seen = leaf.thumbprint();
            AwaitError::OtherCertificate { site, seen }
        }
        Err(WatchEnd::TooLong(RestartPhase::StillOld)) => AwaitError::StillOld { site },
        Err(WatchEnd::TooLong(_)) => AwaitError::NotBack { site },
    };
    Err(Problem::from(&error).into())
}

/// From the readiness page to the site's own report, over the new certificate only.
async fn come_in(live: &mut Live, new: Thumbprint) -> Result<(), AwaitError> {
    let site = live.local.name.clone();
    let deadline = Instant::now() + live.patience.pace.settle_budget;
    await_page(live, new, deadline).await?;
    sign_in_again(live, new, deadline).await?;
    let session = live.local.new_session().map(std::sync::Arc::clone);
    let session = session.expect("the sign-in above left a session over the new certificate");
    loop {
        let answers = tokio::try_join!(session.is_configured(), session.certificate());
        match answers {
            Ok((_, reported)) if reported.thumbprint != new => {
                let (shows, reports) = (new, reported.thumbprint);
                return Err(AwaitError::ReportsOther {
                    site,
                    shows,
                    reports,
                });
            }
            Ok((true, _)) => return Ok(()),
            Ok((false, _)) if Instant::now() >= deadline => {
                return Err(AwaitError::NotReady { site, source: None });
            }
            Err(error) if !error.is_retryable() || Instant::now() >= deadline => {
                let source = Some(error);
                return Err(AwaitError::NotReady { site, source });
            }
            Ok(_) | Err(_) => sleep(live.patience.pace.settle).await,
        }
    }
}

async fn await_page(live: &Live, new: Thumbprint, deadline: Instant) -> Result<(), AwaitError> {
    let appliance = Appliance::new(live.local.access.address.clone(), new);
    loop {
        let source = match appliance.has_readiness_page().await {
            Ok(true) => return Ok(()),
            Ok(false) => None,
            Err(error) => Some(error),
        };
        if Instant::now() >= deadline {
            let site = live.local.name.clone();
            return Err(AwaitError::NotReady { site, source });
        }
        sleep(live.patience.pace.settle).await;
    }
}

/// Signs in over the new certificate. A refusal is final: appliances lock accounts. A request that
/// failed on its way is not an attempt.
async fn sign_in_again(
    live: &mut Live,
    new: Thumbprint,
    deadline: Instant,
) -> Result<(), AwaitError> {
    loop {
        match live.local.sign_in_over(new).await {
            Ok(()) => return Ok(()),
            Err(SignInError::Request(error))
                if error.is_retryable() && Instant::now() < deadline =>
            {
                sleep(live.patience.pace.settle).await;
            }
            Err(source) => {
                let site = live.local.name.clone();
                return Err(AwaitError::SignIn { site, source });
            }
        }
    }
}

/// Asks for the health beside the repairs; `verify_site` reads the answer.
fn ask_for_health(live: &mut Live) {
    let Some(session) = live.local.new_session().map(std::sync::Arc::clone) else {
        return;
    };
    let polling = live.patience.health.clone();
    live.health = Some(tokio::spawn(async move { session.health(&polling).await }));
}
