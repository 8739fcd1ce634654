//! The end of a run, in what must be the same for a run that was cut off and its unstopped twin.

use practice_lab::Scenario;
use rotation::RunId;
use rotation::on_premises::Forecast;
use rotation::progress::{Half, RunStatus};
use support::stage::{OWN, Stage};

/// How things stand at the end of a run.
#[derive(Debug, PartialEq)]
pub(crate) struct End {
    status: RunStatus,
    outcome: Option<String>,
    peers: Vec<(String, Half, Half)>,
    on_premises: Vec<(String, Forecast)>,
    has_backup: bool,
    replacements: usize,
    /// Every repair that was asked for: none is asked for twice.
    repairs: Vec<(String, String)>,
    rows: Vec<(String, String)>,
}

impl End {
    /// The end of a run, as its record tells it and as the lab has it.
    pub(crate) fn of(stage: &Stage, run: &RunId) -> Self {
        let view = stage.view(run);
        let mut repairs = stage.repairs();
        repairs.sort();
        let peer = |peer: rotation::progress::RunPeer| (peer.name, peer.at_peer, peer.at_local);
        Self {
            status: view.status,
            outcome: view.outcome,
            peers: view.peers.into_iter().map(peer).collect(),
            on_premises: view
                .on_premises
                .into_iter()
                .map(|site| (site.name, site.forecast))
                .collect(),
            has_backup: view.backup.is_some(),
            replacements: stage.lab.replacements(OWN),
            repairs,
            rows: changed_rows(stage),
        }
    }
}

/// Every pairing whose address is another than at first: a repair leaves it as it was.
fn changed_rows(stage: &Stage) -> Vec<(String, String)> {
    let now = stage.lab.description().sites;
    let sites = stage.before.sites.iter().zip(&now);
    let pairs = sites.flat_map(|(before, after)| {
        let rows = before.peers.iter().zip(&after.peers);
        let moved = rows.filter(|(before, after)| before.address != after.address);
        moved.map(|(row, _)| (before.name.clone(), row.name.clone()))
    });
    pairs.collect()
}

/// A small lab: the runs are many.
pub(crate) fn small(scenario: &mut Scenario) {
    scenario.peers = 2;
    scenario.on_premises = 1;
}

/// Everything that must be true however the run got there.
pub(crate) async fn assert_all_is_well(stage: &Stage, run: &RunId) {
    stage.assert_replaced_exactly_once();
    stage.assert_everybody_trusts_everybody().await;
    stage.assert_no_secret_in_the_state_folder();
    stage.assert_no_secret_in_the_report(run);
}
