//! A stage whose restart is directed phase by phase, and an exchange in front of its own site.

use practice_lab::Pace;
use rotation::activity::RestartPhase;
use rotation::{Event, Record, Request};
use support::performance::Ended;
use support::stage::{OWN, Stage};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::sync::watch;

/// A telephone exchange in front of the own site: who answers there is changed while a run goes on.
pub(crate) struct Exchange {
    pub(crate) address: String,
    pub(crate) to: watch::Sender<Option<String>>,
}

impl Exchange {
    pub(crate) async fn before(site: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let (to, connected) = watch::channel(Some(site.to_owned()));
        tokio::spawn(async move {
            while let Ok((mut caller, _)) = listener.accept().await {
                let Some(to) = connected.borrow().clone() else {
                    continue;
                };
                tokio::spawn(async move {
                    // While the service restarts nobody answers there; the caller is hung up on.
                    if let Ok(mut service) = TcpStream::connect(to).await {
                        drop(tokio::io::copy_bidirectional(&mut caller, &mut service).await);
                    }
                });
            }
        });
        Self { address, to }
    }
}

/// A stage whose own site goes through its restart as it is told, but for these phases.
pub(crate) async fn told_when(unasked: &[&'static str]) -> Stage {
    let stage = Stage::of(|scenario| scenario.pace = Pace::WhenTold).await;
    let sites = stage.before.sites.iter();
    let tasks = sites.flat_map(|site| ["health-task", "pair-task"].map(|it| (it, &*site.name)));
    for (gate, site) in tasks.chain(unasked.iter().map(|gate| (*gate, OWN))) {
        (0..20).for_each(|_| stage.lab.release(&format!("{gate}@{site}")));
    }
    stage
}

pub(crate) async fn until(phases: &mut UnboundedReceiver<RestartPhase>, wanted: RestartPhase) {
    while phases.recv().await.expect("the run goes on") != wanted {}
}

/// Runs a request; `directing` acts on the phases of the restart as they are seen.
pub(crate) async fn direct(
    stage: &Stage,
    request: Request,
    directing: impl AsyncFnOnce(UnboundedReceiver<RestartPhase>),
) -> Ended {
    let (tell, phases) = unbounded_channel();
    let run = stage.run_until(request, move |record: &Record| {
        if let Event::RestartSeen { phase, .. } = &record.event {
            // Whoever directs may have seen enough.
            let _is_heard = tell.send(*phase).is_ok();
        }
        false
    });
    let (ended, ()) = tokio::join!(run, directing(phases));
    ended.unwrap()
}
