//! A run as the screen sees it: whole snapshots, never deltas.

use certificate::Thumbprint;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::activity::Activity;
use crate::activity::RestartPhase;
use crate::activity::StepStatus;
use crate::card::CertificateCard;
use crate::event::{Action, StepId};
use crate::on_premises::OnPremisesView;
use crate::question::Question;
use crate::verdict::Verdict;
use message::Problem;

/// One run, whole.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RunView {
    /// The run's id.
    pub run: String,
    /// The site whose certificate is replaced.
    pub site: String,
    /// Its address.
    pub site_address: String,
    /// What is done.
    pub action: Action,
    /// When it began, RFC 3339.
    pub started_at: String,
    /// When it ended, RFC 3339.
    pub finished_at: Option<String>,
    /// Where it stands, in one word.
    pub status: RunStatus,
    /// Where it stands, in one sentence.
    pub headline: String,
    /// An estimate of what is left, at the moment of the last event.
    pub seconds_left: Option<u32>,
    /// The steps, in order.
    pub steps: Vec<StepView>,
    /// What the restart watcher sees.
    pub restart: Option<RestartView>,
    /// The peer sites, in the order of the plan.
    pub peers: Vec<RunPeer>,
    /// The on-premises sites.
    pub on_premises: Vec<OnPremisesView>,
    /// The question that waits for a person.
    pub question: Option<Question>,
    /// The copy that the appliance keeps of the old keystore.
    pub backup: Option<BackupView>,
    /// The certificate that is replaced.
    pub old: Option<CertificateCard>,
    /// The certificate that replaces it.
    pub new: Option<CertificateCard>,
    /// The closing sentence.
    pub outcome: Option<String>,
    /// Who started it.
    pub operator: String,
}

impl RunView {
    /// The certificate that the site is known by from here on, once the wait for the restart has
    /// ended with it. What merely answers in the meantime proves nothing.
    pub fn proven(&self) -> Option<Thumbprint> {
        let is_wait = |step: &&StepView| step.id == StepId::AwaitRestart.slug();
        let wait = self.steps.iter().find(is_wait)?;
        let has_come = matches!(wait.status, StepStatus::Done | StepStatus::Attention);
        let new = self.new.as_ref().filter(|_| has_come)?;
        new.thumbprint.parse().ok()
    }
}

/// Where a run stands, in one word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RunStatus {
    /// A step is under way.
    #[default]
    Running,
    /// A pause was asked for; what is under way ends first.
    Pausing,
    /// It stopped between two steps and waits to be resumed.
    Paused,
    /// The app ended in its middle.
    Interrupted,
    /// It waits for an answer.
    Question,
    /// It ended with something left for a person.
    Attention,
    /// It ended well.
    Done,
    /// It ended before anything was changed.
    Refused,
}

impl RunStatus {
    /// Whether the run has ended.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Attention | Self::Done | Self::Refused)
    }
}

/// One step of a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StepView {
    /// The step's slug.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Where it stands.
    #[ts(inline)]
    pub status: StepStatus,
    /// What it says of itself.
    pub says: Option<String>,
    /// When it began, RFC 3339.
    pub started_at: Option<String>,
    /// How long it took.
    pub took_ms: Option<u32>,
    /// What went wrong.
    pub problem: Option<Problem>,
}

/// What the restart watcher sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RestartView {
    /// The phase.
    #[ts(inline)]
    pub phase: RestartPhase,
    /// Since when, RFC 3339.
    pub since: String,
}

/// One peer site with both halves of the trust.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RunPeer {
    /// The peer site's name.
    pub name: String,
    /// Its address.
    pub address: String,
    /// The half at the peer: its record of the local site.
    pub at_peer: Half,
    /// The half at the local site: its record of the peer.
    pub at_local: Half,
    /// Where it stands, in one sentence.
    pub says: String,
    /// Why it needs attention.
    pub problem: Option<Problem>,
    /// Whether trying it again makes sense.
    pub can_retry: bool,
}

/// One half of the trust between two sites.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Half {
    /// What is known of it.
    pub verdict: Verdict,
    /// What is going on with it.
    #[ts(inline)]
    pub activity: Activity,
    /// How far the appliance's task is, in percent.
    pub progress: Option<u8>,
}

/// The copy that the appliance keeps of the old keystore.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupView {
    /// Where it is, on the appliance.
    pub path: String,
    /// What it is good for.
    pub says: String,
}

/// A run in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RunSummary {
    /// The run's id.
    pub run: String,
    /// The site whose certificate was replaced.
    pub site: String,
    /// What was done.
    pub action: Action,
    /// When it began, RFC 3339.
    pub started_at: String,
    /// Where it stands.
    pub status: RunStatus,
    /// Where it stands, in a sentence.
    pub sentence: String,
}

impl From<&RunView> for RunSummary {
    fn from(view: &RunView) -> Self {
        Self {
            run: view.run.clone(),
            site: view.site.clone(),
            action: view.action,
            started_at: view.started_at.clone(),
            status: view.status,
            sentence: view
                .outcome
                .clone()
                .unwrap_or_else(|| view.headline.clone()),
        }
    }
}
