//! `rotate`: plan, and where the plan allows it, replace the certificate and repair the trust.

use application::named::Keys;
use rotation::{Engine, FindingKind, Outcome, Pace, Plan, Problem, Replacement, Request, prepare};
use secrecy::SecretString;
use serde_json::json;

use crate::console::Console;
use crate::problems::of_access;
use crate::wish::{Rotate, Source};
use crate::{file, follow, words};

/// Rotates, or tells what a rotation would do.
pub(crate) async fn rotate(
    wish: Rotate,
    keys: &Keys,
    opening: Vec<SecretString>,
    console: &Console,
) -> Result<Outcome, Problem> {
    let replacement = match &wish.source {
        Source::Import(path) => file::replacement(path, opening, keys.surroundings()).await?,
        Source::Regenerate => Replacement::Regenerate,
    };
    let mut peers = Vec::new();
    for peer in &wish.peers {
        peers.push(keys.to(peer).await.map_err(of_access)?);
    }
    let request = Request {
        local: keys.to(&wish.site).await.map_err(of_access)?,
        peers,
        replacement,
        operator: operator(),
        pace: pace(wish.work.pace),
    };
    let mut plan = prepare(&request, keys.surroundings()).await?;
    console.say(&words::of_plan(plan.view()));
    if wish.plan_only || !plan.view().can_start {
        return Ok(planned(&plan, console));
    }
    if wish.peers.is_empty() {
        // Whoever names no peer site leaves them all to their administrators, as the help says.
        plan.decide();
    }
    let engine = Engine::new(keys.home(), keys.surroundings().clone());
    let run = engine.start(request, plan).await?;
    Ok(follow::to_its_end(&run, &wish.site, &wish.work.answers, keys, console).await)
}

/// Ends with a plan that is not started. There is no run, and what is told of the peers is true before the change.
fn planned(prepared: &Plan, console: &Console) -> Outcome {
    let plan = prepared.view();
    let mut findings = plan.findings.iter();
    let stop = findings.find(|finding| finding.kind == FindingKind::Stop);
    let outcome = match stop {
        Some(_) => Outcome::Refused,
        None if plan.peers.iter().all(|peer| peer.ready) => Outcome::Done,
        None => Outcome::Attention,
    };
    let tenants = plan.on_premises.iter();
    let tenants = tenants
        .map(|site| json!({"name": site.name, "owner": site.owner, "forecast": site.forecast}));
    // A plan has its peers and their readings in one order.
    let peers = plan.peers.iter().zip(prepared.readings());
    let peers = peers.map(|(peer, reading)| {
        json!({
            "name": peer.name,
            "atPeer": reading.at_peer,
            "atLocal": reading.at_local,
            "ready": peer.ready,
            "says": peer.says,
        })
    });
    console.line(&json!({
        "outcome": outcome,
        "run": null,
        "peers": peers.collect::<Vec<_>>(),
        "onPremises": tenants.collect::<Vec<_>>(),
        "problem": stop.map(|finding| &finding.problem),
        "plan": plan,
    }));
    if let Some(stop) = stop {
        console.complain(&stop.problem);
    }
    outcome
}

/// The polite pace, unless the practice lab is spoken to.
pub(super) fn pace(factor: Option<u32>) -> Pace {
    factor.map_or_else(Pace::polite, Pace::compressed)
}

/// Who asks, by the name that the operating system knows.
pub(super) fn operator() -> String {
    let names = ["USER", "LOGNAME", "USERNAME"];
    let name = names.iter().find_map(|name| std::env::var(name).ok());
    name.unwrap_or_default()
}
