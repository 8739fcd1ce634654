//! What making the file for the appliance changes: before and after, side by side.

use certificate::{Bundle, Certificate, Form};
use key_worker::Inside;

use super::files::counted;
use crate::{commands::certificates::DifferenceView, opening::Facts};

/// Every part of the files at hand as it is, and as it will be. `added` issuers completed the chain.
pub(super) fn changes(
    files: &[Facts],
    bundle: &Bundle,
    added: usize,
    form: Form,
) -> Vec<DifferenceView> {
    let open: Vec<&Inside> = files.iter().filter_map(inside).collect();
    let mut rows = vec![
        row("File", &kinds(&open), "one PKCS#12 keystore"),
        row("Encryption", &encryption(bundle), protection(form)),
        certificates(&open, bundle),
        row("Passwords", "as they are", "one, for the file and its key"),
    ];
    if let Some(others) = others(bundle) {
        rows.push(row("Besides", &others, "left out"));
    }
    if let Some(added) = counted(added, "issuer", "") {
        rows.push(row(
            "Missing issuers",
            "not in the files",
            &format!("{added} added"),
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

fn kinds(open: &[&Inside]) -> String {
    match open {
        [one] => format!("one {}", one.source.format),
        several => format!("{} files", several.len()),
    }
}

fn encryption(bundle: &Bundle) -> String {
    match bundle.source.encryption.as_slice() {
        [] => "none".to_owned(),
        some => some.join("; "),
    }
}

fn certificates(open: &[&Inside], bundle: &Bundle) -> DifferenceView {
    let wanted: Vec<&Certificate> = std::iter::once(&bundle.leaf).chain(&bundle.chain).collect();
    let there: Vec<&Certificate> = open
        .iter()
        .flat_map(|inside| &inside.certificates)
        .collect();
    let order = if wanted.starts_with(&there) || there.starts_with(&wanted) {
        "from the certificate upward"
    } else {
        "in another order"
    };
    row(
        "Certificates",
        &format!("{}, {order}", there.len()),
        &format!("{}, from the certificate upward", wanted.len()),
    )
}

/// What does not belong to the certificate: strangers, duplicates, keys.
fn others(bundle: &Bundle) -> Option<String> {
    let parts = [
        counted(bundle.strangers.len(), "certificate", " of another chain"),
        counted(bundle.duplicates, "duplicate", ""),
        counted(bundle.unused_keys, "key", " without a certificate"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn row(what: &str, before: &str, after: &str) -> DifferenceView {
    DifferenceView {
        what: what.to_owned(),
        before: before.to_owned(),
        after: after.to_owned(),
        differs: before != after,
        says: None,
    }
}
