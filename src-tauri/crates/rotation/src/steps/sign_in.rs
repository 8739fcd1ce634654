//! Signs in at the local site and at every peer site, over exactly the certificate each is known by.

use tokio::task::JoinSet;

use super::{Ending, Step};
use crate::event::Event;
use crate::halt::Halt;
use crate::halt::NotKept;
use crate::live::{self, Live, Peer};
use crate::reporter::Reporter;

pub(crate) struct SignIn;

impl Step for SignIn {
    const TITLE: &'static str = "Sign in";

    fn intent(site: &str) -> String {
        format!("Signing in at {site} and at its peer sites.")
    }

    fn way_back() -> &'static str {
        "Nothing was changed."
    }

    async fn already_done(_live: &Live) -> Option<String> {
        // Whoever was signed in for the plan is named in the record all the same.
        None
    }

    async fn perform(live: &mut Live, reporter: &Reporter) -> Result<Ending, Halt> {
        if !live.memory.may_have_replaced() {
            sign_in_locally(live, reporter).await?;
        }
        sign_in_at_peers(live, reporter).await?;
        let peers = live.peers.len();
        let present = live
            .peers
            .iter()
            .filter(|peer| peer.session.is_some())
            .count();
        let says = format!("Signed in at {present} of {peers} peer sites.");
        if present == peers {
            return Ok(Ending::done(says));
        }
        Ok(Ending::with_attention(says, None))
    }
}

/// Signs in at the local site over the certificate in use. While a restart may be under way that
/// is left to `await_restart`, which looks first.
async fn sign_in_locally(live: &mut Live, reporter: &Reporter) -> Result<(), Halt> {
    let address = live.local.access.address.to_string();
    if live.local.old_session().is_none() {
        let signed_in = live
            .local
            .sign_in_over(live.local.old, live.patience.pace.limits)
            .await;
        signed_in.map_err(|error| error.problem(&address))?;
    }
    let site = live.local.name.clone();
    reporter.mention(Event::SignedIn { site, address });
    Ok(())
}

/// Signs in wherever nobody is signed in yet. A site that refuses is set aside, with the reason.
async fn sign_in_at_peers(live: &mut Live, reporter: &Reporter) -> Result<(), NotKept> {
    let mut arriving = JoinSet::new();
    for (index, peer) in live.peers.iter().enumerate() {
        if let (None, None, Some(access)) = (&peer.session, &peer.problem, peer.access.clone()) {
            let patience = live.patience.clone();
            arriving.spawn(async move { (index, live::sign_in(&access, &patience).await) });
        }
    }
    for (index, signed_in) in arriving.join_all().await {
        if let Some(peer) = live.peers.get_mut(index) {
            match signed_in {
                Ok(session) => peer.session = Some(session),
                Err(error) => peer.problem = Some(error.problem(&peer.name)),
            }
        }
    }
    live.peers.iter().for_each(|peer| tell(peer, reporter));
    Ok(())
}

fn tell(peer: &Peer, reporter: &Reporter) {
    let (site, address) = (peer.name.clone(), peer.address.clone());
    match (&peer.session, &peer.problem) {
        (Some(_), _) => reporter.mention(Event::SignedIn { site, address }),
        (None, Some(problem)) => {
            let problem = problem.clone();
            reporter.mention(Event::SignInFailed {
                site,
                address,
                problem,
            });
        }
        (None, None) => {}
    }
    peer.tell_obstacle(reporter);
}
