//! Everything that can happen in a run, as one serialisable enum.
//!
//! An event is written to the journal first and told to everyone after. What the screen, the
//! report and the command line show is a fold over the same records, see `progress`.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use time::OffsetDateTime;
use ts_rs::TS;

use crate::card::CertificateCard;
use crate::on_premises::OnPremisesView;
use crate::problem::Problem;
use crate::progress::{Activity, Question, RestartPhase, StepStatus, Verdict};

mod step;

pub use step::StepId;

/// One event with the moment it was recorded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// When it was recorded, by this computer's clock. Shown, never used to measure a wait.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// What happened.
    #[serde(flatten)]
    pub event: Event,
}

/// Something that happened in a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "kind",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum Event {
    /// The run began: always the first event, never repeated.
    RunStarted(Box<Opening>),
    /// A step began, with the sentence shown while it runs.
    StepStarted {
        /// Which step.
        step: StepId,
        /// What it is about to do.
        says: String,
    },
    /// A step ended: done, skipped because it was true already, with something left, or failed.
    StepEnded {
        /// Which step.
        step: StepId,
        /// How it ended.
        status: StepStatus,
        /// What is true because of it.
        says: String,
        /// What went wrong or needs a person, if anything does.
        problem: Option<Problem>,
    },
    /// A site let us in.
    SignedIn {
        /// The site's name.
        site: String,
        /// Where it was reached.
        address: String,
    },
    /// A site did not let us in.
    SignInFailed {
        /// The site's name.
        site: String,
        /// Where it was tried.
        address: String,
        /// What happened, what it means, what to do.
        problem: Problem,
    },
    /// The local site as it was read, before or after the change.
    SiteRecorded(SiteReading),
    /// What a peer site and the local site hold of each other, before or after the change.
    PeerRecorded(PeerReading),
    /// A certificate was seen, and from where.
    CertificateObserved {
        /// Whose certificate it is said to be: a site's name.
        subject: String,
        /// From where it was seen, in words: "this computer", "seen by Berlin".
        vantage: String,
        /// Its thumbprint in the vendor's form.
        thumbprint: String,
        /// Whether it is the one that belongs there.
        verdict: Verdict,
    },
    /// The guarded call is about to be made. Written before it, with the guard file.
    ReplacementIntended {
        /// The operation's id, also sent to the appliance.
        operation: String,
        /// Thumbprint of the certificate in use.
        old: String,
        /// Thumbprint of the certificate to come, where it is known beforehand.
        new: Option<String>,
        /// How surely the site is known, in the words of `docs/security.md`.
        grade: String,
    },
    /// The appliance took the replacement.
    ReplacementAccepted {
        /// The operation's id.
        operation: String,
        /// The sentence to show.
        says: String,
    },
    /// The appliance refused, and certainly nothing was changed.
    ReplacementRefused {
        /// The operation's id.
        operation: String,
        /// What happened, what it means, what to do.
        problem: Problem,
    },
    /// Nobody can say yet whether the replacement took place. It is never sent again blindly.
    ReplacementAmbiguous {
        /// The operation's id.
        operation: String,
        /// What is known and how it will be found out.
        says: String,
    },
    /// It is known which certificate the new one is.
    NewCertificateKnown {
        /// Its thumbprint in the vendor's form.
        thumbprint: String,
        /// The certificate, where it was seen whole.
        certificate: Option<CertificateCard>,
        /// How it is known.
        how: Knowledge,
    },
    /// The restart watcher sees another phase.
    RestartSeen {
        /// Which phase.
        phase: RestartPhase,
        /// Thumbprint of what answers, where something does.
        thumbprint: Option<String>,
    },
    /// One half of a peer's trust changed its activity, its progress or its verdict.
    PeerHalf {
        /// The peer site's name.
        peer: String,
        /// Which half.
        side: Side,
        /// What is known of the trust there.
        verdict: Verdict,
        /// What is going on there.
        activity: Activity,
        /// How far the appliance's task is, in percent, where it says so.
        progress: Option<u8>,
        /// The sentence to show; empty where the fold's own sentence is enough.
        says: String,
        /// Why it needs attention, if it does.
        problem: Option<Problem>,
    },
    /// A repair is about to be asked for. Written before the call.
    RepairIntended {
        /// The peer site's name.
        peer: String,
        /// At which side the repair runs.
        side: Side,
        /// The operation's id, also sent to the appliance.
        operation: String,
        /// The thumbprint handed over: the one we verified ourselves.
        thumbprint: String,
    },
    /// The appliance runs the repair as a task.
    RepairTask {
        /// The peer site's name.
        peer: String,
        /// At which side the repair runs.
        side: Side,
        /// The operation's id.
        operation: String,
        /// The task's id at that appliance.
        task: String,
    },
    /// Which on-premises sites must act, said before the change.
    OnPremisesForecast {
        /// Every on-premises site of the local site.
        sites: Vec<OnPremisesView>,
    },
    /// What was seen of one on-premises site after the change.
    OnPremisesSeen {
        /// The on-premises site's name.
        name: String,
        /// What was seen.
        seen: Verdict,
    },
    /// The appliance keeps a copy of the old keystore.
    BackupKept {
        /// Where, on the appliance.
        path: String,
        /// What it is good for, in a sentence.
        says: String,
    },
    /// The run waits for a person.
    QuestionAsked {
        /// The question.
        question: Question,
    },
    /// A person answered.
    QuestionAnswered {
        /// The question's id.
        question: String,
        /// The chosen answer's id.
        answer: String,
        /// What was typed or pasted with it. Never a secret: questions ask for none.
        typed: Option<String>,
    },
    /// A person asked to pause; what is under way ends first.
    PauseRequested,
    /// The run stopped between two steps.
    Paused,
    /// The run went on, after a pause or after the app had ended.
    Resumed {
        /// Who resumed it.
        operator: String,
        /// The app's version that goes on with it.
        app_version: String,
        /// Where it stood and what was looked at first, in a sentence.
        says: String,
    },
    /// The app found that the run had been cut off.
    Interrupted {
        /// Where it stood, in a sentence.
        says: String,
    },
    /// A person asked to try the failed peers again.
    RetryRequested {
        /// The peers to try again.
        peers: Vec<String>,
    },
    /// A remark worth keeping, about a step or about the run.
    Note {
        /// The step it is about, if it is about one.
        step: Option<StepId>,
        /// The remark.
        says: String,
    },
    /// The run ended.
    RunFinished {
        /// How.
        outcome: Outcome,
        /// The closing sentence.
        says: String,
    },
    /// An event that this version does not know, kept as it was written.
    #[serde(untagged)]
    Unknown(Value),
}

