//! One file as the screen shows it: what it is, or which of the answers and why.

use certificate::{Certificate, ReadError};
use rotation::Problem;

use key_worker::{Inside, estimate};

use crate::{
    commands::certificates::{FileAnswer, FileView},
    dropped::HeldFile,
    opening::Facts,
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

const fn answer(error: &ReadError) -> FileAnswer {
    match error {
        ReadError::PasswordNeeded => FileAnswer::PasswordNeeded,
        ReadError::WrongPassword | ReadError::KeyPasswordDiffers => FileAnswer::WrongPassword,
        ReadError::UnsupportedEncryption { .. } => FileAnswer::UnsupportedEncryption,
        ReadError::TooSlow { .. } => FileAnswer::TooSlow,
        ReadError::Damaged { .. } => FileAnswer::Damaged,
        ReadError::NotAKeystore { .. } | ReadError::TooLarge { .. } => FileAnswer::NotAKeystore,
    }
}

/// A file that is slow has its estimate in place of the limit: the person decides, not the limit.
fn problem(error: &ReadError) -> Problem {
    let problem = Problem::from(error);
    let ReadError::TooSlow { iterations, .. } = error else {
        return problem;
    };
    let took = estimate(*iterations).as_secs();
    Problem {
        what: format!(
            "This file asks for {} rounds of key derivation: about {} on this computer.",
            grouped(*iterations),
            in_words(took)
        ),
        todo: "Open it anyway, or export it again with fewer rounds.".to_owned(),
        ..problem
    }
}

fn says(inside: &Inside) -> String {
    let keys = counted(inside.keys.len(), "private key", "");
    let certificates = counted(inside.certificates.len(), "certificate", "");
    let parts: Vec<String> = [keys, certificates].into_iter().flatten().collect();
    format!("{}: {}", inside.source.format, parts.join(", "))
}

fn contents(inside: &Inside) -> Vec<String> {
    let keys = inside
        .keys
        .iter()
        .map(|kind| format!("Private key, {kind}"));
    keys.chain(inside.certificates.iter().map(line)).collect()
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

/// "4 s", "3 min": nobody waits longer than that for a keystore.
fn in_words(seconds: u64) -> String {
    match seconds {
        0..=119 => format!("{} s", seconds.max(1)),
        120..=7199 => format!("{} min", seconds / 60),
        _ => format!("{} hours", grouped(seconds / 3600)),
    }
}

/// "10,000,000"
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut shown = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_grouped_by_thousands() {
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(10_000_000), "10,000,000");
    }
}
