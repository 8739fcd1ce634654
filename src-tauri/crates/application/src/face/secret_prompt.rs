//! What a window says in which one secret is typed.

use rotation::card::CertificateCard;
use serde::Serialize;
use sites::{Learned, SavedSite};
use time::OffsetDateTime;
use ts_rs::TS;

use super::Fact;
use crate::cards;

/// What the window says above its one field.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SecretPrompt {
    /// The window's title.
    pub title: String,
    /// What is asked for and what becomes of it.
    pub says: String,
    /// The site or file it is for.
    pub target: String,
    /// What is known of the site that it is sent to; of a file nothing.
    pub facts: Vec<Fact>,
    /// The certificate that the site must show before it is sent anything.
    pub certificate: Option<CertificateCard>,
}

impl SecretPrompt {
    /// For something that is no site.
    pub(crate) fn new(title: &str, says: &str, target: &str) -> Self {
        Self {
            title: title.to_owned(),
            says: says.to_owned(),
            target: target.to_owned(),
            facts: Vec::new(),
            certificate: None,
        }
    }

    /// For a saved site, with everything by which a person recognises it.
    pub(crate) fn of_site(site: &SavedSite, remember: bool, now: OffsetDateTime) -> Self {
        let kept = if remember && !site.practice {
            "It is kept in the keyring of this computer, for this site alone."
        } else {
            "It is forgotten when Reseal is closed."
        };
        let says = format!(
            "It is sent to {} alone, and only after that has shown the certificate below. {kept}",
            site.address
        );
        let title = format!("Password for {}", site.name);
        Self {
            facts: vec![
                Fact::new("Site", site.name.clone()),
                Fact::new("Address", site.address.to_string()),
                Fact::new("Account", site.account.user()),
                Fact::new("How it is known", how_known(site)),
            ],
            certificate: site
                .leaf
                .as_deref()
                .and_then(|leaf| cards::of_der(leaf, now)),
            ..Self::new(&title, &says, &site.address.to_string())
        }
    }
}

/// How the certificate of a site came to be known, in a sentence.
fn how_known(site: &SavedSite) -> &'static str {
    match site.lineage.last().map(|pin| pin.how) {
        Some(Learned::Pasted) => "A person gave its thumbprint from another source.",
        Some(Learned::Corroborated) => {
            "Other sites had it on record, or a public authority vouched for the name, when it was added."
        }
        Some(Learned::Unverified) => {
            "Unverified: it was accepted by typing the address, and nothing agreed with it."
        }
        Some(Learned::Replaced) => "A run of Reseal put it there.",
        Some(Learned::Practice) => "It belongs to the practice lab of this computer.",
        None => "Nothing is known of how.",
    }
}
