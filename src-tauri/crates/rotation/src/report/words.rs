//! Words and figures of the report: moments, durations, verdicts, and what else happened.

use time::format_description::well_known::Rfc3339;
use time::macros::format_description;
use time::{OffsetDateTime, UtcOffset};

use crate::activity::RestartPhase;
use crate::event::{Event, Knowledge};
use crate::moment;
use crate::on_premises::Forecast;
use crate::progress::RunStatus;
use crate::verdict::Verdict;

/// A moment with its zone. Reports travel between zones, so it is always UTC.
pub(super) fn moment(rfc3339: &str) -> String {
    read(rfc3339).map_or_else(|| rfc3339.to_owned(), moment::said)
}

/// The time of day alone, for the rows of a table that says its zone in the head.
pub(super) fn time_of_day(rfc3339: &str) -> String {
    let format = format_description!("[hour]:[minute]:[second]");
    read(rfc3339)
        .and_then(|at| at.format(&format).ok())
        .unwrap_or_else(|| rfc3339.to_owned())
}

/// The day alone.
pub(super) fn day(rfc3339: &str) -> String {
    let format = format_description!("[day padding:none] [month repr:short] [year]");
    read(rfc3339)
        .and_then(|at| at.format(&format).ok())
        .unwrap_or_else(|| rfc3339.to_owned())
}

/// From one moment to another, in words; none when either cannot be read.
pub(super) fn between(from: &str, to: &str) -> Option<String> {
    let took = read(to)? - read(from)?;
    Some(duration(u64::try_from(took.whole_milliseconds()).ok()?))
}

/// A duration in words, as precise as it is worth.
pub(super) fn duration(milliseconds: u64) -> String {
    let seconds = milliseconds / 1000;
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, 0) => "under 1 s".to_owned(),
        (0, 0, s) => format!("{s} s"),
        (0, m, 0) => format!("{m} min"),
        (0, m, s) => format!("{m} min {s} s"),
        (h, m, _) => format!("{h} h {m} min"),
    }
}

fn read(rfc3339: &str) -> Option<OffsetDateTime> {
    OffsetDateTime::parse(rfc3339, &Rfc3339)
        .ok()
        .map(|at| at.to_offset(UtcOffset::UTC))
}

/// A verdict in its word.
pub(super) const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Same => "Same",
        Verdict::Different => "Different",
        Verdict::Old => "Old certificate",
        Verdict::Unknown => "Could not check",
    }
}

/// A forecast in its words.
pub(super) const fn forecast(forecast: Forecast) -> &'static str {
    match forecast {
        Forecast::Nothing => "Nothing to do",
        Forecast::MustRepair => "Must repair",
        Forecast::Uncertain => "Uncertain",
    }
}

/// How a run ended, in one or two words.
pub(super) const fn outcome(status: RunStatus) -> &'static str {
    match status {
        RunStatus::Done => "Done",
        RunStatus::Attention => "Needs attention",
        RunStatus::Refused => "Refused, nothing was changed",
        RunStatus::Running
        | RunStatus::Pausing
        | RunStatus::Paused
        | RunStatus::Interrupted
        | RunStatus::Question => "Not finished",
    }
}

/// How it was known which certificate the new one is.
pub(super) const fn knowledge(how: Knowledge) -> &'static str {
    match how {
        Knowledge::File => "known beforehand from the imported file",
        Knowledge::OldConnection => {
            "told by the appliance over the connection proven by the old certificate"
        }
        Knowledge::Notaries => "seen alike by every peer site that could be asked",
        Knowledge::Pasted => "pasted by the operator",
    }
}

/// What happened, for the events that the other sections do not tell.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the other sections tell the other events"
)]
pub(super) fn entry(event: &Event) -> Option<String> {
    match event {
        Event::SignInFailed { site, problem, .. } => Some(format!(
            "{site} did not let us in: {}",
            crate::problem::told(problem)
        )),
        Event::ReplacementRefused { problem, .. } => Some(crate::problem::told(problem)),
        Event::ReplacementAmbiguous { says, .. }
        | Event::EarlierInDoubt { says, .. }
        | Event::EarlierSettled { says, .. } => Some(says.clone()),
        Event::RestartSeen { phase, .. } => Some(restart(*phase).to_owned()),
        Event::QuestionAsked { question } => Some(format!("Asked: {}", question.what)),
        Event::QuestionAnswered { answer, typed, .. } => Some(match typed {
            Some(typed) => format!("Answered: {answer}, with \"{typed}\""),
            None => format!("Answered: {answer}"),
        }),
        Event::Paused => Some("Paused.".to_owned()),
        Event::Resumed { operator, says, .. } => Some(format!("Resumed by {operator}. {says}")),
        Event::Interrupted { says } => Some(format!("Interrupted. {says}")),
        Event::RetryRequested { peers } => Some(format!("Tried again: {}.", peers.join(", "))),
        Event::Slept { says } | Event::Note { says, .. } => Some(says.clone()),
        _ => None,
    }
}

const fn restart(phase: RestartPhase) -> &'static str {
    match phase {
        RestartPhase::StillOld => "The old certificate still answered.",
        RestartPhase::Down => "Nothing answered: the service was down.",
        RestartPhase::UpWithNew => "The new certificate answered.",
        RestartPhase::UpWithCandidate => "A certificate answered that nobody had vouched for.",
        RestartPhase::UpWithOther => "A certificate answered that was not expected.",
    }
}
