//! What making the file for the appliance changes: before and after, side by side.

use certificate::{Bundle, Certificate, Form};
use key_worker::Inside;
use message::{Argument, Message, message};

use crate::{files::Facts, views::certificates::DifferenceView};

/// Every part of the files at hand as it is, and as it will be. `added` issuers completed the chain.
pub(super) fn changes(
    files: &[Facts],
    bundle: &Bundle,
    added: usize,
    form: Form,
) -> Vec<DifferenceView> {
    let open: Vec<&Inside> = files.iter().filter_map(inside).collect();
    let one_keystore = message!("mended.one_file", kind = message!("format.pkcs12"));
    let mut rows = vec![
        row(message!("mended.file"), kinds(&open), one_keystore),
        row(
            message!("mended.encryption"),
            encryption(bundle),
            protection(form),
        ),
        certificates(&open, bundle),
        row(
            message!("mended.passwords"),
            message!("mended.as_they_are"),
            message!("mended.one_password"),
        ),
    ];
    let others = others(bundle);
    if !others.is_empty() {
        rows.push(row(
            message!("mended.besides"),
            others,
            message!("mended.left_out"),
        ));
    }
    if added > 0 {
        rows.push(row(
            message!("mended.missing_issuers"),
            message!("mended.not_in_the_files"),
            message!("mended.added", count = added),
        ));
    }
    rows
}

/// How a form is called.
pub(super) const fn protection(form: Form) -> &'static str {
    match form {
        Form::Modern => "AES-256 with HMAC-SHA-256",
        Form::Older => "3DES with HMAC-SHA-1",
    }
}

const fn inside(facts: &Facts) -> Option<&Inside> {
    match facts {
        Facts::Open(inside) => Some(inside),
        Facts::Closed(_) | Facts::NotRead(_) => None,
    }
}

fn kinds(open: &[&Inside]) -> Message {
    match open {
        [one] => message!("mended.one_file", kind = one.source.format.message()),
        several => message!("mended.files", count = several.len()),
    }
}

fn encryption(bundle: &Bundle) -> Argument {
    match bundle.source.encryption.as_slice() {
        [] => message!("value.none").into(),
        some => Argument::list(some),
    }
}

fn certificates(open: &[&Inside], bundle: &Bundle) -> DifferenceView {
    let wanted: Vec<&Certificate> = std::iter::once(&bundle.leaf).chain(&bundle.chain).collect();
    let there: Vec<&Certificate> = open
        .iter()
        .flat_map(|inside| &inside.certificates)
        .collect();
    let before = if wanted.starts_with(&there) || there.starts_with(&wanted) {
        message!("mended.upward", count = there.len())
    } else {
        message!("mended.other_order", count = there.len())
    };
    let after = message!("mended.upward", count = wanted.len());
    row(message!("mended.certificates"), before, after)
}

/// What does not belong to the certificate: strangers, duplicates, keys.
fn others(bundle: &Bundle) -> Vec<Message> {
    let (strangers, duplicates) = (bundle.strangers.len(), bundle.duplicates);
    [
        (strangers > 0).then(|| message!("mended.strangers", count = strangers)),
        (duplicates > 0).then(|| message!("mended.duplicates", count = duplicates)),
        (bundle.unused_keys > 0).then(|| message!("mended.keys", count = bundle.unused_keys)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn row(what: Message, before: impl Into<Argument>, after: impl Into<Argument>) -> DifferenceView {
    let (before, after) = (before.into(), after.into());
    DifferenceView {
        what,
        differs: before != after,
        before,
        after,
        says: None,
    }
}
