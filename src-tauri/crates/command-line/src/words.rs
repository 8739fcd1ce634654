//! What happens in a run, in plain words: one line an event, where an event is worth a line.

use rotation::activity::{Activity, RestartPhase, StepStatus};
use rotation::event::Side;
use rotation::on_premises::Forecast;
use rotation::question::Question;
use rotation::verdict::Verdict;
use rotation::{Event, FindingKind, PlanView, RunView};

use crate::console::in_words;

/// An event as a person reads it.
pub(crate) fn of(event: &Event) -> Option<String> {
    let words = match event {
        Event::RunStarted(opening) => {
            format!(
                "Run {}: {} at {}.",
                opening.run, opening.local.name, opening.local.address
            )
        }
        Event::StepStarted { says, .. } => format!("- {says}"),
        Event::StepEnded {
            status,
            says,
            problem,
            ..
        } => step_ended(*status, says, problem.as_ref())?,
        Event::SignInFailed { problem, .. } | Event::ReplacementRefused { problem, .. } => {
            indented(&in_words(problem))
        }
        Event::ReplacementAccepted { says, .. }
        | Event::ReplacementAmbiguous { says, .. }
        | Event::EarlierInDoubt { says, .. }
        | Event::EarlierSettled { says, .. }
        | Event::Note { says, .. }
        | Event::Slept { says }
        | Event::Interrupted { says } => format!("  {says}"),
        Event::Resumed { says, .. } => says.clone(),
        Event::BackupKept { path, says } => format!("  {says} ({path})"),
        Event::RestartSeen { phase, .. } => format!("  {}", phase_of(*phase)),
        Event::PeerHalf {
            peer,
            side,
            activity,
            problem,
            ..
        } => half(peer, *side, *activity, problem.as_ref())?,
        Event::QuestionAsked { question } => asked(question),
        Event::Paused => "Paused.".to_owned(),
        Event::RunFinished { says, .. } => says.clone(),
        Event::SignedIn { .. }
        | Event::SiteRecorded(_)
        | Event::PeerRecorded(_)
        | Event::CertificateObserved { .. }
        | Event::ReplacementIntended { .. }
        | Event::NewCertificateKnown { .. }
        | Event::RepairIntended { .. }
        | Event::RepairTask { .. }
        | Event::OnPremisesForecast { .. }
        | Event::OnPremisesSeen { .. }
        | Event::QuestionAnswered { .. }
        | Event::PauseRequested
        | Event::RetryRequested { .. }
        | Event::Unknown(_) => return None,
    };
    Some(words)
}

fn step_ended(
    status: StepStatus,
    says: &str,
    problem: Option<&rotation::Problem>,
) -> Option<String> {
    let words = match status {
        StepStatus::Done | StepStatus::Skipped => format!("  {says}"),
        StepStatus::Attention | StepStatus::Failed => format!("  ! {says}"),
        StepStatus::Waiting | StepStatus::Running => return None,
    };
    Some(match problem {
        Some(problem) => format!("{words}\n{}", indented(&in_words(problem))),
        None => words,
    })
}

const fn phase_of(phase: RestartPhase) -> &'static str {
    match phase {
        RestartPhase::StillOld => "The old certificate still answers.",
        RestartPhase::Down => "Nothing answers: the services restart.",
        RestartPhase::UpWithNew => "The new certificate answers.",
        RestartPhase::UpWithCandidate => {
            "A certificate answers that may be the new one; nobody has vouched for it yet."
        }
        RestartPhase::UpWithOther => {
            "A certificate answers that is neither the old nor the new one."
        }
    }
}

fn half(
    peer: &str,
    side: Side,
    activity: Activity,
    problem: Option<&rotation::Problem>,
) -> Option<String> {
    let place = match side {
        Side::AtPeer => format!("{peer}, at the peer site"),
        Side::AtLocal => format!("{peer}, at this site"),
    };
    match (activity, problem) {
        (Activity::Failed | Activity::Skipped, Some(problem)) => {
            Some(format!("  ! {place}:\n{}", indented(&in_words(problem))))
        }
        (Activity::Done, _) => Some(format!("  {place}: trusted.")),
        _ => None,
    }
}

fn asked(question: &Question) -> String {
    let mut words = format!("{}\n  {}", question.what, question.meaning);
    if let Some(seen) = &question.seen {
        words.push_str(&format!("\n  Seen: {}", seen.thumbprint));
    }
    for answer in &question.answers {
        words.push_str(&format!(
            "\n  --answer {}={}  {}",
            question.id, answer.id, answer.label
        ));
    }
    words
}

/// A plan as a person reads it.
pub(crate) fn of_plan(plan: &PlanView) -> String {
    let mut lines = vec![format!("{}: {}", plan.site, plan.old.thumbprint)];
    lines.extend(
        plan.new
            .iter()
            .map(|new| format!("  becomes {}", new.thumbprint)),
    );
    lines.extend(plan.happens.iter().map(|happens| format!("- {happens}")));
    for peer in &plan.peers {
        let mark = if peer.ready { "" } else { "! " };
        lines.push(format!(
            "  {mark}{} ({}): {}",
            peer.name, peer.address, peer.says
        ));
        lines.extend(
            peer.problem
                .iter()
                .map(|problem| indented(&in_words(problem))),
        );
    }
    lines.extend(
        plan.on_premises
            .iter()
            .map(|site| tenant(&site.name, &site.owner, site.forecast)),
    );
    for finding in &plan.findings {
        let mark = match finding.kind {
            FindingKind::Stop => "Stop",
            FindingKind::Warning => "Warning",
            FindingKind::Note => "Note",
        };
        lines.push(format!("{mark}: {}", in_words(&finding.problem)));
    }
    lines.push(format!("The way back: {}", plan.way_back));
    lines.join("\n")
}

/// How a run stands at its end, peer by peer.
pub(crate) fn of_end(view: &RunView) -> String {
    let peers = view.peers.iter().map(|peer| {
        let (at_peer, at_local) = (word(peer.at_peer.verdict), word(peer.at_local.verdict));
        format!(
            "  {}: at the peer site {at_peer}, at this site {at_local}",
            peer.name
        )
    });
    let tenants = view.on_premises.iter();
    let tenants = tenants.map(|site| {
        let forecast = tenant(&site.name, &site.owner, site.forecast);
        match site.seen {
            Some(seen) => format!("{forecast}; seen: {}", word(seen)),
            None => forecast,
        }
    });
    peers.chain(tenants).collect::<Vec<_>>().join("\n")
}

fn tenant(name: &str, owner: &str, forecast: Forecast) -> String {
    let forecast = match forecast {
        Forecast::Nothing => "nothing to do",
        Forecast::MustRepair => "must repair its pairing, on its own appliance",
        Forecast::Uncertain => "may have to repair its pairing",
    };
    format!("  On-premises {name} ({owner}): {forecast}")
}

/// A verdict in words.
const fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Same => "same",
        Verdict::Different => "different",
        Verdict::Old => "old certificate",
        Verdict::Unknown => "could not be checked",
    }
}

fn indented(words: &str) -> String {
    let lines: Vec<String> = words.lines().map(|line| format!("    {line}")).collect();
    lines.join("\n")
}
