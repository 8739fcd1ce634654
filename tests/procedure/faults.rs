//! Every fault of the lab, at a peer and at the own site: each has its named outcome, and the
//! other peers are not affected.

use std::time::Duration;

use practice_lab::{Fault, FaultAt, Pace as LabPace};
use rotation::Outcome;
use rotation::event::Action;
use support::stage::{OWN, Stage};
use tokio::task::JoinSet;

/// How many labs run side by side.
const AT_ONCE: usize = 4;

/// What a fault at one peer comes to.
#[derive(Debug, Clone, Copy, PartialEq)]
enum AtPeer {
    /// It makes no difference.
    Harmless,
    /// The peer is repaired, and something about it is told.
    Remarked(&'static str),
    /// The peer is left out from the start.
    LeftOut(&'static str),
    /// The peer's repair does not succeed.
    Unrepaired(&'static str),
}

/// What a fault at the own site comes to.
#[derive(Debug, Clone, Copy, PartialEq)]
enum AtOwn {
    /// It makes no difference.
    Harmless,
    /// There is no start.
    NoStart(&'static str),
    /// The site refuses, and nothing is changed.
    Refused(&'static str),
    /// The run stops at the site itself.
    Stopped(&'static str),
    /// No peer can be repaired.
    NoPeer(&'static str),
}

const fn at_peer(fault: Fault) -> AtPeer {
    use AtPeer::{Harmless, LeftOut, Remarked, Unrepaired};
    match fault {
        Fault::SiteDown => LeftOut("site.closed"),
        Fault::Interception => LeftOut("peer.sees_other"),
        Fault::WrongPinStored => Unrepaired("repair.not_taken"),
        Fault::TaskFails => Unrepaired("repair.task_failed"),
        Fault::TaskReportsFailure => Remarked("repair.done_with_a_remark"),
        Fault::TaskNeverEnds => Unrepaired("repair.task_endless"),
        Fault::SessionExpires => LeftOut("site.session_gone"),
        Fault::PasswordExpired => LeftOut("peer.password_expired"),
        Fault::AdminRestricted => LeftOut("site.sign_in_refused"),
        Fault::ReadOnlyAccount => Unrepaired("repair.refused"),
        Fault::PinsAnOldOne => LeftOut("peer.pin_unexpected"),
        Fault::Renamed => LeftOut("peer.other_name"),
        Fault::UnknownVersion => LeftOut("peer.version_unknown"),
        Fault::ServerError | Fault::TooManyRequests => LeftOut("site.refused"),
        Fault::Unavailable => LeftOut("site.not_ready"),
        Fault::ConnectionReset => LeftOut("site.connection_lost"),
        Fault::HtmlInsteadOfJson => LeftOut("site.not_the_product"),
        Fault::HugeBody => LeftOut("site.too_large"),
        Fault::TasksIgnoreOperation
        | Fault::BusyWithATask
        | Fault::RestartNeverEnds
        | Fault::RestartIntoOld
        | Fault::RestartIntoOther
        | Fault::SlowRestart
        | Fault::Flapping
        | Fault::StartsTwice
        | Fault::ImportRefused
        | Fault::AnswerLost
        | Fault::RequestLost
        | Fault::RegenerateShowsOld
        | Fault::NoBackup
        | Fault::ClockAhead => Harmless,
    }
}

const fn at_own(fault: Fault) -> AtOwn {
    use AtOwn::{Harmless, NoPeer, NoStart, Refused, Stopped};
    match fault {
        Fault::SiteDown => NoStart("site.closed"),
        Fault::PasswordExpired => NoStart("plan.password_expired"),
        Fault::AdminRestricted => NoStart("site.sign_in_refused"),
        Fault::SessionExpires => NoStart("site.session_gone"),
        Fault::ServerError | Fault::TooManyRequests => NoStart("site.refused"),
        Fault::Unavailable => NoStart("site.not_ready"),
        Fault::ConnectionReset => NoStart("site.connection_lost"),
        Fault::HtmlInsteadOfJson => NoStart("site.not_the_product"),
        Fault::HugeBody => NoStart("site.too_large"),
        Fault::ImportRefused | Fault::ReadOnlyAccount => Refused("replace.refused"),
        Fault::RequestLost => Refused("replace.given_up"),
        Fault::RestartNeverEnds => Stopped("restart.not_back"),
        Fault::RestartIntoOld => Stopped("restart.still_old"),
        Fault::RestartIntoOther => Stopped("restart.other_certificate"),
        Fault::WrongPinStored => NoPeer("repair.not_taken"),
        Fault::TaskFails => NoPeer("repair.task_failed"),
        Fault::TaskNeverEnds => NoPeer("repair.task_endless"),
        // No peer lists it by that name, and the person says no to a replacement for nobody.
        Fault::Renamed => Refused("replace.nobody_to_repair"),
        // Paris calls nobody through an interception of its own, and pins nothing of itself.
        Fault::Interception
        | Fault::PinsAnOldOne
        | Fault::TasksIgnoreOperation
        | Fault::BusyWithATask
        | Fault::TaskReportsFailure
        | Fault::SlowRestart
        | Fault::Flapping
        // At once nobody sees the first start. Whoever does has begun what the second one cuts off.
        | Fault::StartsTwice
        | Fault::AnswerLost
        | Fault::RegenerateShowsOld
        | Fault::NoBackup
        | Fault::ClockAhead
        | Fault::UnknownVersion => Harmless,
    }
}

async fn stage_with(fault: Fault, site: &str) -> Stage {
    let at = FaultAt {
        fault,
        site: site.to_owned(),
        times: None,
    };
    let mut stage = Stage::of(|scenario| {
        scenario.peers = 2;
        scenario.faults = vec![at];
        if fault == Fault::Flapping {
            // The old certificate has to answer long enough to be seen.
            scenario.pace = LabPace::LikeReal { scale: 0.02 };
        }
    })
    .await;
    stage.stops_at_questions = true;
    // What never ends must not be waited for long.
    stage.pace.task_budget = Duration::from_secs(1);
    stage.pace.restart_budget = Duration::from_secs(5);
    stage
}

/// Runs one check for every fault, a few labs at once.
async fn for_every_fault<F>(check: fn(Fault) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let mut under_way = JoinSet::new();
    for fault in Fault::ALL {
        if under_way.len() == AT_ONCE {
            under_way.join_next().await.unwrap().unwrap();
        }
        under_way.spawn(check(*fault));
    }
    under_way.join_all().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_at_one_peer_has_its_name_and_spares_the_others() {
    for_every_fault(check_at_peer).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_at_the_own_site_has_its_name_and_goes_no_further_than_it_must() {
    for_every_fault(check_at_own).await;
}

async fn check_at_peer(fault: Fault) {
    let stage = stage_with(fault, "Berlin").await;
    let ended = stage.run(stage.request(Action::Import)).await;
    let ended = ended.unwrap_or_else(|problem| panic!("{fault}: {problem:?}"));
    let peers = stage.view(&ended.run).peers;
    let berlin = peers.iter().find(|peer| peer.name == "Berlin").unwrap();
    let code = berlin.problem.as_ref().map(|problem| &*problem.code);
    match at_peer(fault) {
        AtPeer::Harmless => {
            assert_eq!(
                (ended.outcome, code),
                (Some(Outcome::Done), None),
                "{fault}"
            );
            stage.assert_trusted_by(&["Berlin"]).await;
        }
        AtPeer::Remarked(expected) => {
            let told = (ended.outcome, code);
            assert_eq!(told, (Some(Outcome::Done), Some(expected)), "{fault}");
            assert!(!berlin.can_retry, "{fault}");
            stage.assert_trusted_by(&["Berlin"]).await;
        }
        AtPeer::LeftOut(expected) => {
            assert_eq!(
                (ended.outcome, code),
                (Some(Outcome::Attention), Some(expected)),
                "{fault}"
            );
            let repairs = stage.repairs();
            let is_touched = repairs
                .iter()
                .any(|(at, of)| at == "Berlin" || of == "Berlin");
            assert!(!is_touched, "{fault}: {repairs:?}");
        }
        AtPeer::Unrepaired(expected) => {
            assert_eq!(
                (ended.outcome, code),
                (Some(Outcome::Attention), Some(expected)),
                "{fault}"
            );
            assert!(berlin.can_retry, "{fault}");
        }
    }
    stage.assert_replaced_exactly_once();
    stage.assert_trusted_by(&["Madrid"]).await;
    stage.assert_no_secret_in_the_state_folder();
}

async fn check_at_own(fault: Fault) {
    let stage = stage_with(fault, OWN).await;
    let ended = stage.run(stage.request(Action::Import)).await;
    let (ended, expected) = match (ended, at_own(fault)) {
        (Err(problem), AtOwn::NoStart(expected)) => {
            assert_eq!(problem.code, expected, "{fault}");
            return stage.assert_nothing_was_changed();
        }
        (Err(problem), expected) => panic!("{fault}: {problem:?} in place of {expected:?}"),
        (Ok(ended), expected) => (ended, expected),
    };
    let problem = ended.problem();
    let outcome = ended.outcome.unwrap();
    let replacements = stage.lab.replacements(OWN);
    match expected {
        AtOwn::Harmless => {
            assert_eq!((outcome, problem), (Outcome::Done, None), "{fault}");
            stage.assert_everybody_trusts_everybody().await;
        }
        AtOwn::NoStart(code) => panic!("{fault}: started in place of {code}"),
        AtOwn::Refused(code) => {
            assert_eq!(
                (problem.as_deref(), replacements),
                (Some(code), 0),
                "{fault}"
            );
            assert!(stage.repairs().is_empty(), "{fault}");
        }
        AtOwn::Stopped(code) => {
            assert_eq!(
                (outcome, problem.as_deref()),
                (Outcome::Attention, Some(code)),
                "{fault}"
            );
            assert_eq!(replacements, 1, "{fault}");
            assert!(stage.repairs().is_empty(), "{fault}");
        }
        AtOwn::NoPeer(code) => {
            assert_eq!((outcome, replacements), (Outcome::Attention, 1), "{fault}");
            for peer in stage.view(&ended.run).peers {
                assert_eq!(peer.problem.unwrap().code, code, "{fault}");
            }
        }
    }
}
