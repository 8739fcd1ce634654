//! Which of several keys with a certificate is meant.

use certificate::EntryName;

use super::Held;
use crate::{files::Facts, views::certificates::EntryChoice};

impl Held {
    /// The list to choose from; none where there is nothing to choose.
    pub(super) fn entry_choices(&self) -> Vec<EntryChoice> {
        match self.opened.entries.as_slice() {
            [] => Vec::new(),
            // Beside keys that stayed locked, the open one is a choice too.
            [_] if !self.has_locked_keys() => Vec::new(),
            several => several.iter().map(|name| self.choice(name)).collect(),
        }
    }

    fn has_locked_keys(&self) -> bool {
        let mut files = self.opened.files.iter();
        files.any(|facts| matches!(facts, Facts::Open(inside) if !inside.locked.is_empty()))
    }

    /// What did not open and may hold the certificate that is meant. Where an entry was chosen, a key that
    /// stayed locked is another one.
    pub(super) fn is_held_up(&self) -> bool {
        let mut files = self.opened.files.iter();
        files.any(|facts| match facts {
            Facts::Open(_) => facts.may_hide_a_key() && self.entry.is_none(),
            Facts::Closed(_) | Facts::NotRead(_) => facts.may_hide_a_key(),
        })
    }

    fn choice(&self, name: &EntryName) -> EntryChoice {
        let id = name.thumbprint.to_string();
        let label = name.alias.as_ref().or(name.common_name.as_ref());
        EntryChoice {
            is_chosen: self.entry.as_ref() == Some(&id),
            label: label.unwrap_or(&name.subject).clone(),
            says: format!("{}, until {}", name.subject, name.not_after.date()),
            id,
        }
    }
}
