//! Who trusts whom, and how that is known.
//!
//! Everything rests on [`Observation`]s: who saw which certificate, from where, and when. [`observe`] collects them
//! through sessions; [`judge_site`] and [`judge_trust`] draw conclusions, with four verdicts and no more; [`Matrix`] is
//! all conclusions about a set of sites. Nothing in this crate changes anything at an appliance.

mod challenge;
mod complaint;
mod groups;
mod judgement;
mod known;
mod matrix;
mod observation;
mod observe;
mod recognise;
mod snapshot;
mod verdict;
mod words;

pub use challenge::{BadAnswer, Challenge, Outcome};
pub use complaint::Complaint;
pub use groups::{Position, decimal_groups, differing_groups};
pub use judgement::{Judgement, judge_site, judge_trust};
pub use known::{Generation, KnownSite};
pub use matrix::{Cell, Matrix};
pub use observation::{Found, Observation, Obstacle, Vantage};
pub use observe::{Report, Scope, SignedIn, Survey, observe};
pub use recognise::{Recognition, recognise};
pub use snapshot::{ReadSnapshotError, Snapshot};
pub use verdict::Verdict;