/// What a run is about: its first event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Opening {
    /// The run's id.
    pub run: String,
    /// The app's version that started it.
    pub app_version: String,
    /// Who started it.
    pub operator: String,
    /// What is done.
    pub action: Action,
    /// The site whose certificate is replaced.
    pub local: Participant,
    /// Its peer sites.
    pub peers: Vec<Participant>,
    /// The steps in order, with their titles.
    pub steps: Vec<StepTitle>,
    /// The certificate in use.
    pub old: CertificateCard,
    /// The certificate to come, where it is known beforehand.
    pub new: Option<CertificateCard>,
    /// SHA-256 of the bundle's file in hexadecimal, so that the same file can be asked for again.
    pub bundle_sha256: Option<String>,
    /// What the plan was made from.
    pub baseline: Baseline,
    /// How long things are expected to take, where the pace or earlier runs tell.
    pub expected: Option<Expected>,
}

/// A site that takes part, and by which certificate it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Participant {
    /// The site's name.
    pub name: String,
    /// Where its management address is.
    pub address: String,
    /// The pinned thumbprint.
    pub pin: String,
    /// How surely the pin is known, in the words of `docs/security.md`.
    pub grade: String,
}

/// A step of this run with its title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepTitle {
    /// Which step.
    pub step: StepId,
    /// Its title.
    pub title: String,
}

/// How long the two long waits are expected to take, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Expected {
    /// From the replacement to the new certificate on the wire.
    pub restart_ms: u64,
    /// From there to the last repair.
    pub repairs_ms: u64,
}

/// What the plan was made from: who was what, and who trusted whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Baseline {
    /// The local site.
    pub site: SiteReading,
    /// Its peer sites.
    pub peers: Vec<PeerReading>,
}

/// The local site as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SiteReading {
    /// Before or after the change.
    pub moment: Moment,
    /// The build's version, as the appliance tells it.
    pub version: Option<String>,
    /// The public service endpoint, `host:port`.
    pub public_endpoint: Option<String>,
    /// The id of the running process: it changes with every start.
    pub runtime_id: Option<String>,
    /// When the service was started, as the appliance tells it.
    pub service_boot: Option<String>,
    /// Thumbprint of the Cloud Service's certificate.
    pub thumbprint: Option<String>,
}

/// What a peer site and the local site hold of each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PeerReading {
    /// Before or after the change.
    pub moment: Moment,
    /// The peer site's name.
    pub peer: String,
    /// The address by which the local site knows the peer, sent back unchanged by a repair.
    pub api_url: Option<String>,
    /// The description that goes with it, sent back unchanged by a repair.
    pub description: Option<String>,
    /// The address by which the peer knows the local site, sent back unchanged by a repair.
    pub our_url: Option<String>,
    /// The description that goes with it, sent back unchanged by a repair.
    pub our_description: Option<String>,
    /// The peer's build version, where it was told.
    pub version: Option<String>,
    /// The thumbprint that the peer has pinned for the local site.
    pub pinned_at_peer: Option<String>,
    /// The thumbprint that the local site has pinned for the peer.
    pub pinned_at_local: Option<String>,
    /// What that says of the peer's trust.
    pub at_peer: Verdict,
    /// What that says of the local site's trust.
    pub at_local: Verdict,
}

/// Before or after the change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Moment {
    /// Before the certificate was replaced.
    Before,
    /// After everything was repaired.
    After,
}

/// How it is known which certificate the new one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Knowledge {
    /// It is the leaf of the file that was imported.
    File,
    /// The appliance told it over the connection proven by the old certificate.
    OldConnection,
    /// Every peer site that could be asked sees the same one.
    Notaries,
    /// A person pasted its thumbprint.
    Pasted,
}

/// At which of the two sites a half of the trust lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Side {
    /// At the peer site: its record of the local site.
    AtPeer,
    /// At the local site: its record of the peer site.
    AtLocal,
}

/// What is done to the certificate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Action {
    /// A certificate from a file is imported.
    #[default]
    Import,
    /// The appliance makes itself a new self-signed one.
    Regenerate,
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// Everything is as it should be.
    Done,
    /// The certificate is replaced, and something is left for a person.
    Attention,
    /// Nothing was changed.
    Refused,
}

#[cfg(test)]
mod tests;
