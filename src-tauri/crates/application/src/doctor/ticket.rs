//! What the screen says of a certificate, as text that a ticket takes.

use rotation::card::CertificateCard;
use words::{Language, Words};

use crate::views::{
    certificates::EntryView,
    replace::{Kept, PromiseView},
};

fn english() -> Words {
    Words::in_language(Language::ENGLISH)
}

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
        english().say(&card.issuance_why),
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
    let message = &promise.message;
    let parts = ["meaning", "todo"].map(|part| english().part(message, part));
    let said: Vec<String> = [Some(english().say(message))]
        .into_iter()
        .chain(parts)
        .flatten()
        .collect();
    format!("- {word}: {} ({})", said.join(" "), promise.source)
}
