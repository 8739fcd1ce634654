//! Everything that can happen in a run, as one serialisable enum.
//!
//! An event is written to the journal first and told to everyone after. What the screen, the
//! report and the command line show is a fold over the same records, see `progress`.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use time::OffsetDateTime;
use ts_rs::TS;

use crate::activity::{Activity, RestartPhase, StepStatus};
use crate::card::CertificateCard;
use crate::on_premises::OnPremisesView;
use crate::question::Question;
use crate::verdict::Verdict;
use message::Problem;

mod guarded;
mod opening;
mod step;

pub use guarded::Guarded;
pub use opening::{
    Baseline, Expected, Moment, Opening, Participant, PeerReading, SiteReading, StepTitle,
};
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
        /// Whether the answer was 401, which may be the log-out or a session that had ended.
        is_unauthorised: bool,
        /// What is known and how it will be found out.
        says: String,
    },
    /// An earlier run at this site may have sent a replacement, and no record tells what became of it.
    EarlierInDoubt {
        /// The earlier run.
        run: String,
        /// What its guard says of the call, where that can be read.
        call: Option<Guarded>,
        /// The sentence to show.
        says: String,
    },
    /// What became of the replacement of an earlier run was seen, or a person decided.
    EarlierSettled {
        /// The earlier run.
        run: String,
        /// The sentence to show.
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
    /// The time of day jumped ahead: the computer slept, or its clock was set.
    Slept {
        /// By how much, in a sentence.
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
