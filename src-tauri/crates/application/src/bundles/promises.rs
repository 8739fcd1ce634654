//! What held files are, and which promises their certificate keeps for a site.

use crate::error::said;
use certificate::{Bundle, BundleError, Context, Kept as Found, Promise, ReadError, examine};
use key_worker::Together;
use requests::Reply;
use rotation::card::CertificateCard;
use sites::Measure;
use time::OffsetDateTime;

use super::HeldBundle;
use crate::{
    cards,
    files::{Facts, HeldFile, Opened},
    views::replace::{BundleView, Kept, PromiseView},
};

/// Judges what is in held files.
pub(super) fn of(
    held: &HeldBundle,
    opened: &Opened,
    measure: &Measure,
    now: OffsetDateTime,
) -> BundleView {
    match &opened.together {
        Some(Together::WithKey(bundle)) if in_the_way(held, opened).is_none() => {
            kept((held, opened), bundle, measure, now)
        }
        _ => closed(held, opened),
    }
}

/// The file that has to be opened before the others are of use. One that only waits for its password
/// comes first, and what is no certificate at all matters only where there is nothing else. Beside a
/// certificate with its key, what may hold another one is in the way: that may be the one that is meant.
pub(super) fn in_the_way<'a>(
    held: &'a HeldBundle,
    opened: &'a Opened,
) -> Option<(&'a HeldFile, &'a Facts)> {
    let closed = || not_open(held, opened);
    let wants_password = |(_, facts): &(&HeldFile, &Facts)| facts.wants_password();
    if let Some(Together::WithKey(_)) = opened.together {
        let may_hide = |(_, facts): &(&HeldFile, &Facts)| facts.may_hide_a_key();
        return closed()
            .find(wants_password)
            .or_else(|| closed().find(may_hide));
    }
    let is_something =
        |facts: &Facts| !matches!(facts, Facts::Closed(ReadError::NotAKeystore { .. }));
    closed()
        .find(wants_password)
        .or_else(|| closed().find(|(_, facts)| is_something(facts)))
        .or_else(|| closed().find(|_| opened.problem.is_none()))
}

fn not_open<'a>(
    held: &'a HeldBundle,
    opened: &'a Opened,
) -> impl Iterator<Item = (&'a HeldFile, &'a Facts)> {
    let all = held.files.iter().zip(&opened.files);
    all.filter(|(_, facts)| !facts.is_all_open())
}

fn kept(
    (held, opened): (&HeldBundle, &Opened),
    bundle: &Bundle,
    measure: &Measure,
    now: OffsetDateTime,
) -> BundleView {
    let context = Context {
        written_anew: true,
        ..measure.context(now, issuers::to_judge_by())
    };
    let promises: Vec<PromiseView> = examine(bundle, &context).into_iter().map(view).collect();
    BundleView {
        certificate: Some(CertificateCard::of(&bundle.leaf, &bundle.chain, now)),
        chain: bundle.chain.iter().map(|it| cards::of(it, now)).collect(),
        acceptable: promises.iter().all(|promise| promise.kept != Kept::No),
        answer: answer(held, bundle) + &unused(held, opened),
        promises,
        ..held.just_read()
    }
}

fn answer(held: &HeldBundle, bundle: &Bundle) -> String {
    let above = match bundle.chain.len() {
        0 => "no certificate above it".to_owned(),
        1 => "one certificate above it".to_owned(),
        count => format!("{count} certificates above it"),
    };
    match &held.answered {
        Some(reply) => format!("{} There is {above}.{}", reply.says(), changes(reply)),
        None => {
            let what = match held.files.len() {
                1 => said(&bundle.source.format.message()),
                _ => held.name(),
            };
            format!("{what}: one private key, its certificate, and {above}.")
        }
    }
}

/// What the authority changed about the request, behind everything else.
fn changes(reply: &Reply) -> String {
    match reply {
        Reply::Answers { changes, .. } => {
            changes.iter().map(|change| format!(" {change}")).collect()
        }
        Reply::Resembles { .. } | Reply::Stray => String::new(),
    }
}

/// The files that add nothing, behind everything else.
fn unused(held: &HeldBundle, opened: &Opened) -> String {
    let names: Vec<&str> = not_open(held, opened)
        .map(|(file, _)| file.name.as_str())
        .collect();
    match names.as_slice() {
        [] => String::new(),
        names => format!(" Not used: {}.", names.join(", ")),
    }
}

fn closed(held: &HeldBundle, opened: &Opened) -> BundleView {
    let just_read = held.just_read();
    let Some((file, facts)) = in_the_way(held, opened) else {
        // Files that open and hold nothing lack the certificate first.
        let problem = opened.problem.as_ref();
        return BundleView {
            problem: Some(problem.unwrap_or(&BundleError::NoCertificate).into()),
            answer: "The file could not be used.".to_owned(),
            ..just_read
        };
    };
    // A file whose password nobody has typed yet has no problem: it is asked for next.
    let is_unasked = facts.closed_by() == Some(&ReadError::PasswordNeeded);
    BundleView {
        file_name: file.name.clone(),
        needs_password: facts.wants_password(),
        problem: facts.problem().filter(|_| !is_unasked),
        answer: if is_unasked {
            "The file is encrypted.".to_owned()
        } else {
            "The file could not be used.".to_owned()
        },
        ..just_read
    }
}

pub(crate) fn view(promise: Promise) -> PromiseView {
    PromiseView {
        name: promise.name.to_owned(),
        kept: match promise.kept {
            Found::Yes => Kept::Yes,
            Found::Warning => Kept::Warning,
            Found::No => Kept::No,
        },
        message: promise.message,
        source: promise.source.to_owned(),
    }
}
