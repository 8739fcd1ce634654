//! What the screen says of a certificate, as text that a ticket takes.

use rotation::card::CertificateCard;

use crate::commands::{
    certificates::EntryView,
    replace::{Kept, PromiseView},
};

/// The certificate, its chain and its promises. Nothing in it is secret.
pub(super) fn text(entry: &EntryView) -> String {
    let card = &entry.certificate;
    let mut lines = vec![
        entry.says.clone(),
        String::new(),
        format!("Names: {}", card.names.join(", ")),
        format!("Subject: {}", card.subject),
        format!("Issuer: {}", card.issuer),
        format!("Valid: {} to {}", card.not_before, card.not_after),
        format!("Key: {}, {}", card.key, card.signature),
        format!("Thumbprint: {}", card.thumbprint),
        card.issuance_why.clone(),
        String::new(),
        "Chain:".to_owned(),
    ];
    lines.extend(entry.chain.iter().map(link));
    lines.extend(
        entry
            .missing
            .iter()
            .map(|missing| format!("- missing: {}", missing.issuer)),
    );
    lines.push(String::new());
    lines.push("Promises:".to_owned());
    lines.extend(entry.promises.iter().map(promise));
    lines.join("\n")
}

fn link(card: &CertificateCard) -> String {
    format!(
        "- {}, until {}, {}",
        card.subject, card.not_after, card.thumbprint
    )
}

fn promise(promise: &PromiseView) -> String {
    let word = match promise.kept {
        Kept::Yes => "kept",
        Kept::Warning => "warning",
        Kept::No => "BROKEN",
    };
    let parts = [promise.says.as_str(), &promise.means, &promise.todo];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("- {word}: {} ({})", said.join(" "), promise.source)
}
