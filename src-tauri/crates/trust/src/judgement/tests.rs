//! The truth table of the four verdicts.

use certificate::Thumbprint;
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

use super::{judge_site, judge_trust};
use crate::complaint::Complaint;
use crate::known::{Generation, KnownSite};
use crate::observation::{Observation, Obstacle, Vantage};
use crate::verdict::Verdict;

const NOW: OffsetDateTime = datetime!(2026-03-01 12:00 UTC);

fn current() -> Thumbprint {
    Thumbprint::of(b"current")
}

fn old() -> Thumbprint {
    Thumbprint::of(b"old")
}

fn stranger() -> Thumbprint {
    Thumbprint::of(b"stranger")
}

fn berlin() -> KnownSite {
    let replaced = Some(NOW - Duration::days(1));
    let history = vec![Generation {
        thumbprint: old(),
        replaced,
    }];
    KnownSite {
        current: Some(current()),
        history,
        ..KnownSite::named("Berlin")
    }
}

fn pinned(thumbprint: Thumbprint) -> Observation {
    Observation::seen(
        "Berlin",
        Vantage::PinnedBy {
            site: "Paris".into(),
        },
        thumbprint,
        NOW,
    )
}

fn seen(thumbprint: Thumbprint) -> Observation {
    Observation::seen(
        "Berlin",
        Vantage::SeenBy {
            site: "Paris".into(),
        },
        thumbprint,
        NOW,
    )
}

fn unseen(obstacle: Obstacle) -> Observation {
    Observation::failed(
        "Berlin",
        Vantage::SeenBy {
            site: "Paris".into(),
        },
        obstacle,
        NOW,
    )
}

#[test]
fn every_combination_of_pin_and_view_has_its_verdict() {
    let old_verdict = || Verdict::OldCertificate {
        replaced: Some(NOW - Duration::days(1)),
    };
    let table = [
        (vec![pinned(current()), seen(current())], Verdict::Same),
        (vec![pinned(current())], Verdict::Same),
        (
            vec![pinned(current()), unseen(Obstacle::NoAnswer)],
            Verdict::Same,
        ),
        (vec![pinned(old()), seen(current())], old_verdict()),
        (vec![pinned(old()), seen(old())], old_verdict()),
        (vec![pinned(current()), seen(old())], old_verdict()),
        (
            vec![pinned(stranger()), seen(current())],
            Verdict::Different,
        ),
        (
            vec![pinned(current()), seen(stranger())],
            Verdict::Different,
        ),
        (vec![pinned(old()), seen(stranger())], Verdict::Different),
        (
            vec![],
            Verdict::CouldNotCheck {
                why: Obstacle::NotAsked,
            },
        ),
        (
            vec![unseen(Obstacle::NotSignedIn)],
            Verdict::CouldNotCheck {
                why: Obstacle::NotSignedIn,
            },
        ),
    ];
    for (observations, expected) in table {
        let judgement = judge_trust("Paris", &berlin(), &observations, None);
        assert_eq!(judgement.verdict, expected, "{observations:?}");
    }
}

#[test]
fn without_a_certificate_in_force_nothing_is_the_same_or_different() {
    let unknown = KnownSite {
        current: None,
        ..berlin()
    };
    let judgement = judge_trust("Paris", &unknown, &[pinned(stranger())], None);
    assert_eq!(
        judgement.verdict,
        Verdict::CouldNotCheck {
            why: Obstacle::CurrentUnknown
        }
    );
}

#[test]
fn what_others_see_does_not_change_whether_paris_trusts() {
    let elsewhere = Observation::seen(
        "Berlin",
        Vantage::PinnedBy {
            site: "Oslo".into(),
        },
        stranger(),
        NOW,
    );
    let other_subject = Observation::seen(
        "Oslo",
        Vantage::PinnedBy {
            site: "Paris".into(),
        },
        stranger(),
        NOW,
    );
    let observations = [pinned(current()), elsewhere, other_subject];
    assert_eq!(
        judge_trust("Paris", &berlin(), &observations, None).verdict,
        Verdict::Same
    );
}

#[test]
fn the_odd_one_out_is_named() {
    let here = Observation::seen("Berlin", Vantage::ThisComputer, current(), NOW);
    let itself = Observation::seen("Berlin", Vantage::ApplianceItself, stranger(), NOW);
    let judgement = judge_site(&berlin(), &[here.clone(), itself.clone()]);
    assert_eq!(judgement.verdict, Verdict::Different);
    assert_eq!(
        (judgement.agreeing, judgement.odd_ones),
        (vec![here], vec![itself])
    );
    assert!(
        judgement.meaning.contains("the appliance itself"),
        "{}",
        judgement.meaning
    );
}

#[test]
fn an_old_pin_and_an_old_sight_mean_different_things_to_do() {
    let stale_pin = judge_trust("Paris", &berlin(), &[pinned(old()), seen(current())], None);
    assert_eq!(
        stale_pin.meaning,
        "Paris still trusts the old certificate of Berlin. Replications between Paris and Berlin are stopped."
    );
    assert_eq!(
        stale_pin.action,
        "Ask an administrator of Paris to repair the pairing with Berlin."
    );
    let restarting = judge_trust("Paris", &berlin(), &[pinned(current()), seen(old())], None);
    assert_eq!(
        restarting.action,
        "If Berlin is restarting, wait and check again."
    );
}

#[test]
fn no_sentence_holds_digits_of_a_thumbprint() {
    for observations in [
        vec![pinned(old())],
        vec![pinned(stranger())],
        vec![seen(stranger())],
    ] {
        let judgement = judge_trust("Paris", &berlin(), &observations, None);
        let sentences = judgement.meaning + &judgement.action;
        assert!(!sentences.contains(':'), "{sentences}");
    }
}

fn complaint(refuses: bool) -> Complaint {
    Complaint {
        says: "Paris does not get through to Berlin, as Paris tells: “No. (Code)”".into(),
        refuses,
    }
}

#[test]
fn a_contact_that_failed_leaves_the_verdict_on_a_right_pin_and_is_told_with_what_to_do() {
    let right = [pinned(current()), seen(current())];
    let judged = judge_trust("Paris", &berlin(), &right, Some(&complaint(false)));
    assert_eq!(judged.verdict, Verdict::Same);
    assert!(
        judged.meaning.contains("“No. (Code)”"),
        "{}",
        judged.meaning
    );
    assert!(
        judged
            .action
            .contains("repair the pairing at Paris and then at Berlin"),
        "{}",
        judged.action
    );
}

#[test]
fn a_site_that_refuses_the_certificate_it_has_on_record_is_not_called_the_same() {
    let right = [pinned(current()), seen(current())];
    let judged = judge_trust("Paris", &berlin(), &right, Some(&complaint(true)));
    let why = Obstacle::Contradicted;
    assert_eq!(judged.verdict, Verdict::CouldNotCheck { why });
    assert!(
        judged.meaning.contains("“No. (Code)”"),
        "{}",
        judged.meaning
    );
    let stale = [pinned(old()), seen(current())];
    let judged = judge_trust("Paris", &berlin(), &stale, Some(&complaint(true)));
    assert!(matches!(judged.verdict, Verdict::OldCertificate { .. }));
}
