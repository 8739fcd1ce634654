//! One file as the screen shows it: what it is, or which of the answers and why.

use crate::error::said;
use certificate::{Certificate, Options, ReadError};
use message::Problem;
use message::message;

use key_worker::{Inside, Patience};

use crate::{
    files::{Facts, HeldFile},
    views::certificates::{FileAnswer, FileView},
};

/// What the list of files says of one.
pub(super) fn view(file: &HeldFile, facts: &Facts) -> FileView {
    let blank = FileView {
        id: file.id.clone(),
        name: file.name.clone(),
        waited: file.request.is_some(),
        answer: FileAnswer::Opened,
        says: String::new(),
        encryption: Vec::new(),
        contents: Vec::new(),
        problem: None,
    };
    match facts {
        Facts::Open(inside) => FileView {
            answer: facts.closed_by().map_or(FileAnswer::Opened, answer),
            problem: facts.problem(),
            says: says(inside),
            encryption: inside.source.encryption.clone(),
            contents: contents(inside),
            ..blank
        },
        Facts::Closed(error) => FileView {
            answer: answer(error),
            problem: Some(problem(error)),
            ..blank
        },
        Facts::NotRead(problem) => FileView {
            answer: FileAnswer::NotRead,
            problem: Some(problem.clone()),
            ..blank
        },
    }
}

fn answer(error: &ReadError) -> FileAnswer {
    match error {
        ReadError::PasswordNeeded | ReadError::KeyPasswordDiffers => FileAnswer::PasswordNeeded,
        ReadError::WrongPassword | ReadError::StorePasswordDiffers => FileAnswer::WrongPassword,
        ReadError::UnsupportedEncryption { .. } => FileAnswer::UnsupportedEncryption,
        ReadError::TooSlow { work } if work.is_within(&Options::patient()) => FileAnswer::TooSlow,
        // Nothing that can be pressed would help.
        ReadError::TooSlow { .. } => FileAnswer::UnsupportedEncryption,
        ReadError::Damaged { .. } => FileAnswer::Damaged,
        ReadError::NotAKeystore { .. } | ReadError::TooLarge { .. } | ReadError::TooMany { .. } => {
            FileAnswer::NotAKeystore
        }
    }
}

/// A file that is slow has its estimate in place of the limit: the person decides, not the limit.
fn problem(error: &ReadError) -> Problem {
    let problem = Problem::from(error);
    match Patience::asked_by(error) {
        None => problem,
        Some(patience) => {
            let problem = problem.told_as(patience.asks);
            if patience.helps {
                problem.with_todo(message!("bundle.open_anyway"))
            } else {
                problem
            }
        }
    }
}

fn says(inside: &Inside) -> String {
    let keys = counted(inside.keys.len(), "private key", "");
    let certificates = counted(inside.certificates.len(), "certificate", "");
    let locked = counted(inside.locked.len(), "locked key", "");
    let parts: Vec<String> = [keys, locked, certificates].into_iter().flatten().collect();
    format!(
        "{}: {}",
        said(&inside.source.format.message()),
        parts.join(", ")
    )
}

fn contents(inside: &Inside) -> Vec<String> {
    let keys = inside
        .keys
        .iter()
        .map(|kind| format!("Private key, {kind}"));
    let locked = inside
        .locked
        .iter()
        .map(|key| format!("Locked private key, {key}"));
    let certificates = inside.certificates.iter().map(line);
    keys.chain(locked).chain(certificates).collect()
}

fn line(certificate: &Certificate) -> String {
    let issuer = if certificate.is_self_issued() {
        "itself"
    } else {
        certificate.issuer()
    };
    format!("Certificate {}, issued by {issuer}", certificate.subject())
}

/// "2 certificates"; nothing for none. What follows the noun stands in `rest`.
pub(super) fn counted(count: usize, one: &str, rest: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {one}{rest}")),
        many => Some(format!("{many} {one}s{rest}")),
    }
}
