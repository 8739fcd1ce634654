//! The procedure: plan, steps, engine, journal and report of replacing a certificate.
//!
//! [`prepare`] reads every site and makes a [`Plan`]; [`Engine`] starts a [`Run`] from it, and takes
//! up runs that were cut off. What a run shows is a fold of its records (`progress`), so a screen,
//! a report and a test read the same thing.

pub mod activity;
pub mod card;
mod condition;
mod engine;
mod enumerate;
pub mod event;
mod halt;
pub mod journal;
mod last_known;
mod live;
mod look;
mod memory;
mod moment;
pub mod on_premises;
mod pace;
mod patience;
pub mod plan;
mod problem;
pub mod progress;
mod promises;
pub mod question;
mod questions;
mod readiness;
mod records;
mod repair;
mod replace;
pub mod report;
mod reporter;
mod request;
#[cfg(test)]
mod sample;
mod slumber;
mod start_error;
pub mod steps;
mod survey;
pub mod verdict;
mod visible;
mod vouch;
mod wait;

pub use engine::{Engine, NotAnswered, Plan, Run, prepare};
pub use event::{Event, Outcome, Record};
pub use journal::RunId;
pub use last_known::last_known;
pub use message::Problem;
pub use pace::Pace;
pub use plan::{Finding, FindingKind, PlanPeer, PlanView};
pub use progress::{RunSummary, RunView};
pub use promises::form_for;
pub use request::{Grade, ParseGradeError, Replacement, Request, Resumption, SiteAccess};
pub use start_error::StartError;
pub use survey::{SiteFacts, another_service, read_site};
